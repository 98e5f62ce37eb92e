#pragma once

#include "core/network/network.h"

#include <QWidget>
#include <optional>

class QAction;
class QLabel;
class QModelIndex;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace convscope {

/// All that is known of one node of a graph: its module and attributes, what it takes, and what takes its
/// output. Other nodes are links.
class NodeCard : public QWidget
{
    Q_OBJECT
public:
    explicit NodeCard(QWidget *parent = nullptr);

    void showNode(const NetworkInfo &info, int node, const std::vector<int> &takers);
    void clear();
    /// Whether there is a way back, or forward, among the nodes that links led to.
    void setWays(bool back, bool forward);

Q_SIGNALS:
    void nodeAsked(int node);
    void backAsked();
    void forwardAsked();

private:
    QWidget *makeTitle();
    void makeTable();
    void addPart(
        QStandardItem *parent, const QString &name, const QString &value, std::optional<int> link = {});
    QStandardItem *addGroup(const QString &title);
    void addInputs(const GraphNode &node, const std::vector<GraphNode> &graph);
    void follow(const QModelIndex &index);

    QAction *m_back;
    QAction *m_forward;
    QLabel *m_title;
    QStandardItemModel *m_parts;
    QTreeView *m_table;
};

} // namespace convscope
