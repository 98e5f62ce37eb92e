#include "ui/network/layermodel.h"

#include "ui/present/sentences.h"

#include <QFont>

namespace convscope {

namespace {

QString text(const Layer &layer, int column)
{
    switch (column) {
    case LayerModel::Index:
        return QString::number(layer.index);
    case LayerModel::Kind:
        return QString::fromStdString(layer.kind);
    case LayerModel::Output:
        return outputText(layer);
    case LayerModel::Name:
        return QString::fromStdString(layer.name);
    }
    return {};
}

} // namespace

QString outputText(const Layer &layer)
{
    if (layer.hasMaps())
        return QStringLiteral("%1 × %2 × %3")
            .arg(layer.channels.value_or(0))
            .arg(*layer.height)
            .arg(*layer.width);
    return layer.channels ? QString::number(*layer.channels) : QString();
}

void LayerModel::setLayers(std::vector<Layer> layers)
{
    beginResetModel();
    m_layers = std::move(layers);
    endResetModel();
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layers.size());
}

int LayerModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Layer &layer = m_layers[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(layer, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Index ? layerText(layer) : text(layer, index.column());
    case Qt::ToolTipRole:
        return layer.hasMaps()
            ? layerText(layer)
            : tr("%1\nIts output is no map, so it has no filters to show").arg(layerText(layer));
    case Qt::TextAlignmentRole:
        return index.column() == Index ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::FontRole:
        if (layer.kind == "Conv2d" && index.column() <= Kind) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case KindRole:
        return QString::fromStdString(layer.kind);
    case HasMapsRole:
        return layer.hasMaps();
    }
    return {};
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Index ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Index:
        return tr("Layer");
    case Kind:
        return tr("Kind");
    case Output:
        return tr("Output");
    case Name:
        return tr("Name");
    }
    return {};
}

Qt::ItemFlags LayerModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool usable = m_layers[std::size_t(index.row())].hasMaps();
    return usable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                  : Qt::ItemNeverHasChildren;
}

} // namespace convscope
