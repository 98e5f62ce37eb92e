#pragma once

#include "core/computation.h"
#include "ui/present/filterpage.h"

#include <QWidget>
#include <functional>
#include <optional>

class QCheckBox;
class QGroupBox;
class QLabel;
class QListWidget;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace convscope {

class CropModel;
class KernelView;
class StripView;
class TileList;

/// All that is known of one filter: what excites it in which photos, how it answers to the classes, its
/// numbers, weights and image. Shows what it is given, and asks by signals for what the user wants.
class FilterPage : public QWidget
{
    Q_OBJECT
public:
    explicit FilterPage(QWidget *parent = nullptr);

    /// Another filter, or more of the same: photos that are not read yet come by setCrop().
    void setPage(FilterPageData shown);
    /// Nothing is known; `why` is a sentence.
    void setNothing(const QString &why);
    /// A photo that was read, by its rank. Ignored where another filter is shown by now.
    void setCrop(std::size_t rank, const FilterCrop &crop);
    /// The optimised image, and how it was made; null: there is none.
    void setImage(const QImage &image, const QString &text);
    /// How far the image is that is being made; none: none is being made.
    void setImageProgress(const std::optional<Progress> &progress);

    /// What is shown, with all that was read since: for figures. None where nothing is.
    const std::optional<FilterPageData> &page() const { return m_data; }
    /// How the crops are looked at: for figures.
    CropLook look() const;
    /// What the menu on a crop offers; `picture` is what is seen of it, null while that is not read.
    using CropMenu = std::function<void(QMenu &menu, const FilterCrop &crop, const QImage &picture)>;
    void setCropMenu(CropMenu fill);

Q_SIGNALS:
    void filterAsked(int filter); ///< of the same layer
    void photoActivated(const std::filesystem::path &name); ///< of a photo, below the index's folder
    void layerAsked(); ///< all filters of the layer
    void mapsAsked(bool wanted); ///< over the photos
    void imageAsked();
    void imageStopAsked();
    void copyAsked();
    void exportAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makePhotos();
    QWidget *makeSide();
    QWidget *makeImage();
    QWidget *makeWeights();
    QWidget *makeSimilar();
    void addKeys();
    void go(int filter);
    void showTexts();
    void showKernel();
    void showImage();
    void showSimilar();
    void showPlot();
    void showState();

    std::optional<FilterPageData> m_data;
    std::optional<int> m_asked; ///< filter that is on its way
    std::optional<Progress> m_progress;
    CropModel *m_crops;
    QLabel *m_title;
    QLabel *m_state;
    QToolButton *m_previous;
    QToolButton *m_next;
    QCheckBox *m_maps;
    QCheckBox *m_whole;
    QPushButton *m_layer;
    QPushButton *m_copy;
    QPushButton *m_export;
    QWidget *m_body;
    TileList *m_list;
    StripView *m_plot;
    QLabel *m_noPlot;
    QLabel *m_remarks;
    QLabel *m_numbers;
    QLabel *m_image;
    QLabel *m_imageText;
    QProgressBar *m_imageProgress;
    QPushButton *m_makeImage;
    QGroupBox *m_weights;
    KernelView *m_kernel;
    QLabel *m_kernelText;
    QGroupBox *m_alike;
    QListWidget *m_similar;
};

} // namespace convscope
