#include "ui/window/differencesdialog.h"

#include "ui/present/paths.h"
#include "ui/present/percent.h"
#include "ui/present/sentences.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace convscope {

DifferencesDialog::DifferencesDialog(DifferingPhotos compared, QWidget *parent)
    : QDialog(parent)
    , m_compared(std::move(compared))
{
    setObjectName(QStringLiteral("differencesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Where A and B differ"));
    auto *text = new QLabel(summary());
    text->setObjectName(QStringLiteral("differencesText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addWidget(makeList(), 1);
    layout->addWidget(new QLabel(tr("A double click, or Enter, puts a photo on the board.")));
    layout->addWidget(buttons);
    resizeOnScreen(*this, {fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 28});
}

QString DifferencesDialog::summary() const
{
    const Disagreement &found = m_compared.found.disagreement;
    QStringList lines{tr("A and B say different classes to %1 of %2 photos.")
                          .arg(found.differing.size())
                          .arg(found.photos)};
    if (found.labelled() == 0)
        return lines.front();
    lines << tr("Of %1 photos with a class that both know: both right\u00a0%2, only A right\u00a0%3, only B "
                "right\u00a0%4, both wrong\u00a0%5.")
                 .arg(found.labelled())
                 .arg(found.bothRight)
                 .arg(found.onlyFirst)
                 .arg(found.onlySecond)
                 .arg(found.sameWrong + found.otherWrong);
    lines << tr("McNemar's test compares %1 (only A right) with %2 (only B right).")
                 .arg(found.onlyFirst)
                 .arg(found.onlySecond);
    return lines.join(u'\n');
}

QTreeWidget *DifferencesDialog::makeList()
{
    auto *list = new QTreeWidget;
    list->setObjectName(QStringLiteral("differences"));
    list->setAccessibleName(tr("Photos to which A and B say different classes"));
    list->setHeaderLabels({tr("Photo"), tr("True class"), tr("A says"), tr("B says")});
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setUniformRowHeights(true);
    for (const DisagreedPhoto &photo : m_compared.found.disagreement.differing)
        list->addTopLevelItem(lineOf(photo));
    list->sortByColumn(-1, Qt::AscendingOrder); // as they lie in the folder
    list->setSortingEnabled(true);
    for (int column = 0; column < list->columnCount(); ++column)
        list->resizeColumnToContents(column);
    connect(list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT photoAsked(m_compared.set->photos[item->data(0, Qt::UserRole).toULongLong()]);
    });
    return list;
}

QTreeWidgetItem *DifferencesDialog::lineOf(const DisagreedPhoto &photo) const
{
    const PhotoRef &ref = m_compared.set->photos[photo.photo];
    const auto said = [&photo](const QStringList &names, int label, const Evaluation &evaluation) {
        return className(names, label) + QChar::Space + percent(double(evaluation.confidence[photo.photo]));
    };
    const QString label = photo.label ? className(m_compared.firstNames, *photo.label) : QStringLiteral("–");
    auto *item = new QTreeWidgetItem({displayText(ref.file.filename()), label,
        said(m_compared.firstNames, photo.first, m_compared.found.first),
        said(m_compared.secondNames, photo.second, m_compared.found.second)});
    item->setData(0, Qt::UserRole, QVariant::fromValue<qulonglong>(photo.photo));
    item->setToolTip(0, displayText(ref.file));
    return item;
}

} // namespace convscope
