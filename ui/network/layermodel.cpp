#include "ui/network/layermodel.h"

#include "ui/present/counttext.h"
#include "ui/present/sentences.h"

#include <QFont>
#include <QLocale>
#include <QSizeF>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

bool isModule(const LayerNode &node) { return node.children.empty(); }

/// Widths and heights of the bars go by doubling, so their logarithms make steps that can be told apart.
struct Scale
{
    double min = 0; ///< of log2
    double max = 0;

    void include(int size)
    {
        const double value = std::log2(std::max(1, size));
        min = max == 0 ? value : std::min(min, value);
        max = std::max(max, value);
    }
    /// From a quarter for the least to 1 for the most.
    double share(int size) const
    {
        const double value = std::log2(std::max(1, size));
        return max > min ? std::clamp(0.25 + 0.75 * (value - min) / (max - min), 0.0, 1.0) : 1;
    }
};

} // namespace

QString outputText(const Layer &layer)
{
    const QString channels = layer.channels ? QString::number(*layer.channels) : QString();
    if (!layer.hasMaps())
        return channels;
    if (*layer.height == *layer.width)
        return QStringLiteral("%1@%2").arg(channels).arg(*layer.height) + QChar(0xb2); // squared
    return QStringLiteral("%1@%2×%3").arg(channels).arg(*layer.height).arg(*layer.width);
}

void LayerModel::setLayers(std::vector<Layer> layers)
{
    beginResetModel();
    m_layers = std::move(layers);
    build();
    endResetModel();
}

void LayerModel::setWanted(const QString &kind, const QString &text)
{
    if (m_kind == kind && m_text == text)
        return;
    beginResetModel();
    m_kind = kind;
    m_text = text;
    build();
    endResetModel();
}

void LayerModel::build()
{
    if (m_kind.isEmpty() && m_text.isEmpty()) {
        const auto endOfModules = std::find_if(m_layers.begin(), m_layers.end(),
            [](const Layer &layer) { return layer.isBlock || layer.isOperator; });
        m_nodes = layerTree({m_layers.begin(), endOfModules});
        const auto firstOperator =
            std::find_if(endOfModules, m_layers.end(), [](const Layer &layer) { return layer.isOperator; });
        if (firstOperator != m_layers.end())
            addBranch(m_nodes, firstOperator->index, m_layers.back().index, tr("Operators"));
    } else {
        std::vector<int> wanted;
        for (const Layer &layer : m_layers) {
            const bool kind = m_kind.isEmpty() || QString::fromStdString(layer.kind) == m_kind;
            const bool text = QString::fromStdString(layer.name).contains(m_text, Qt::CaseInsensitive)
                || QString::number(layer.index).contains(m_text);
            if (kind && text && !layer.isBlock)
                wanted.push_back(layer.index);
        }
        m_nodes = layerList(wanted);
    }
    m_top.clear();
    for (std::size_t number = 0; number < m_nodes.size(); ++number) {
        if (m_nodes[number].parent < 0)
            m_top.push_back(int(number));
    }
}

std::optional<int> LayerModel::layer(const QModelIndex &index) const
{
    if (!index.isValid() || !isModule(node(index)))
        return {};
    return node(index).first;
}

QModelIndex LayerModel::indexOf(int layer) const
{
    for (std::size_t number = 0; number < m_nodes.size(); ++number) {
        if (isModule(m_nodes[number]) && m_nodes[number].first == layer)
            return createIndex(m_nodes[number].row, 0, quintptr(number));
    }
    return {};
}

std::optional<int> LayerModel::neighbour(int layer, int by) const
{
    const bool any = layer < 0;
    std::optional<int> nearest;
    for (const LayerNode &each : m_nodes) {
        const int candidate = each.first;
        const Layer &found = m_layers[std::size_t(candidate)];
        const bool isAlike = any || found.isOperator == m_layers[std::size_t(layer)].isOperator;
        if (isModule(each) && found.hasMaps() && isAlike && (candidate - layer) * by > 0
            && (!nearest || std::abs(candidate - layer) < std::abs(*nearest - layer)))
            nearest = candidate;
    }
    return nearest;
}

QModelIndex LayerModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<int> &siblings = parent.isValid() ? node(parent).children : m_top;
    return createIndex(row, column, quintptr(siblings[std::size_t(row)]));
}

QModelIndex LayerModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || node(index).parent < 0)
        return {};
    const int number = node(index).parent;
    return createIndex(m_nodes[std::size_t(number)].row, 0, quintptr(number));
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_top.size());
    return parent.column() == 0 ? int(node(parent).children.size()) : 0;
}

int LayerModel::columnCount(const QModelIndex &) const { return ColumnCount; }

const Layer *LayerModel::blockOf(const LayerNode &node) const
{
    const std::string path = node.path.toStdString();
    const auto block = std::find_if(m_layers.begin(), m_layers.end(),
        [&](const Layer &each) { return each.isBlock && each.name == path; });
    return path.empty() || block == m_layers.end() ? nullptr : &*block;
}

/// A residual block gives another map than its last module.
const Layer *LayerModel::outputOf(const LayerNode &node) const
{
    if (holdsOperators(node))
        return nullptr;
    const Layer *block = blockOf(node);
    return block ? block : &m_layers[std::size_t(node.last)];
}

QString LayerModel::parametersText(const LayerNode &node) const
{
    std::int64_t count = 0;
    if (const Layer *block = blockOf(node)) {
        count = block->parameterCount; // with its own
    } else {
        for (int layer = node.first; layer <= node.last; ++layer)
            count += m_layers[std::size_t(layer)].parameterCount;
    }
    return count == 0 ? tr("no parameters") : tr("%1 parameters").arg(countText(count));
}

QString LayerModel::text(const LayerNode &node, int column) const
{
    const Layer *output = outputOf(node);
    if (column == Output)
        return output ? outputText(*output) : QString();
    const Layer &layer = m_layers[std::size_t(node.first)];
    if (!isModule(node))
        return QStringLiteral("%1 · %2–%3").arg(node.title).arg(node.first).arg(node.last);
    const QString name = node.title.isEmpty() ? QString::fromStdString(layer.name) : node.title;
    return QStringLiteral("%1 %2 · %3").arg(layer.index).arg(QString::fromStdString(layer.kind), name);
}

QString LayerModel::accessibleText(const LayerNode &node, int column) const
{
    if (column != Module)
        return text(node, column);
    if (isModule(node))
        return tr("%1, %2").arg(layerText(m_layers[std::size_t(node.first)]), parametersText(node));
    if (holdsOperators(node))
        return tr("%1, layers %2 to %3").arg(node.title).arg(node.first).arg(node.last);
    return tr("%1, layers %2 to %3, %4")
        .arg(node.title)
        .arg(node.first)
        .arg(node.last)
        .arg(parametersText(node));
}

QString LayerModel::toolTip(const LayerNode &node) const
{
    const Layer &layer = m_layers[std::size_t(node.first)];
    if (holdsOperators(node))
        return tr("What runs beside the modules, such as the sum behind a residual block\nLayers %1 to %2")
            .arg(node.first)
            .arg(node.last);
    if (!isModule(node)) {
        const Layer *block = blockOf(node);
        const QString kind = block ? QString::fromStdString(block->kind) : QString();
        return tr("%1\nLayers %2 to %3, output %4\n%5")
            .arg(kind.isEmpty() ? node.title : tr("%1 · %2").arg(node.title, kind))
            .arg(node.first)
            .arg(node.last)
            .arg(outputText(*outputOf(node)), parametersText(node));
    }
    const QString geometry = geometryText(layer);
    const QString text = geometry.isEmpty()
        ? tr("%1\n%2").arg(layerText(layer), parametersText(node))
        : tr("%1\n%2\n%3").arg(layerText(layer), geometry, parametersText(node));
    return layer.hasMaps() ? text : tr("%1\nIts output is no map, so it has no filters to show").arg(text);
}

QSizeF LayerModel::bar(const LayerNode &node) const
{
    Scale channels;
    Scale sides;
    for (const Layer &layer : m_layers) {
        if (layer.hasMaps() && !layer.isBlock) {
            channels.include(*layer.channels);
            sides.include(std::max(*layer.height, *layer.width));
        }
    }
    const Layer *output = outputOf(node);
    if (!output || !output->hasMaps())
        return {0, 0};
    return {channels.share(*output->channels), sides.share(std::max(*output->height, *output->width))};
}

bool LayerModel::holdsConvolution(const LayerNode &node) const
{
    return std::any_of(m_layers.begin() + node.first, m_layers.begin() + node.last + 1,
        [](const Layer &layer) { return layer.kind == "Conv2d"; });
}

bool LayerModel::holdsOperators(const LayerNode &node) const
{
    return !isModule(node) && m_layers[std::size_t(node.first)].isOperator;
}

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LayerNode &shown = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(shown, index.column());
    case Qt::ToolTipRole:
        return toolTip(shown);
    case Qt::FontRole:
        if (index.column() == Module && isModule(shown) && holdsConvolution(shown)) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case BarRole:
        return bar(shown);
    case ConvolutionRole:
        return holdsConvolution(shown);
    }
    return {};
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Output)
        return tr("Channels @ height × width");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Module:
        return tr("Layer");
    case Output:
        return tr("Output");
    }
    return {};
}

Qt::ItemFlags LayerModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const LayerNode &shown = node(index);
    if (!isModule(shown))
        return Qt::ItemIsEnabled; // to be folded, not chosen
    return m_layers[std::size_t(shown.first)].hasMaps()
        ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
        : Qt::ItemNeverHasChildren;
}

} // namespace convscope
