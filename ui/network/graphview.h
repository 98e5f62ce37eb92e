#pragma once

#include "core/network/network.h"

#include <QObject>
#include <optional>
#include <vector>

class QKeySequence;
class QWidget;

namespace convscope {

class NodeCard;
class NodeList;

/// A network as the list of operators that its file is: the list with a field to search it, the card of the
/// chosen node, and the way back from where links led to. These widgets belong to whoever puts them into a
/// window.
class GraphView : public QObject
{
    Q_OBJECT
public:
    explicit GraphView(QObject *parent = nullptr);

    QWidget *list() const;
    QWidget *searchField() const;
    QWidget *card() const;

    void setNetwork(const NetworkInfo &info);
    /// Chooses a node with the output of this layer, where there is one, and tells nobody.
    void showLayer(int layer);
    std::optional<int> node() const { return m_node; }
    void goBack();
    void goForward();

Q_SIGNALS:
    /// The user chose a node with the output of this layer.
    void layerChosen(int layer);

private:
    void onKey(QWidget &part, const QKeySequence &key, void (GraphView::*go)());
    void choose(int node);
    void show(int node);
    void jump(int node);
    void goTo(int node);
    void showWays();

    NodeList *m_list;
    NodeCard *m_card;
    NetworkInfo m_info;
    std::vector<std::vector<int>> m_takers;
    std::optional<int> m_node;
    std::vector<int> m_back; ///< nodes that links were followed from, the latest last
    std::vector<int> m_forward; ///< nodes that were come back from, the latest last
};

} // namespace convscope
