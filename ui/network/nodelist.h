#pragma once

#include "core/network/network.h"

#include <QWidget>
#include <optional>

class QTreeView;

namespace convscope {

class GraphDelegate;
class GraphModel;
class SearchField;

/// The nodes of a network's graph with the lanes of their values, to choose one from, and a field to search
/// them.
class NodeList : public QWidget
{
    Q_OBJECT
public:
    explicit NodeList(QWidget *parent = nullptr);

    void setNetwork(const NetworkInfo &info);
    /// Marks a node, or none, and tells nobody. One that the search leaves out is not marked, unless the
    /// search is to make way for it.
    void mark(std::optional<int> node, bool emptiesSearch);
    void focusNodes();
    /// The field to search with, for whoever has a place for it.
    QWidget *searchField() const;

Q_SIGNALS:
    /// By the user.
    void chosen(int node);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeView();
    void search();
    void goToFound();

    GraphModel *m_model;
    GraphDelegate *m_delegate;
    SearchField *m_search;
    QTreeView *m_view;
    std::optional<int> m_chosen;
    bool m_marking = false; ///< the view's current line is not the user's choice
};

} // namespace convscope
