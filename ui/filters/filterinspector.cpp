#include "ui/filters/filterinspector.h"

#include "core/explain/request.h"
#include "ui/present/guithread.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/widgets/saver.h"

namespace convscope {

namespace {

constexpr int photosKiB = 4 * 1024;
constexpr int mapsKiB = 128 * 1024;
constexpr int mapsKept = 4; // of the largest there are: 128 maps of 128×128 are 16 MiB
constexpr int otherKiB = 16 * 1024;

int kib(std::size_t bytes) { return int(bytes / 1024); }

int kib(const Map &map) { return kib(map.values.size() * sizeof(double)); }

Kernel kernelOf(const Network &network, int layer, int filter)
{
    const std::optional<int> convolution = convolutionOf(network.info(), layer);
    if (!convolution)
        return {};
    std::optional<Map> weights = filterKernel(network, *convolution, filter);
    return weights ? Kernel{convolution, std::move(*weights)} : Kernel{};
}

} // namespace

FilterInspector::FilterInspector(
    Lane &networkLane, Lane &readers, std::shared_ptr<FileVersions> versions, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
    , m_readers(readers)
    , m_saver(new Saver(readers, this))
    , m_versions(std::move(versions))
    , m_loaded(
          photosKiB, [](const Photo &photo) { return kib(photo.input.pixels.size()); },
          [this](const QString &) { m_soon.start(); }, [](const QString &) {})
    , m_maps(
          mapsKiB, [](const FilterMaps &maps) { return kib(maps.maps); },
          [this](const QString &) { m_soon.start(); }, [](const QString &) {}, mapsKept)
    , m_statistics(
          otherKiB, [](const Statistics &all) { return kib(all.size() * sizeof(FilterStatistics)); },
          [this](const QString &) { m_soon.start(); }, [](const QString &) {})
    , m_kernels(
          otherKiB, [](const Kernel &kernel) { return kib(kernel.weights); },
          [this](const QString &) { m_soon.start(); }, [](const QString &) {})
    , m_images(
          otherKiB, [](const OptimisedImage &image) { return kib(image.image); },
          [this](const QString &) { m_soon.start(); }, [this](const QString &) { Q_EMIT imageProgressed(); })
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &FilterInspector::reconcile);
}

void FilterInspector::setNetwork(std::shared_ptr<const Network> network)
{
    m_network = std::move(network);
    ++m_networkNumber;
    m_images.dropAll(); // also those set aside: each holds a network
    m_layer = -1; // it was the layer of another network
    reconcileSoon();
}

void FilterInspector::setPhotos(const std::vector<PhotoRef> &photos)
{
    m_photos = photos;
    reconcileSoon();
}

void FilterInspector::takeVersions() { reconcileSoon(); }

void FilterInspector::setFilter(int layer, int filter)
{
    m_layer = layer;
    m_filter = filter;
    reconcileSoon();
}

void FilterInspector::setImageOptions(const FeatureVisualisationOptions &options)
{
    m_imageOptions = options;
    reconcileSoon();
}

void FilterInspector::setMapsWanted(bool wanted)
{
    m_mapsWanted = wanted;
    reconcileSoon();
}

void FilterInspector::setDetailsWanted(bool wanted)
{
    m_detailsWanted = wanted;
    reconcileSoon();
}

const Layer *FilterInspector::layer() const
{
    if (!m_network || m_layer < 0 || m_layer >= int(m_network->info().layers.size()))
        return nullptr;
    const Layer &layer = m_network->info().layers[std::size_t(m_layer)];
    return layer.hasMaps() ? &layer : nullptr;
}

QString FilterInspector::photoName() const
{
    return m_photos.empty() ? QString() : displayText(m_photos.front().file.stem());
}

FeatureVisualisationOptions FilterInspector::imageOptions() const
{
    FeatureVisualisationOptions options = m_imageOptions;
    options.layer = m_layer;
    options.filter = m_filter;
    options.noiseSeed = m_imageOptions.noiseSeed.value_or(0); // of no photo: what the filter itself looks for
    return options;
}

/// Gathers what changes in one turn of the event loop.
void FilterInspector::reconcileSoon()
{
    assertGuiThread(Q_FUNC_INFO);
    m_soon.start();
}

/// What was asked and is wanted no more is dropped before the rest is asked.
void FilterInspector::reconcile()
{
    QSet<QString> photos;
    QSet<QString> maps;
    QSet<QString> statistics;
    const bool inspecting = layer() != nullptr;
    if (inspecting && m_detailsWanted) {
        for (const PhotoRef &photo : m_photos) {
            photos.insert(photoKey(photo));
            statistics.insert(layerKey(photo));
        }
    }
    if (inspecting && m_mapsWanted && !m_photos.empty()) {
        photos.insert(photoKey(m_photos.front()));
        maps.insert(layerKey(m_photos.front()));
    }
    m_loaded.keepOnly(photos);
    m_maps.keepOnly(maps);
    m_statistics.keepOnly(statistics);
    m_kernels.keepOnly({kernelKey()});
    m_images.keepOnly({imageKey()});
    if (m_images.stateOf(imageKey()).active) // it may have been set aside for another filter
        askImage();
    if (inspecting && m_detailsWanted)
        askDetails();
    if (inspecting && m_mapsWanted)
        askMaps();
    Q_EMIT changed();
}

std::shared_ptr<const Photo> FilterInspector::askPhoto(const PhotoRef &photo)
{
    m_loaded.ask(photoKey(photo), [&](Replies<Photo> replies) {
        return m_readers.call<Photo>(
            {Urgency::Quick, {}},
            [photo, input = m_network->info().input, versions = m_versions] {
                versions->reading(photo.file);
                return loadPhoto(photo, input);
            },
            std::move(replies));
    });
    return m_loaded.stateOf(photoKey(photo)).value;
}

void FilterInspector::askMaps()
{
    if (m_photos.empty())
        return;
    const std::shared_ptr<const Photo> photo = askPhoto(m_photos.front());
    if (!photo)
        return;
    m_maps.ask(layerKey(m_photos.front()), [&](Replies<FilterMaps> replies) {
        return m_networkLane.call<FilterMaps>(
            {Urgency::Quick, {}, m_network},
            [network = m_network, photo, layer = m_layer] { return filterMaps(*network, *photo, layer); },
            std::move(replies));
    });
}

void FilterInspector::askDetails()
{
    m_kernels.ask(kernelKey(), [&](Replies<Kernel> replies) {
        return m_networkLane.call<Kernel>(
            {Urgency::Quick, {}, m_network},
            [network = m_network, layer = m_layer, filter = m_filter] {
                return kernelOf(*network, layer, filter);
            },
            std::move(replies));
    });
    // The last asked of equally urgent jobs runs first, so the first photo is asked about last.
    for (auto photo = m_photos.rbegin(); photo != m_photos.rend(); ++photo) {
        if (const std::shared_ptr<const Photo> loaded = askPhoto(*photo))
            askStatistics(*photo, loaded);
    }
}

/// Of all filters of the layer: going from one to the next then needs no other pass.
void FilterInspector::askStatistics(const PhotoRef &photo, const std::shared_ptr<const Photo> &loaded)
{
    if (m_maps.stateOf(layerKey(photo)).value)
        return;
    m_statistics.ask(layerKey(photo), [&](Replies<Statistics> replies) {
        return m_networkLane.call<Statistics>(
            {Urgency::Quick, {}, m_network},
            [network = m_network, loaded, layer = m_layer] {
                return filterMaps(*network, *loaded, layer).filters;
            },
            std::move(replies));
    });
}

RequestState<FilterMaps> FilterInspector::maps() const
{
    if (m_photos.empty() || !layer())
        return {};
    const RequestState<Photo> photo = m_loaded.stateOf(photoKey(m_photos.front()));
    RequestState<FilterMaps> standing = m_maps.stateOf(layerKey(m_photos.front()));
    if (photo.error)
        standing.error = photo.error;
    return standing;
}

PhotoStatistics FilterInspector::statisticsOf(const PhotoRef &photo) const
{
    PhotoStatistics row;
    row.photo = displayText(photo.file.stem());
    const auto take = [&](const Statistics &all) {
        if (std::size_t(m_filter) < all.size())
            row.filter = all[std::size_t(m_filter)];
    };
    const RequestState<FilterMaps> maps = m_maps.stateOf(layerKey(photo));
    const RequestState<Statistics> statistics = m_statistics.stateOf(layerKey(photo));
    if (maps.value)
        take(maps.value->filters);
    else if (statistics.value)
        take(*statistics.value);
    const std::optional<Error> loading = m_loaded.stateOf(photoKey(photo)).error;
    if (const std::optional<Error> &error = loading ? loading : statistics.error)
        row.problem = sentence(*error);
    return row;
}

QList<PhotoStatistics> FilterInspector::statistics() const
{
    QList<PhotoStatistics> rows;
    for (const PhotoRef &photo : m_photos)
        rows.append(layer() ? statisticsOf(photo) : PhotoStatistics{});
    return layer() ? rows : QList<PhotoStatistics>{};
}

RequestState<Kernel> FilterInspector::kernel() const { return m_kernels.stateOf(kernelKey()); }

RequestState<OptimisedImage> FilterInspector::image() const { return m_images.stateOf(imageKey()); }

void FilterInspector::startImage()
{
    if (!layer())
        return;
    m_images.forget(imageKey());
    askImage();
    reconcileSoon();
}

void FilterInspector::askImage()
{
    m_images.ask(imageKey(), [&](Replies<OptimisedImage> replies) {
        return m_networkLane.start<Explanation, OptimisedImage>(
            {.urgency = Urgency::Slow,
                .title =
                    [filter = m_filter, layer = m_layer] {
                        return tr("Image of filter %1 of layer %2").arg(filter).arg(layer);
                    },
                .network = m_network,
                .again =
                    [this, key = imageKey()] {
                        const RequestState<OptimisedImage> standing = m_images.stateOf(key);
                        if (standing.value && !standing.active && !standing.stopped)
                            return;
                        m_images.forget(key);
                        if (key == imageKey())
                            startImage();
                    },
                .canAgain = [this,
                                key = imageKey()] { return key == imageKey() && m_images.isStopped(key); }},
            [network = m_network, options = imageOptions()] { return explain(*network, Photo{}, options); },
            [](Explanation &run) -> std::optional<OptimisedImage> {
                if (!run.hasAnswer())
                    return {};
                return std::get<OptimisedImage>(run.answer());
            },
            std::move(replies));
    });
}

void FilterInspector::stopImage() { m_images.stop(imageKey()); }

QString FilterInspector::photoKey(const PhotoRef &photo) const
{
    const InputDescription input = m_network ? m_network->info().input : InputDescription{};
    const PhotoVersion version{photo.file, m_versions->of(photo.file), photo.label};
    return QString::fromStdString(preparationJson(input))
        + QString::fromLatin1(QByteArray::fromStdString(version.key()));
}

QString FilterInspector::layerKey(const PhotoRef &photo) const
{
    return QStringLiteral("%1 %2 ").arg(m_networkNumber).arg(m_layer) + photoKey(photo);
}

QString FilterInspector::kernelKey() const
{
    return QStringLiteral("%1 %2 %3").arg(m_networkNumber).arg(m_layer).arg(m_filter);
}

QString FilterInspector::imageKey() const
{
    return QStringLiteral("%1 ").arg(m_networkNumber) + QString::fromStdString(toJson(imageOptions()));
}

} // namespace convscope
