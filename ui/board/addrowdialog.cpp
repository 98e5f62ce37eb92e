#include "ui/board/addrowdialog.h"

#include "ui/present/methodtexts.h"
#include "ui/present/row.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr QSize exampleSize(72, 72);
constexpr QSize usualSize(620, 560);

} // namespace

QPixmap examplePicture(const QString &name) { return QPixmap(QStringLiteral(":/examples/%1.png").arg(name)); }

AddRowDialog::AddRowDialog(bool withPhoto, QWidget *parent, QMenu *presets)
    : QDialog(parent)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("addRowDialog"));
    setWindowTitle(tr("Add row"));
    m_list->setObjectName(QStringLiteral("methods"));
    m_list->setAccessibleName(tr("What the row shows"));
    m_list->setIconSize(exampleSize);
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    if (withPhoto)
        addEntry(title(Row{}), explanation(Row{}), QStringLiteral("photo"), -1);
    const std::vector<MethodOptions> &methods = allMethods();
    for (std::size_t i = 0; i < methods.size(); ++i)
        addEntry(methodTitle(methods[i]), methodExplanation(methods[i]),
            QLatin1String(methodName(methods[i])), int(i));
    m_list->setCurrentRow(0);
    auto *hint = new QLabel(
        tr("The row is added below the others, with the layer and the filter of the network panel."));
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *add = buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    add->setObjectName(QStringLiteral("addChosenRow"));
    if (presets) {
        QPushButton *instead = buttons->addButton(tr("&Presets"), QDialogButtonBox::ResetRole);
        instead->setObjectName(QStringLiteral("presetsInstead"));
        instead->setToolTip(tr("Other rows in place of those on the board"));
        instead->setMenu(presets);
        connect(presets, &QMenu::triggered, this, &QDialog::reject);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    add->setDefault(true); // of the dialog, which it is in only now
    resizeOnScreen(*this, usualSize);
    m_list->setFocus();
}

void AddRowDialog::addEntry(const QString &name, const QString &sentence, const QString &example, int method)
{
    auto *item = new QListWidgetItem(QIcon(examplePicture(example)), name + u'\n' + sentence, m_list);
    item->setData(Qt::UserRole, method);
    item->setData(Qt::AccessibleTextRole, name);
    item->setData(Qt::AccessibleDescriptionRole, sentence);
}

std::optional<MethodOptions> AddRowDialog::method() const
{
    const QListWidgetItem *item = m_list->currentItem();
    const int place = item ? item->data(Qt::UserRole).toInt() : -1;
    if (place < 0)
        return {};
    return allMethods().at(std::size_t(place));
}

} // namespace convscope
