#include "ui/network/nodecard.h"

#include "ui/network/graphmodel.h"
#include "ui/present/sentences.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QShortcut>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace convscope {

namespace {

enum Column
{
    Name,
    Value,
};

constexpr int linkRole = Qt::UserRole; ///< int: the node that the line leads to

QToolButton *buttonFor(QAction *action, const char *objectName)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(objectName));
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

NodeCard::NodeCard(QWidget *parent)
    : QWidget(parent)
    , m_back(new QAction(this))
    , m_forward(new QAction(this))
    , m_title(new ElidedLabel)
    , m_parts(new QStandardItemModel(this))
    , m_table(new QTreeView)
{
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeTitle());
    layout->addWidget(m_table, 1);
    setWays(false, false);
}

QWidget *NodeCard::makeTitle()
{
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("To the operator before (Alt+Left)"));
    m_forward->setText(tr("Forward"));
    m_forward->setToolTip(tr("To the operator that you came back from (Alt+Right)"));
    const auto arrow = [](QAction *action, const char *name, Qt::ArrowType type) {
        QToolButton *button = buttonFor(action, name);
        button->setArrowType(type);
        return button;
    };
    connect(m_back, &QAction::triggered, this, &NodeCard::backAsked);
    connect(m_forward, &QAction::triggered, this, &NodeCard::forwardAsked);
    m_title->setObjectName(QStringLiteral("nodeTitle"));
    m_title->setTextFormat(Qt::PlainText);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(arrow(m_back, "nodeBack", Qt::LeftArrow));
    layout->addWidget(arrow(m_forward, "nodeForward", Qt::RightArrow));
    layout->addWidget(m_title, 1);
    return row;
}

void NodeCard::makeTable()
{
    m_parts->setHorizontalHeaderLabels({tr("Property"), tr("Value")});
    m_table->setObjectName(QStringLiteral("nodeParts"));
    m_table->setAccessibleName(tr("What is known of the operator"));
    m_table->setModel(m_parts);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setIndentation(10);
    m_table->setTextElideMode(Qt::ElideMiddle); // of a weight, its shape stands last
    m_table->setMouseTracking(true);
    m_table->header()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(Value, QHeaderView::Stretch);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTreeView::clicked, this, &NodeCard::follow);
    connect(m_table, &QTreeView::entered, this, [this](const QModelIndex &index) {
        const bool isLink = index.siblingAtColumn(Value).data(linkRole).isValid();
        m_table->viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    offerMenu(*m_table, [](QMenu &menu, const QModelIndex &index) {
        const QString value = index.siblingAtColumn(Value).data().toString();
        QAction *copy = menu.addAction(tr("&Copy"));
        copy->setObjectName(QStringLiteral("copyPart"));
        copy->setEnabled(!value.isEmpty());
        connect(copy, &QAction::triggered, copy, [value] { QGuiApplication::clipboard()->setText(value); });
    });
    auto *enter = new QShortcut(m_table);
    enter->setKeys({Qt::Key_Return, Qt::Key_Enter});
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, [this] { follow(m_table->currentIndex()); });
}

void NodeCard::setWays(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void NodeCard::clear()
{
    m_title->setText(tr("No operator chosen"));
    m_parts->removeRows(0, m_parts->rowCount());
}

void NodeCard::showNode(const NetworkInfo &info, int number, const std::vector<int> &takers)
{
    clear();
    const GraphNode &node = info.graph[std::size_t(number)];
    m_title->setText(
        tr("%1 · %2 of %3").arg(QString::fromStdString(node.kind)).arg(number + 1).arg(info.graph.size()));
    QStandardItem *top = m_parts->invisibleRootItem();
    addPart(top, tr("Name"), QString::fromStdString(node.name));
    if (!node.module.empty())
        addPart(top, tr("Module"), QString::fromStdString(node.module));
    if (node.layer)
        addPart(top, tr("Layer"), layerText(info.layers[std::size_t(*node.layer)]));
    if (!node.shape.empty())
        addPart(top, tr("Output"), shapeText(node.shape));
    addInputs(node, info.graph);
    QStandardItem *group = addGroup(takers.empty() ? tr("Taken by no other operator") : tr("Taken by"));
    for (const int taker : takers) {
        const GraphNode &other = info.graph[std::size_t(taker)];
        addPart(group, operationText(other), QString::fromStdString(other.name), taker);
    }
    if (!node.attributes.empty())
        group = addGroup(tr("Attributes"));
    for (const auto &[name, value] : node.attributes)
        addPart(group, QString::fromStdString(name), QString::fromStdString(value));
    m_table->expandAll();
    for (int row = 0; row < m_parts->rowCount(); ++row)
        m_table->setFirstColumnSpanned(row, {}, !m_parts->item(row, Value)); // titles of groups
    m_table->selectionModel()->setCurrentIndex(m_parts->index(0, Name), QItemSelectionModel::NoUpdate);
}

void NodeCard::addInputs(const GraphNode &node, const std::vector<GraphNode> &graph)
{
    QStandardItem *group = addGroup(node.inputs.empty() ? tr("Takes nothing") : tr("Takes"));
    for (std::size_t place = 0; place < node.inputs.size(); ++place) {
        const GraphInput &input = node.inputs[place];
        const QString name = input.name.empty() ? QString::number(place) : QString::fromStdString(input.name);
        const QString shape = shapeText(input.shape);
        QString value = input.maker ? QString::fromStdString(graph[std::size_t(*input.maker)].name)
                                    : QString::fromStdString(input.value);
        if (!shape.isEmpty())
            value = QStringLiteral("%1 · %2").arg(value, shape);
        addPart(group, name, value, input.maker);
    }
}

QStandardItem *NodeCard::addGroup(const QString &title)
{
    auto *group = new QStandardItem(title);
    QFont font = m_table->font();
    font.setBold(true);
    group->setFont(font);
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_parts->appendRow(group);
    return group;
}

void NodeCard::addPart(
    QStandardItem *parent, const QString &name, const QString &value, std::optional<int> link)
{
    auto *nameItem = new QStandardItem(name);
    auto *valueItem = new QStandardItem(value);
    valueItem->setToolTip(value);
    for (QStandardItem *item : {nameItem, valueItem})
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (link) {
        valueItem->setData(*link, linkRole);
        valueItem->setData(tr("%1, Enter leads there").arg(value), Qt::AccessibleTextRole);
        valueItem->setForeground(palette().link());
        QFont font = m_table->font();
        font.setUnderline(true);
        valueItem->setFont(font);
    }
    parent->appendRow({nameItem, valueItem});
}

void NodeCard::follow(const QModelIndex &index)
{
    const QVariant node = index.siblingAtColumn(Value).data(linkRole);
    if (node.isValid())
        Q_EMIT nodeAsked(node.toInt());
}

} // namespace convscope
