#pragma once

#include "core/network/network.h"

#include <QSortFilterProxyModel>
#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;
class QTreeView;

namespace convscope {

class LayerModel;

/// The modules of the network to choose a layer from, and one of the layer's filters.
class NetworkPanel : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPanel(QWidget *parent = nullptr);

    /// Chooses a layer and filter as well: the ones asked for where the network has them, else its first
    /// convolution.
    void showNetwork(const NetworkInfo &info, int layer, int filter);

    /// None while no network is shown.
    std::optional<int> layer() const { return m_layer; }
    int filter() const;

    void stepFilter(int by);
    /// To the next listed layer that has maps.
    void stepLayer(int by);

Q_SIGNALS:
    void chosenChanged();

private:
    void makeList();
    QWidget *makeFilterPicker();
    void listKinds();
    void applyKind();
    void setLayer(int layer, int filter);
    void markLayer();

    LayerModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_summary;
    QComboBox *m_kinds;
    QTreeView *m_list;
    QSpinBox *m_filter;
    QSlider *m_slider;
    QLabel *m_filterCount;
    std::optional<int> m_layer;
    bool m_listing = false; ///< the list is being changed, and with it its current row
};

} // namespace convscope
