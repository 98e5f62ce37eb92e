#pragma once

#include "core/explain/filterimage.h"
#include "core/explain/filtermaps.h"
#include "ui/board/desk.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace convscope {

class Saver;

/// The weights that a filter's maps are made with, and of which convolution they are.
struct Kernel
{
    std::optional<int> layer; ///< none where the maps are not made by the filters of one convolution
    Map weights; ///< inputs×h×w
};

/// How the inspected filter answers to one photo.
struct PhotoStatistics
{
    QString photo;
    std::optional<FilterStatistics> filter; ///< none while it is computed
    QString problem; ///< a sentence
};

/// Finds out what there is to know of a layer's filters and of one of them: the maps of all for the first
/// photo of the board, and of the chosen one its answers to all photos, its weights and the picture that
/// excites it. Asks only what is looked at. GUI thread only.
class FilterInspector : public QObject
{
    Q_OBJECT
public:
    /// `networkLane` runs the network, `readers` read photos; both must outlive the inspector.
    FilterInspector(Lane &networkLane, Lane &readers, QObject *parent = nullptr);

    Lane &readers() { return m_readers; }
    /// Of what is taken from the menus on filters.
    Saver &saver() { return *m_saver; }

    void setNetwork(std::shared_ptr<const Network> network);
    void setPhotos(const std::vector<PhotoRef> &photos);
    /// Takes the photos from their files again, which may have been replaced.
    void readAgain();
    void setFilter(int layer, int filter);
    /// Steps, learning rate and seed of the filter's picture; its layer and filter do not count.
    void setImageOptions(const FilterImageOptions &options);
    /// Whether somebody looks at the maps, or at the chosen filter.
    void setMapsWanted(bool wanted);
    void setDetailsWanted(bool wanted);

    const Network *network() const { return m_network.get(); }
    const Layer *layer() const; ///< none where there is nothing to inspect
    int filter() const { return m_filter; }
    QString photoName() const; ///< of the maps; empty where there is no photo

    Standing<FilterMaps> maps() const;
    QList<PhotoStatistics> statistics() const;
    Standing<Kernel> kernel() const;
    Standing<FilterImage> image() const;
    /// What the filter's picture is, or would be, made with.
    FilterImageOptions imageOptions() const;
    /// It takes seconds, so it is made only when asked.
    void startImage();
    void stopImage();

Q_SIGNALS:
    /// Another layer, photo or network, or an answer came.
    void changed();
    void imageProgressed();

private:
    using Statistics = std::vector<FilterStatistics>;

    void reconcile();
    void askMaps();
    void askDetails();
    void askImage();
    std::shared_ptr<const Photo> askPhoto(const PhotoRef &photo);
    void askStatistics(const PhotoRef &photo, const std::shared_ptr<const Photo> &loaded);
    PhotoStatistics statisticsOf(const PhotoRef &photo) const;
    QString photoKey(const PhotoRef &photo) const;
    QString layerKey(const PhotoRef &photo) const;
    QString kernelKey() const;
    QString imageKey() const;

    Lane &m_networkLane;
    Lane &m_readers;
    Saver *m_saver;
    std::shared_ptr<const Network> m_network;
    int m_reading = 0; ///< how often the photos were to be read again
    int m_networkNumber = 0; ///< a file may be opened again after it has changed
    std::vector<PhotoRef> m_photos;
    int m_layer = -1;
    int m_filter = 0;
    FilterImageOptions m_imageOptions;
    bool m_mapsWanted = false;
    bool m_detailsWanted = false;
    QTimer m_soon; ///< gathers what changes in one turn of the event loop
    Desk<Photo> m_loaded;
    Desk<FilterMaps> m_maps;
    Desk<Statistics> m_statistics;
    Desk<Kernel> m_kernels;
    Desk<FilterImage> m_images;
};

} // namespace convscope
