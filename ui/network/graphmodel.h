#pragma once

#include "core/network/network.h"
#include "ui/network/graphlanes.h"

#include <QAbstractTableModel>
#include <optional>

namespace convscope {

/// The nodes of a network's graph, a line each, in the order in which they run; or, when only some are
/// wanted, these.
class GraphModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Node, ///< operator and name
        Output, ///< its shape
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setNetwork(const NetworkInfo &info);
    /// Lists the nodes whose name, operator or module contains the text; an empty one matches all.
    void setWanted(const QString &text);
    bool listsAll() const { return m_listed.size() == m_graph.size(); }

    const std::vector<GraphNode> &graph() const { return m_graph; }
    const GraphLanes &lanes() const { return m_lanes; }
    /// The node of a line, which must be valid.
    int node(const QModelIndex &index) const { return m_listed[std::size_t(index.row())]; }
    /// Of a node; invalid where it is not listed.
    QModelIndex indexOf(int node) const;
    /// Whether the node's output is that of a layer that can be chosen.
    bool showsLayer(int node) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isWanted(const GraphNode &node) const;
    void list();
    QString toolTip(const GraphNode &node) const;
    bool isConvolution(const GraphNode &node) const;

    std::vector<GraphNode> m_graph;
    GraphLanes m_lanes;
    std::vector<Layer> m_layers;
    QString m_text;
    std::vector<int> m_listed; ///< nodes, ascending
};

/// "conv2d" of "aten.conv2d.default", "Conv" of "Conv".
QString operationText(const GraphNode &node);

/// "conv2d_3 · layer1.0.conv1" where the name tells the operator, else "Conv · /layer1/Conv".
QString nodeText(const GraphNode &node);

/// "64×56×56"; empty of no tensor and of one number.
QString shapeText(const std::vector<std::int64_t> &shape);

} // namespace convscope
