#pragma once

#include "ui/network/layertree.h"

#include <QAbstractItemModel>
#include <optional>

namespace convscope {

/// The modules of a network in the order in which they run, in branches that fold, and behind them the
/// operators that are no modules, in a branch of their own; or, when only some are wanted, these in a plain
/// list. Convolutions are bold; layers whose output is no map cannot be chosen.
class LayerModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column
    {
        Module, ///< index, kind and name
        Output,
        ColumnCount
    };
    enum Role
    {
        BarRole =
            Qt::UserRole, ///< QSizeF: channels and resolution in [0, 1]; null where the output is no map
        ConvolutionRole, ///< bool: is one, or holds one
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Modules that hold others are not listed themselves; they tell what their branches give.
    void setLayers(std::vector<Layer> layers);
    /// Lists the modules of this kind whose name or index contains the text; empty ones match all.
    void setWanted(const QString &kind, const QString &text);

    const std::vector<Layer> &layers() const { return m_layers; }
    /// The layer of a line; none for a branch.
    std::optional<int> layer(const QModelIndex &index) const;
    /// Of a layer; invalid where it is not listed.
    QModelIndex indexOf(int layer) const;
    /// The next (by = 1) or previous (by = −1) listed layer that has maps; of a module a module, of an
    /// operator an operator.
    std::optional<int> neighbour(int layer, int by) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void build();
    const LayerNode &node(const QModelIndex &index) const { return m_nodes[std::size_t(index.internalId())]; }
    /// The module that a branch is; none where the file does not show it as one.
    const Layer *blockOf(const LayerNode &node) const;
    /// The layer whose output a line tells; none of the branch of operators.
    const Layer *outputOf(const LayerNode &node) const;
    QString parametersText(const LayerNode &node) const;
    QString text(const LayerNode &node, int column) const;
    QString accessibleText(const LayerNode &node, int column) const;
    QString toolTip(const LayerNode &node) const;
    QSizeF bar(const LayerNode &node) const;
    bool holdsConvolution(const LayerNode &node) const;
    bool holdsOperators(const LayerNode &node) const;

    std::vector<Layer> m_layers;
    QString m_kind;
    QString m_text;
    std::vector<LayerNode> m_nodes;
    std::vector<int> m_top; ///< nodes without a parent
};

/// "128@64²" or "128@64×48" (channels, height, width), or the number of values where the output is no
/// map.
QString outputText(const Layer &layer);

} // namespace convscope
