#pragma once

#include "core/network/network.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QMenu;
class QSpinBox;
class QTabBar;
class QModelIndex;
class QTreeView;

namespace convscope {

class FilterGrid;
class FilterInspector;
class GraphView;
class LayerModel;
class NetworkHeader;
class SearchField;

/// The network drawn as its blocks, to choose a layer from, and below it the maps of the layer's filters, to
/// choose one of them; or, of a network whose file is a list of operators, its graph and what is known of the
/// chosen operator.
class NetworkPanel : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPanel(FilterInspector &inspector, QWidget *parent = nullptr);

    /// Chooses a layer and filter as well: the ones asked for where the network has them, else its first
    /// convolution.
    /// `name` says which network it is; where there is none, its file does.
    void showNetwork(const NetworkInfo &info, int layer, int filter, const QString &name = {});

    /// None while no network is shown.
    std::optional<int> layer() const { return m_layer; }
    int filter() const;

    /// Where the network has them.
    void choose(int layer, int filter);
    void stepFilter(int by);
    /// To the next listed layer that has maps.
    void stepLayer(int by);
    /// The graph, for networks that have one, in place of the layers and the filters' maps.
    void showGraph(bool shown);

Q_SIGNALS:
    void chosenChanged();
    /// The user wants to tell how photos are prepared.
    void inputAsked();
    /// The user wants to know all of the chosen filter.
    void filterAsked();
    /// The user wants to know what excites the chosen filter in the photos.
    void explainAsked();
    /// It was trained on ImageNet.
    void imageNetAsked();
    /// The user wants the graph in place of the layers, or the layers again.
    void graphChosen(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeUpperPart();
    void fitParts();
    QWidget *makeLowerPart();
    QWidget *makeLayers();
    void makePages();
    QWidget *makeWanted();
    void makeTree();
    QWidget *makeFilters();
    void showPage();
    void listKinds();
    void applyWanted();
    bool hasMaps(int layer) const;
    void setLayer(int layer, int filter);
    void chooseLayer(int layer);
    void markLayer();
    void goToLayers();
    void fillLayerMenu(QMenu &menu, const QModelIndex &index);

    std::filesystem::path m_file; ///< of the network; empty while none is shown
    LayerModel *m_model;
    QWidget *m_upperPart; ///< all but the filters and the card
    NetworkHeader *m_header;
    QTabBar *m_pages;
    QWidget *m_pagesRow; ///< the pages, and what is searched for in the graph
    QWidget *m_layers = nullptr; ///< with what is searched for in them
    QComboBox *m_kinds;
    SearchField *m_search;
    QTreeView *m_tree;
    GraphView *m_graph;
    QWidget *m_filters = nullptr;
    QSpinBox *m_filter;
    QLabel *m_filterCount;
    FilterGrid *m_grid;
    std::optional<int> m_layer;
    bool m_hasGraph = false;
    bool m_listing = false; ///< the list is being changed, and with it its current row
};

} // namespace convscope
