#pragma once

#include "ui/microscope/layerpagemodel.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace convscope {

class SearchField;
class TileList;

/// All filters of a layer: what excites each most, sorted and sifted. Shows what it is given, and asks by
/// signals for what the user wants.
class LayerPage : public QWidget
{
    Q_OBJECT
public:
    explicit LayerPage(QWidget *parent = nullptr);

    /// The layers to choose from.
    void setLayers(const std::vector<IndexedLayer> &layers);
    /// Crops that are not read yet come by setCrop().
    void setPage(LayerPageData shown);
    /// Nothing is known; `why` is a sentence.
    void setNothing(const QString &why);
    /// Of the photo that excites its filter most. Ignored where another layer is shown by now.
    void setCrop(const FilterCrop &crop);
    void setImage(int filter, const QImage &image);
    /// Answers similarAsked().
    void setSimilar(int filter, const std::vector<SimilarFilter> &similar);
    /// Marks the filter that the other page shows.
    void setChosen(int filter);

    /// What is shown, with all that was read since: for figures. None where nothing is.
    const LayerPageData *page() const { return m_isThere ? &m_model->page() : nullptr; }
    /// Whether optimised images are shown in place of crops.
    bool showsImages() const;

Q_SIGNALS:
    void layerChosen(int layer); ///< place in NetworkInfo::layers
    void filterAsked(int filter);
    void similarAsked(int filter); ///< how similar the others are to it
    void imagesAsked(bool wanted); ///< optimised ones, of all filters
    void copyAsked();
    void exportAsked();

private:
    QWidget *makeHead();
    QWidget *makeChoices();
    void makeList();
    void setOrder();
    void showKinds();
    void showState();
    std::optional<int> current() const;

    LayerPageModel *m_model;
    LayerPageOrder *m_sorted;
    bool m_isThere = false;
    std::optional<int> m_reference; ///< the filter that others are compared with
    QComboBox *m_layers;
    QLabel *m_title;
    QComboBox *m_order;
    QComboBox *m_kind;
    SearchField *m_search;
    QCheckBox *m_images;
    QPushButton *m_copy;
    QPushButton *m_export;
    TileList *m_list;
    QLabel *m_state;
};

} // namespace convscope
