#pragma once

#include "core/methods/featurevisualisation.h"
#include "core/methods/filtermaps.h"
#include "ui/board/fileversions.h"
#include "ui/board/requestcache.h"

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
    /// `networkLane` runs the network, `readers` read photos; both must outlive the inspector. `versions` are
    /// those of the files that the board shows.
    FilterInspector(Lane &networkLane, Lane &readers,
        std::shared_ptr<FileVersions> versions = std::make_shared<FileVersions>(), QObject *parent = nullptr);

    Lane &readers() { return m_readers; }
    /// Of what is taken from the menus on filters.
    Saver &saver() { return *m_saver; }

    void setNetwork(std::shared_ptr<const Network> network);
    void setPhotos(const std::vector<PhotoRef> &photos);
    /// The versions of some files have changed.
    void takeVersions();
    void setFilter(int layer, int filter);
    /// Steps, learning rate and seed of the filter's picture; its layer and filter do not count.
    void setImageOptions(const FeatureVisualisationOptions &options);
    /// Whether somebody looks at the maps, or at the chosen filter.
    void setMapsWanted(bool wanted);
    void setDetailsWanted(bool wanted);

    const Network *network() const { return m_network.get(); }
    const Layer *layer() const; ///< none where there is nothing to inspect
    int filter() const { return m_filter; }
    QString photoName() const; ///< of the maps; empty where there is no photo

    RequestState<FilterMaps> maps() const;
    QList<PhotoStatistics> statistics() const;
    RequestState<Kernel> kernel() const;
    RequestState<OptimisedImage> image() const;
    /// What the filter's picture is, or would be, made with.
    FeatureVisualisationOptions imageOptions() const;
    /// It takes seconds, so it is made only when asked.
    void startImage();
    void stopImage();

Q_SIGNALS:
    /// Another layer, photo or network, or an answer came.
    void changed();
    void imageProgressed();

private:
    using Statistics = std::vector<FilterStatistics>;

    void reconcileSoon();
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
    std::shared_ptr<FileVersions> m_versions;
    int m_networkNumber = 0; ///< a file may be opened again after it has changed
    std::vector<PhotoRef> m_photos;
    int m_layer = -1;
    int m_filter = 0;
    FeatureVisualisationOptions m_imageOptions;
    bool m_mapsWanted = false;
    bool m_detailsWanted = false;
    QTimer m_soon; ///< gathers what changes in one turn of the event loop
    RequestCache<Photo> m_loaded;
    RequestCache<FilterMaps> m_maps;
    RequestCache<Statistics> m_statistics;
    RequestCache<Kernel> m_kernels;
    RequestCache<OptimisedImage> m_images;
};

} // namespace convscope
