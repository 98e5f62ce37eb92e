#include "ui/network/graphmodel.h"

#include "ui/present/sentences.h"

#include <QFont>
#include <QStringList>
#include <algorithm>
#include <initializer_list>

namespace convscope {

QString operationText(const GraphNode &node)
{
    const QString kind = QString::fromStdString(node.kind);
    // PyTorch's end with an overload, those of ONNX begin with a domain that may have dots itself
    return kind.startsWith(QStringLiteral("aten.")) ? kind.section(u'.', 1, 1) : kind.section(u'.', -1);
}

QString nodeText(const GraphNode &node)
{
    const QString name = QString::fromStdString(node.name);
    const QString operation = operationText(node);
    const bool nameTells = name.startsWith(operation);
    const QString head = nameTells ? name : operation;
    const QString tail = nameTells ? QString::fromStdString(node.module) : name;
    return tail.isEmpty() ? head : QStringLiteral("%1 · %2").arg(head, tail);
}

QString shapeText(const std::vector<std::int64_t> &shape)
{
    QStringList sides;
    for (const std::int64_t side : shape)
        sides << QString::number(side);
    return sides.join(QChar(0xd7));
}

void GraphModel::setNetwork(const NetworkInfo &info)
{
    beginResetModel();
    m_graph = info.graph;
    m_lanes = GraphLanes(m_graph);
    m_layers = info.layers;
    list();
    endResetModel();
}

void GraphModel::setWanted(const QString &text)
{
    if (m_text == text)
        return;
    beginResetModel();
    m_text = text;
    list();
    endResetModel();
}

void GraphModel::list()
{
    m_listed.clear();
    for (std::size_t node = 0; node < m_graph.size(); ++node) {
        if (isWanted(m_graph[node]))
            m_listed.push_back(int(node));
    }
}

bool GraphModel::isWanted(const GraphNode &node) const
{
    return m_text.isEmpty()
        || std::ranges::any_of(
            std::initializer_list{&node.name, &node.kind, &node.module}, [this](const std::string *each) {
                return QString::fromStdString(*each).contains(m_text, Qt::CaseInsensitive);
            });
}

QModelIndex GraphModel::indexOf(int node) const
{
    const auto found = std::ranges::lower_bound(m_listed, node);
    if (found == m_listed.end() || *found != node)
        return {};
    return index(int(found - m_listed.begin()), Node);
}

bool GraphModel::showsLayer(int node) const
{
    const std::optional<int> layer = m_graph[std::size_t(node)].layer;
    return layer && m_layers[std::size_t(*layer)].hasMaps();
}

int GraphModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_listed.size());
}

int GraphModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool GraphModel::isConvolution(const GraphNode &node) const
{
    return node.layer && m_layers[std::size_t(*node.layer)].kind == "Conv2d";
}

QString GraphModel::toolTip(const GraphNode &node) const
{
    QStringList lines{QString::fromStdString(node.name), QString::fromStdString(node.kind)};
    if (!node.module.empty())
        lines << tr("In module %1").arg(QString::fromStdString(node.module));
    if (node.layer)
        lines << tr("Layer %1").arg(layerText(m_layers[std::size_t(*node.layer)]));
    return lines.join(u'\n');
}

QVariant GraphModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GraphNode &shown = m_graph[std::size_t(node(index))];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Node ? nodeText(shown) : shapeText(shown.shape);
    case Qt::ToolTipRole:
        return toolTip(shown);
    case Qt::FontRole:
        if (index.column() == Node && isConvolution(shown)) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    }
    return {};
}

QVariant GraphModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Output)
        return tr("Shape of the output for one photo");
    if (role != Qt::DisplayRole)
        return {};
    return section == Node ? tr("Operator") : tr("Output");
}

} // namespace convscope
