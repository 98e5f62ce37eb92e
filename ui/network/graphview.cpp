#include "ui/network/graphview.h"

#include "ui/network/graphlanes.h"
#include "ui/network/nodecard.h"
#include "ui/network/nodelist.h"

#include <QShortcut>
#include <initializer_list>

namespace convscope {

GraphView::GraphView(QObject *parent)
    : QObject(parent)
    , m_list(new NodeList)
    , m_card(new NodeCard)
{
    connect(m_list, &NodeList::chosen, this, &GraphView::choose);
    connect(m_card, &NodeCard::nodeAsked, this, &GraphView::jump);
    connect(m_card, &NodeCard::backAsked, this, &GraphView::goBack);
    connect(m_card, &NodeCard::forwardAsked, this, &GraphView::goForward);
    m_card->clear();
    for (QWidget *part : std::initializer_list<QWidget *>{m_list, m_card}) {
        onKey(*part, Qt::ALT | Qt::Key_Left, &GraphView::goBack);
        onKey(*part, Qt::ALT | Qt::Key_Right, &GraphView::goForward);
    }
}

void GraphView::onKey(QWidget &part, const QKeySequence &key, void (GraphView::*go)())
{
    auto *shortcut = new QShortcut(key, &part);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, go);
}

QWidget *GraphView::list() const { return m_list; }

QWidget *GraphView::searchField() const { return m_list->searchField(); }

QWidget *GraphView::card() const { return m_card; }

void GraphView::setNetwork(const NetworkInfo &info)
{
    m_info = info;
    m_takers = takersIn(info.graph);
    m_node.reset();
    m_back.clear();
    m_forward.clear();
    m_list->setNetwork(info);
    m_card->clear();
    showWays();
}

void GraphView::showLayer(int layer)
{
    if (m_node && m_info.graph[std::size_t(*m_node)].layer == layer)
        return;
    // The last one: a layer that runs more than once shows what it gives the last time.
    for (int node = int(m_info.graph.size()) - 1; node >= 0; --node) {
        if (m_info.graph[std::size_t(node)].layer == layer) {
            m_list->mark(node, false);
            show(node);
            return;
        }
    }
}

void GraphView::show(int node)
{
    m_node = node;
    m_card->showNode(m_info, node, m_takers[std::size_t(node)]);
}

void GraphView::choose(int node)
{
    show(node);
    if (const std::optional<int> layer = m_info.graph[std::size_t(node)].layer)
        Q_EMIT layerChosen(*layer);
}

/// Along a link.
void GraphView::jump(int node)
{
    if (m_node)
        m_back.push_back(*m_node);
    m_forward.clear();
    goTo(node);
}

void GraphView::goBack()
{
    if (m_back.empty())
        return;
    const int node = m_back.back();
    m_back.pop_back();
    if (m_node)
        m_forward.push_back(*m_node);
    goTo(node);
}

void GraphView::goForward()
{
    if (m_forward.empty())
        return;
    const int node = m_forward.back();
    m_forward.pop_back();
    if (m_node)
        m_back.push_back(*m_node);
    goTo(node);
}

void GraphView::goTo(int node)
{
    m_list->mark(node, true);
    choose(node);
    showWays();
}

void GraphView::showWays() { m_card->setWays(!m_back.empty(), !m_forward.empty()); }

} // namespace convscope
