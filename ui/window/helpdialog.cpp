#include "ui/window/helpdialog.h"

#include "ui/present/view.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace convscope {

namespace {

QString row(const QString &left, const QString &right)
{
    return QStringLiteral(
        "<tr><td style='padding: 3px 24px 3px 0'><b>%1</b></td><td style='padding: 3px 0'>%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString table(const QString &heading, const QString &rows)
{
    return QStringLiteral("<h3>%1</h3><table>%2</table>").arg(heading.toHtmlEscaped(), rows);
}

} // namespace

HelpDialog::HelpDialog(const QList<QAction *> &commands, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("helpDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Views and keys"));
    QString views;
    for (const View view : allViews())
        views += row(title(view), explanation(view));
    QString keys;
    for (const QAction *command : commands)
        keys += row(QKeySequence::listToString(command->shortcuts(), QKeySequence::NativeText)
                        .replace(QLatin1String("; "), tr(" or ")),
            QString(command->text()).remove(u'&').remove(u'…'));
    keys += row(tr("Arrows"), tr("Move in the list or the board that has the focus"));
    keys +=
        row(tr("Space"), tr("In the photos: pin the photo, or no longer; pinned photos stay on the board"));
    keys += row(tr("Home, End"), tr("Go to the first or the last photo"));
    keys += row(tr("Letters"), tr("In the photos: go to the next name that begins so"));
    keys += row(tr("Digits"), tr("Among the maps of a layer: go to the filter of that number"));
    keys += row(tr("Tab"), tr("Go to the next list, field or button"));

    auto *page = new QTextBrowser;
    page->setAccessibleName(windowTitle());
    page->setHtml(table(tr("Views"), views) + table(tr("Keys"), keys));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(page);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 34);
}

} // namespace convscope
