#include "ui/window/helpdialog.h"

#include "ui/present/methodtexts.h"
#include "ui/present/row.h"
#include "ui/widgets/onscreen.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace convscope {

namespace {

/// A command's name without what belongs to its menu: in Chinese the letter to press stands in brackets.
QString plainText(QString name)
{
    static const QRegularExpression letter(QStringLiteral("\\(&[A-Z]\\)"));
    return name.remove(letter).remove(u'&').remove(u'…');
}

QString row(const QString &left, const QString &right)
{
    return QStringLiteral(
        "<tr><td style='padding: 3px 24px 3px 0'><b>%1</b></td><td style='padding: 3px 0'>%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString table(const QString &rows) { return QStringLiteral("<table>%1</table>").arg(rows); }

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString firstSteps()
{
    const QStringList steps{
        Texts::tr(
            "<b>Open photos</b> (Ctrl+O) and <b>a network</b> (Ctrl+M), or drop both on the window. <i>File "
            "&gt; Open demo</i> has some of both to play with."),
        Texts::tr("<b>Choose photos</b> on the left; hold Ctrl or Shift to choose several. Each becomes a "
                  "column of "
                  "the board. Space keeps a photo there while you browse on."),
        Texts::tr("<b>Choose a layer and a filter</b> on the right. The rows <i>Activation</i> and "
                  "<i>Feature visualisation</i> follow."),
        Texts::tr(
            "<b>Read the board</b>: the heading of a photo says what the network takes it for; hold the "
            "pointer over a picture or a row's name to read what it means and what it does not."),
        Texts::tr("<b>Ask otherwise</b>: the <i>Parameters</i> tab holds what the selected row asks, the ⋯ "
                  "of a row its "
                  "colours, the ⋯ of a column the class that is explained."),
        Texts::tr("<b>Look closely</b>: a double click or Enter opens a picture large; Ctrl and the wheel "
                  "zoom into "
                  "all pictures at once."),
        Texts::tr("<b>Export a figure</b> (Ctrl+E) for the report. It carries its recipe: dropped on the "
                  "window, it "
                  "brings its board back."),
    };
    QString items;
    for (const QString &step : steps)
        items += QStringLiteral("<li style='margin-bottom: 6px'>%1</li>").arg(step);
    return QStringLiteral("<ol>%1</ol>").arg(items);
}

QString viewRows()
{
    QString rows;
    rows += row(title(Row{}), explanation(Row{}));
    for (const MethodOptions &method : allMethods())
        rows += row(methodTitle(method), methodExplanation(method));
    return rows;
}

QString keyRows(const QList<QAction *> &commands)
{
    QString rows;
    for (const QAction *command : commands)
        rows += row(QKeySequence::listToString(command->shortcuts(), QKeySequence::NativeText)
                        .replace(QLatin1String("; "), Texts::tr(" or ")),
            plainText(command->text()));
    rows += row(Texts::tr("Arrows"), Texts::tr("Move in the list or the board that has the focus"));
    rows += row(Texts::tr("Space"),
        Texts::tr("In the photos: pin the photo, or no longer; pinned photos stay on the board"));
    rows += row(Texts::tr("Home, End"), Texts::tr("Go to the first or the last photo"));
    rows += row(Texts::tr("Letters"), Texts::tr("In the photos: go to the next name that begins so"));
    rows += row(Texts::tr("Digits"), Texts::tr("Among the maps of a layer: go to the filter of that number"));
    rows += row(
        Texts::tr("Enter"), Texts::tr("Open the photo or picture large; in a search, go to what was found"));
    rows += row(Texts::tr("Alt+Left, Alt+Right"),
        Texts::tr("In the graph: back to the operator that a link was followed from, and forward again"));
    rows += row(Texts::tr("Menu key or Shift+F10"), Texts::tr("Open the menu of what has the focus"));
    rows += row(Texts::tr("Tab"), Texts::tr("Go to the next list, field or button"));
    return rows;
}

} // namespace

HelpDialog::HelpDialog(const QList<QAction *> &commands, Page page, QWidget *parent)
    : QDialog(parent)
    , m_pages(new QTabWidget)
{
    setObjectName(QStringLiteral("helpDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(windowTitle());
    addPage(tr("&First steps"), firstSteps());
    addPage(tr("&Views"), table(viewRows()));
    addPage(tr("&Keys"), table(keyRows(commands)));
    m_pages->setCurrentIndex(int(page));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);
    layout->addWidget(buttons);
    resizeOnScreen(*this, {fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 34});
}

void HelpDialog::addPage(const QString &title, const QString &html)
{
    auto *page = new QTextBrowser;
    page->setAccessibleName(plainText(title));
    page->setHtml(html);
    m_pages->addTab(page, title);
}

} // namespace convscope
