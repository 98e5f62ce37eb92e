#include "ui/gallery/labelmapdialog.h"

#include "core/data/labelnames.h"
#include "ui/present/paths.h"
#include "ui/widgets/classchooser.h"
#include "ui/widgets/onscreen.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <set>

namespace convscope {

namespace {

enum Column
{
    Own,
    Photos,
    Network
};

QTableWidgetItem *makeCell(const QString &text)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setFlags(Qt::ItemIsEnabled);
    return cell;
}

struct OwnClass
{
    int photos = 0;
    std::optional<int> label;
};

} // namespace

LabelMapDialog::LabelMapDialog(
    const PhotoSet &set, LabelQuestion question, const QStringList &classNames, QWidget *parent)
    : QDialog(parent)
    , m_question(std::move(question))
    , m_finder(m_question)
    , m_classes(new QStandardItemModel(this))
    , m_table(new QTableWidget(0, 3))
{
    setWindowTitle(tr("Map of the labels"));
    setObjectName(QStringLiteral("labelMap"));
    m_classes->appendRow(new QStandardItem(tr("none")));
    for (int label = 0; label < classNames.size(); ++label) {
        auto *item = new QStandardItem(numberedClass(label, classNames));
        item->setData(label, Qt::UserRole);
        m_classes->appendRow(item);
    }
    m_table->setObjectName(QStringLiteral("labelMapTable"));
    m_table->setAccessibleName(tr("Classes of the folder and of the network"));
    m_table->setHorizontalHeaderLabels({tr("Class of the folder"), tr("Photos"), tr("Class of the network")});
    m_table->horizontalHeader()->setSectionResizeMode(Own, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Network, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // its boxes take the keys

    std::map<std::string, OwnClass> classes;
    for (const PhotoRef &photo : set.photos) {
        OwnClass &own = classes[photo.ownClass];
        ++own.photos;
        own.label = photo.label;
    }
    for (const std::string &name : set.classes) {
        if (const auto found = classes.find(name); found != classes.end())
            addRow(name, found->second.photos, found->second.label);
    }

    auto *text =
        new QLabel(tr("Which class of the network are the photos of each class of this folder? Photos of "
                      "a class without one are shown, and count neither as right nor as wrong."));
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton *clear = buttons->addButton(tr("No map"), QDialogButtonBox::ResetRole);
    clear->setObjectName(QStringLiteral("noLabelMap"));
    clear->setToolTip(tr("Take the labels as the folder tells them"));
    connect(clear, &QPushButton::clicked, this, [this] {
        m_isCleared = true;
        accept();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    if (m_table->rowCount() > 0)
        m_table->cellWidget(0, Network)->setFocus();
    resizeOnScreen(*this, {560, 480});
}

void LabelMapDialog::addRow(const std::string &ownClass, int photos, std::optional<int> label)
{
    const int row = m_table->rowCount();
    m_own.push_back(ownClass);
    m_table->insertRow(row);
    m_table->setItem(row, Own, makeCell(displayText(ownClass)));
    auto *count = makeCell(QString::number(photos));
    count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setItem(row, Photos, count);
    auto *box = new ClassBox;
    box->setModel(m_classes);
    box->setCurrentIndex(label ? *label + 1 : 0);
    box->setAccessibleName(tr("Class of the network for %1").arg(displayText(ownClass)));
    m_table->setCellWidget(row, Network, box);
}

/// Its name where that is known to mean it, else its number.
std::string LabelMapDialog::meant(int label) const
{
    if (label < 0)
        return {};
    const std::string name = m_classes->item(label + 1)->text().section(u' ', 1).toStdString();
    return m_finder.find(name) == label ? name : std::to_string(label);
}

LabelMap LabelMapDialog::map() const
{
    if (m_isCleared)
        return {};
    std::set<std::string> own;
    for (const std::string &name : m_own)
        own.insert(comparableName(name));
    LabelMap map = m_question.map;
    std::erase_if(map, [&](const auto &entry) { return own.contains(comparableName(entry.first)); });
    for (std::size_t row = 0; row < m_own.size(); ++row) {
        const auto *box = qobject_cast<const QComboBox *>(m_table->cellWidget(int(row), Network));
        map[m_own[row]] = meant(box->currentIndex() - 1);
    }
    return map;
}

} // namespace convscope
