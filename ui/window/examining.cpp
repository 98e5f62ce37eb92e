#include "ui/window/examining.h"

#include "core/image/decode.h"
#include "core/image/resize.h"
#include "core/index/featurerows.h"
#include "ui/choices/choices.h"
#include "ui/evaluation/evaluator.h"
#include "ui/microscope/cropreading.h"
#include "ui/microscope/filterpage.h"
#include "ui/microscope/layerpage.h"
#include "ui/photomap/photomappanel.h"
#include "ui/present/figure.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/saver.h"
#include "ui/window/commands.h"
#include "ui/window/workspace.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr std::size_t shownCrops = FilterIndex::shownExtremes;
constexpr std::size_t thumbnailsAtOnce = 64;
/// For the optimised image of each filter of a layer: enough to see what it looks for.
constexpr int quickIterations = 40;
constexpr std::uint32_t quickSeed = 1;

QString notIndexedText(const QString &layer)
{
    return Examining::tr(
        "The index does not hold layer %1. Choose a convolution, a batch norm or an activation "
        "function.")
        .arg(layer);
}

constexpr double copiedDpi = 150;

/// As it is written to a PNG, for the clipboard. Any thread that may paint text.
QImage pixelsOf(const Drawing &drawing)
{
    const double scale = std::min(copiedDpi, maxDpiOf(drawing)) / 72;
    QImage image((drawing.size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    drawing.paint(painter);
    return image;
}

QImage pictureOf(const OptimisedImage &image) { return picture(Answer(image), Image{}); }

/// The picture that excites each filter of a layer, one after the other.
class LayerImages : public Computation
{
public:
    struct Image
    {
        int filter = 0;
        OptimisedImage image;
    };

    LayerImages(std::shared_ptr<const Network> network, int layer, int filters)
        : m_network(std::move(network))
        , m_layer(layer)
        , m_filters(filters)
    {
    }

    bool step() override
    {
        if (!m_run) {
            FeatureVisualisationOptions options;
            options.layer = m_layer;
            options.filter = m_done;
            options.iterations = quickIterations;
            options.noiseSeed = Seed(quickSeed);
            m_run = explain(*m_network, Photo{}, options);
        }
        if (m_run->step())
            return true;
        {
            const std::lock_guard lock(m_mutex);
            m_images.push_back({m_done, std::get<OptimisedImage>(m_run->answer())});
        }
        m_run.reset();
        return ++m_done < m_filters;
    }
    Progress progress() const override { return {m_done, m_filters}; }
    std::vector<Image> fetch()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_images, {});
    }

private:
    std::shared_ptr<const Network> m_network;
    int m_layer;
    int m_filters;
    int m_done = 0;
    std::unique_ptr<Explanation> m_run;
    std::mutex m_mutex;
    std::vector<Image> m_images;
};

} // namespace

Examining::Examining(
    Workspace &workspace, Choices &choices, FilterInspector &inspector, Evaluator &evaluator, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_choices(choices)
    , m_inspector(inspector)
    , m_window(window)
    , m_microscope(workspace.networkLane())
{
    connect(&workspace, &Workspace::networkOpened, this, [this] {
        forget();
        m_microscope.setNetwork(m_workspace.network(), m_workspace.networkSource());
    });
    connect(
        &workspace, &Workspace::photosOpened, this,
        [this] {
            forget();
            m_microscope.setPhotos(m_workspace.photos());
        },
        Qt::QueuedConnection);
    connect(&m_microscope, &Microscope::changed, this, &Examining::follow);
    connect(&m_microscope, &Microscope::answered, &evaluator, &Evaluator::take);
    connect(&choices, &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Filter)
            follow();
        if (what == Choices::What::Photos && m_dialog && m_map)
            m_dialog->map().setSelected({});
    });
    connect(&inspector, &FilterInspector::changed, this, &Examining::showImage);
    connect(&inspector, &FilterInspector::imageProgressed, this, &Examining::showImage);
}

void Examining::serve(const Commands &commands)
{
    connect(&commands, &Commands::examineFilter, this, [this] { showPage(MicroscopeDialog::Page::Filter); });
    connect(&commands, &Commands::mapPhotos, this, [this] { showPage(MicroscopeDialog::Page::Map); });
}

void Examining::showPage(MicroscopeDialog::Page page)
{
    if (!m_dialog) {
        m_dialog = new MicroscopeDialog(m_microscope, m_window);
        forget();
        connectFilter();
        connectLayer();
        connectMap();
        connect(m_dialog, &MicroscopeDialog::shownChanged, this, [this] {
            m_microscope.setWanted(m_dialog->isVisible());
            follow();
        });
    }
    m_dialog->setPage(page);
    m_dialog->show();
    m_dialog->activateWindow();
}

void Examining::connectFilter()
{
    FilterPage &page = m_dialog->filter();
    connect(&page, &FilterPage::filterAsked, this,
        [this](int filter) { m_choices.setFilter(m_choices.layer(), FilterId(filter)); });
    connect(&page, &FilterPage::photoActivated, this, &Examining::activate);
    connect(&page, &FilterPage::mapsAsked, this, [this](bool wanted) {
        m_withMaps = wanted;
        readCrops();
    });
    connect(&page, &FilterPage::imageAsked, &m_inspector, &FilterInspector::startImage);
    connect(&page, &FilterPage::imageStopAsked, &m_inspector, &FilterInspector::stopImage);
    const auto drawing = [this] {
        const FilterPage &shown = m_dialog->filter();
        return filterPageDrawing(*shown.page(), shown.look(), {});
    };
    connect(&page, &FilterPage::exportAsked, this,
        [this, drawing] { saveDrawing(QStringLiteral("filter"), drawing); });
    connect(&page, &FilterPage::copyAsked, this, [this, drawing] { copyDrawing(drawing()); });
}

void Examining::connectLayer()
{
    LayerPage &page = m_dialog->layer();
    connect(&page, &LayerPage::layerChosen, this,
        [this](int layer) { m_choices.setFilter(LayerId(layer), FilterId(0)); });
    connect(&page, &LayerPage::filterAsked, this, [this](int filter) {
        m_choices.setFilter(m_choices.layer(), FilterId(filter));
        m_dialog->setPage(MicroscopeDialog::Page::Filter);
    });
    connect(&page, &LayerPage::similarAsked, this, [this](int filter) {
        const IndexedLayer *layer = chosenLayer();
        if (!layer)
            return;
        using Similar = std::vector<SimilarFilter>;
        m_readingSimilar = m_microscope.read<Similar>(
            [layer = *layer, filter](const FilterIndex &index) {
                return index.similar(layer, filter, std::size_t(layer.filters));
            },
            {.done =
                    [this, filter](const Similar &similar) {
                        if (m_dialog)
                            m_dialog->layer().setSimilar(filter, similar);
                    },
                .failed = [](const Error &) {}});
    });
    connect(&page, &LayerPage::imagesAsked, this, &Examining::makeImages);
    const auto drawing = [this] {
        const LayerPage &shown = m_dialog->layer();
        return layerPageDrawing(*shown.page(), shown.showsImages(), {}, {});
    };
    connect(&page, &LayerPage::exportAsked, this,
        [this, drawing] { saveDrawing(QStringLiteral("layer"), drawing); });
    connect(&page, &LayerPage::copyAsked, this, [this, drawing] { copyDrawing(drawing()); });
}

void Examining::connectMap()
{
    PhotoMapPanel &panel = m_dialog->map();
    panel.setThumbnails([this](int photo) { return thumbnail(photo); });
    connect(&panel, &PhotoMapPanel::photosSelected, this, &Examining::selectPhotos);
    connect(&panel, &PhotoMapPanel::photoActivated, this, [this](int photo) { selectPhotos({photo}); });
    connect(&panel, &PhotoMapPanel::layerChosen, this, [this](int choice) {
        const auto &layers = m_shown->about().layers;
        m_mapAsked.layer = choice == 0 ? -1 : layers[std::size_t(choice - 1)].index;
        refreshMap();
    });
    connect(&panel, &PhotoMapPanel::methodChosen, this, [this](MapMethod method) {
        m_mapAsked.method = method;
        refreshMap();
    });
    connect(&panel, &PhotoMapPanel::filterChosen, this, [this](int filter) {
        m_mapAsked.filter = filter;
        refreshMap();
    });
    connect(&panel, &PhotoMapPanel::stopAsked, this, [this] { m_mapping.stop(); });
    connect(&panel, &PhotoMapPanel::pictureAsked, this,
        [this](const std::filesystem::path &file, const Drawing &drawing) {
            m_saving = m_workspace.readers().call<bool>({Urgency::Open, {}},
                [file, drawing] {
                    writeDrawing(file, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing)));
                    return true;
                },
                {.done = [this, file](
                             bool) { m_dialog->map().tellSaved(tr("Written to %1").arg(displayText(file))); },
                    .failed = [this](const Error &error) { m_dialog->map().tellSaved(sentence(error)); }});
        });
    connect(&panel, &PhotoMapPanel::textAsked, this,
        [this](const std::filesystem::path &file, const QByteArray &text) {
            m_inspector.saver().save(file, [text] { return text.toStdString(); });
        });
}

bool Examining::isSeen(MicroscopeDialog::Page page) const
{
    return m_dialog && m_dialog->isVisible() && m_dialog->page() == page;
}

/// Nothing of what is shown holds any more.
void Examining::forget()
{
    m_shown.reset();
    m_filterShown = {-1, -1};
    m_layerShown = -1;
    m_mapShown.reset();
    m_mapAsked = {};
    m_map.reset();
    m_readingFilter = {};
    m_readingKernel = {};
    m_readingCrops = {};
    m_readingLayer = {};
    m_readingLayerCrops = {};
    m_readingSimilar = {};
    m_makingImages = {};
    m_readingMap = {};
    m_mapping = {};
    m_thumbnails.clear();
    m_readingThumbnails.clear();
}

/// Brings the page that is seen up to what is chosen.
void Examining::follow()
{
    if (!m_dialog || !m_dialog->isVisible())
        return;
    if (m_shown != m_microscope.index()) {
        forget();
        m_shown = m_microscope.index();
        if (m_shown)
            m_dialog->layer().setLayers(m_shown->about().layers);
    }
    if (isSeen(MicroscopeDialog::Page::Filter))
        refreshFilter();
    if (isSeen(MicroscopeDialog::Page::Layer))
        refreshLayer();
    if (isSeen(MicroscopeDialog::Page::Map))
        refreshMap();
}

const IndexedLayer *Examining::chosenLayer() const
{
    return m_shown ? m_shown->find(int(m_choices.layer())) : nullptr;
}

void Examining::refreshFilter()
{
    FilterPage &page = m_dialog->filter();
    const std::pair<int, int> asked{int(m_choices.layer()), int(m_choices.filter())};
    if (!m_shown) {
        page.setNothing(
            tr("Here will be the photos that excite the filter most, once they have been found."));
        return;
    }
    const IndexedLayer *layer = chosenLayer();
    if (!layer) {
        m_filterShown = {-1, -1};
        page.setNothing(notIndexedText(QString::number(asked.first)));
        return;
    }
    if (asked == m_filterShown)
        return;
    m_filterShown = asked;
    m_readingCrops = {};
    m_readingFilter = m_microscope.read<FilterPageData>(
        [layer = *layer, filter = asked.second, size = m_workspace.network()->info().input.size,
            names = m_workspace.classNames()](const FilterIndex &index) {
            return filterPageData(index, layer, filter, shownCrops, size, names);
        },
        {.done = [this](FilterPageData data) { showFilter(std::move(data)); },
            .failed =
                [this](const Error &error) {
                    if (m_dialog)
                        m_dialog->filter().setNothing(sentence(error));
                }});
}

void Examining::showFilter(FilterPageData data)
{
    if (!m_dialog)
        return;
    m_dialog->filter().setPage(data);
    readCrops();
    showImage();
    // The weights are the network's, which one lane alone may touch.
    m_readingKernel = m_workspace.networkLane().call<FilterPageData>(
        {.urgency = Urgency::Shown, .title = {}, .network = m_workspace.network()},
        [data = std::move(data), network = m_workspace.network()] {
            FilterPageData taken = data;
            takeKernel(taken, *network);
            return taken;
        },
        {.done =
                [this](const FilterPageData &taken) {
                    if (!m_dialog || !m_dialog->filter().page())
                        return;
                    FilterPageData now = *m_dialog->filter().page();
                    if (now.report.filter != taken.report.filter
                        || now.report.layer.index != taken.report.layer.index)
                        return;
                    now.kernel = taken.kernel;
                    now.kernelLayer = taken.kernelLayer;
                    m_dialog->filter().setPage(std::move(now));
                },
            .failed = [](const Error &) {}});
}

/// The photos come one after the other; with maps the network's lane reads them.
void Examining::readCrops()
{
    const auto &page = m_dialog->filter().page();
    if (!page)
        return;
    std::vector<FilterCrop> crops = page->crops;
    std::vector<std::size_t> order;
    for (std::size_t place = 0; place < crops.size(); ++place) {
        if (!crops[place].isRead() || (m_withMaps && crops[place].mapped.isNull()))
            order.push_back(place);
    }
    if (order.empty())
        return;
    const auto box = std::make_shared<CropBox>();
    const auto take = [this, box] {
        for (auto &[rank, crop] : box->fetch()) {
            if (m_dialog)
                m_dialog->filter().setCrop(rank, crop);
        }
    };
    Lane &lane = m_withMaps ? m_workspace.networkLane() : m_workspace.readers();
    JobSpec spec;
    spec.urgency = Urgency::Quick;
    if (m_withMaps)
        spec.network = m_workspace.network();
    m_readingCrops = lane.start<CropReading, bool>(
        std::move(spec),
        [crops = std::move(crops), order = std::move(order), folder = m_workspace.photos()->folder,
            network = m_workspace.network(), withMaps = m_withMaps, layer = page->report.layer.index, box] {
            return std::make_unique<CropReading>(
                crops, order, folder, network->info().input, withMaps ? network : nullptr, layer, box);
        },
        [](CropReading &) { return std::optional(true); },
        {.done = [take](bool) { take(); },
            .failed = [take](const Error &) { take(); },
            .progress = [take](Progress) { take(); }});
}

void Examining::showImage()
{
    if (!m_dialog || !m_dialog->filter().page())
        return;
    const FilterReport &shown = m_dialog->filter().page()->report;
    if (!m_inspector.layer() || m_inspector.layer()->index != shown.layer.index
        || m_inspector.filter() != shown.filter)
        return;
    const RequestState<OptimisedImage> state = m_inspector.image();
    m_dialog->filter().setImageProgress(state.active ? std::optional(state.progress) : std::nullopt);
    if (state.value)
        m_dialog->filter().setImage(pictureOf(*state.value),
            tr("%1 of %2 steps").arg(state.value->objective.size()).arg(state.value->stepsAsked));
    else
        m_dialog->filter().setImage({}, state.error ? sentence(*state.error) : QString());
}

void Examining::refreshLayer()
{
    LayerPage &page = m_dialog->layer();
    if (!m_shown) {
        page.setNothing(tr("Here will be all filters of a layer, once their photos have been found."));
        return;
    }
    const IndexedLayer *layer = chosenLayer();
    if (!layer) {
        m_layerShown = -1;
        page.setNothing(notIndexedText(QString::number(int(m_choices.layer()))));
        return;
    }
    if (layer->index == m_layerShown) {
        page.setChosen(int(m_choices.filter()));
        return;
    }
    m_layerShown = layer->index;
    m_readingLayerCrops = {};
    m_makingImages = {};
    m_readingLayer = m_microscope.read<LayerPageData>(
        [layer = *layer, size = m_workspace.network()->info().input.size, names = m_workspace.classNames()](
            const FilterIndex &index) { return layerPageData(index, layer, size, names); },
        {.done = [this](LayerPageData data) { showLayer(std::move(data)); },
            .failed =
                [this](const Error &error) {
                    if (m_dialog)
                        m_dialog->layer().setNothing(sentence(error));
                }});
}

void Examining::showLayer(LayerPageData data)
{
    if (!m_dialog)
        return;
    m_dialog->layer().setPage(std::move(data));
    m_dialog->layer().setChosen(int(m_choices.filter()));
    readLayerCrops();
    if (m_dialog->layer().showsImages())
        makeImages(true);
}

void Examining::readLayerCrops()
{
    const LayerPageData *page = m_dialog->layer().page();
    if (!page)
        return;
    std::vector<FilterCrop> crops;
    for (const LayerPageFilter &each : page->filters)
        crops.push_back(each.crop.value_or(FilterCrop{}));
    std::vector<std::size_t> order = readingOrder(*page);
    std::erase_if(order, [&](std::size_t place) { return !page->filters[place].crop; });
    if (order.empty())
        return;
    const auto box = std::make_shared<CropBox>();
    const auto take = [this, box] {
        for (auto &[place, crop] : box->fetch()) {
            if (m_dialog)
                m_dialog->layer().setCrop(crop);
        }
    };
    m_readingLayerCrops = m_workspace.readers().start<CropReading, bool>(
        {Urgency::Quick, {}},
        [crops = std::move(crops), order = std::move(order), folder = m_workspace.photos()->folder,
            input = m_workspace.network()->info().input,
            box] { return std::make_unique<CropReading>(crops, order, folder, input, nullptr, 0, box); },
        [](CropReading &) { return std::optional(true); },
        {.done = [take](bool) { take(); },
            .failed = [take](const Error &) { take(); },
            .progress = [take](Progress) { take(); }});
}

/// Behind all else: a layer may have hundreds of filters.
void Examining::makeImages(bool wanted)
{
    m_makingImages = {};
    const IndexedLayer *layer = chosenLayer();
    if (!wanted || !layer)
        return;
    using Images = std::vector<LayerImages::Image>;
    const auto take = [this](const Images &images) {
        for (const LayerImages::Image &each : images) {
            if (m_dialog)
                m_dialog->layer().setImage(each.filter, pictureOf(each.image));
        }
    };
    m_makingImages = m_workspace.networkLane().start<LayerImages, Images>(
        {.urgency = Urgency::Background,
            .title = [name = QString::fromStdString(
                          layer->name)] { return tr("What excites the filters of %1").arg(name); },
            .network = m_workspace.network(),
            .kind = QStringLiteral("layer-images")},
        [network = m_workspace.network(), layer = layer->index, filters = layer->filters] {
            return std::make_unique<LayerImages>(network, layer, filters);
        },
        [](LayerImages &run) { return std::optional(run.fetch()); },
        {.done = take,
            .failed = [](const Error &) {},
            .stopped =
                [take](const std::optional<Images> &images) {
                    if (images)
                        take(*images);
                },
            .snapshot = take},
        [](LayerImages &run) { return std::optional(run.fetch()); });
}

void Examining::refreshMap()
{
    PhotoMapPanel &panel = m_dialog->map();
    if (!m_shown) {
        panel.show(nullptr);
        panel.setPlaceholder(tr("Here will be a map of the photos, once the network has looked at each."));
        return;
    }
    if (m_mapShown == m_mapAsked)
        return;
    const bool isOtherMap =
        !m_mapShown || m_mapShown->layer != m_mapAsked.layer || m_mapShown->method != m_mapAsked.method;
    m_mapShown = m_mapAsked;
    QStringList names{
        tr("in front of the answer (%1)").arg(QString::fromStdString(m_shown->about().key.features))};
    int current = 0;
    for (const IndexedLayer &layer : m_shown->about().layers) {
        if (layer.index == m_mapAsked.layer)
            current = int(names.size());
        names += QStringLiteral("%1 (%2)").arg(
            QString::fromStdString(layer.name), QString::fromStdString(layer.kind));
    }
    panel.setLayers(names, current);
    panel.setMethod(m_mapAsked.method);
    // Values are those of the map's layer, or of the one that is chosen.
    const IndexedLayer *layer = m_mapAsked.layer < 0 ? nullptr : m_shown->find(m_mapAsked.layer);
    const IndexedLayer *valued = layer ? layer : chosenLayer();
    panel.setFilters(valued ? valued->filters : 0, m_mapAsked.filter.value_or(int(m_choices.filter())));
    std::optional<MapFilter> filter;
    if (valued && m_mapAsked.filter)
        filter = MapFilter{*valued, *m_mapAsked.filter};
    using Data = std::shared_ptr<PhotoMapData>;
    m_readingMap = m_microscope.read<Data>(
        [folder = m_workspace.photos()->folder, names = m_workspace.classNames(),
            told = layer ? std::optional(*layer) : std::nullopt, filter](const FilterIndex &index) {
            return std::make_shared<PhotoMapData>(
                mapOfIndex(index, folder, told ? &*told : nullptr, filter, names));
        },
        {.done =
                [this, isOtherMap](const Data &data) {
                    if (!isOtherMap && m_map)
                        data->map = m_map->map; // other values, the same places
                    m_map = data;
                    if (isOtherMap)
                        makeMap();
                    else if (m_dialog)
                        m_dialog->map().show(std::make_shared<const PhotoMapData>(*m_map));
                },
            .failed =
                [this](const Error &error) {
                    if (m_dialog)
                        m_dialog->map().setPlaceholder(sentence(error));
                }});
}

/// PCA at once. t-SNE, which begins there, goes behind all that people ask the network.
void Examining::makeMap()
{
    const auto show = [this](const PhotoMap &map) {
        if (!m_dialog || !m_map)
            return;
        m_map->map = map;
        m_dialog->map().show(std::make_shared<const PhotoMapData>(*m_map));
    };
    PhotoMapOptions quick;
    quick.method = MapMethod::Pca;
    m_dialog->map().setPlaceholder(tr("Laying out the photos…"));
    m_mapping = layOut(m_workspace.readers(), Urgency::Quick, quick, [this, show](const PhotoMap &map) {
        show(map);
        if (m_mapShown && m_mapShown->method == MapMethod::Tsne && m_dialog)
            m_mapping = layOut(m_workspace.networkLane(), Urgency::Background, {}, show);
    });
}

JobHandle Examining::layOut(
    Lane &lane, Urgency urgency, const PhotoMapOptions &options, std::function<void(const PhotoMap &)> show)
{
    const IndexedLayer *layer = m_mapShown->layer < 0 ? nullptr : m_shown->find(m_mapShown->layer);
    const auto end = [this] {
        if (m_dialog)
            m_dialog->map().setProgress(std::nullopt);
    };
    const std::function<std::optional<PhotoMap>(PhotoMapping &)> take = [](PhotoMapping &mapping) {
        return mapping.hasMap() ? std::optional(mapping.result()) : std::nullopt;
    };
    const bool isListed = urgency == Urgency::Background;
    m_dialog->map().setProgress(Progress{});
    return lane.start<PhotoMapping, PhotoMap>(
        {.urgency = urgency,
            .title = isListed ? JobTitle([] { return tr("Map of the photos"); }) : JobTitle(),
            .kind = QStringLiteral("photo-map")},
        [index = m_shown, told = layer ? std::optional(*layer) : std::nullopt, labels = m_map->labels,
            options] {
            return std::make_unique<PhotoMapping>(
                featureRows(index, told ? &*told : nullptr), labels, options);
        },
        take,
        {.done =
                [show, end](const PhotoMap &map) {
                    end();
                    show(map);
                },
            .failed =
                [this, end](const Error &error) {
                    end();
                    if (m_dialog)
                        m_dialog->map().setPlaceholder(sentence(error));
                },
            .progress =
                [this](Progress progress) {
                    if (m_dialog)
                        m_dialog->map().setProgress(progress);
                },
            .stopped =
                [show, end](const std::optional<PhotoMap> &map) {
                    end();
                    if (map)
                        show(*map);
                },
            .snapshot = show},
        take);
}

void Examining::selectPhotos(const std::vector<int> &photos)
{
    if (!m_map)
        return;
    std::vector<int> places;
    const auto &all = m_workspace.photos()->photos;
    for (const int photo : photos) {
        const std::filesystem::path &file = m_map->files[std::size_t(photo)];
        const auto found = std::ranges::find(all, file, &PhotoRef::file);
        if (found != all.end())
            places.push_back(int(found - all.begin()));
        if (places.size() == std::size_t(PhotoChoice::max))
            break;
    }
    PhotoChoice chosen = m_choices.photos();
    chosen.select(places);
    m_choices.setPhotos(std::move(chosen));
}

void Examining::activate(const std::filesystem::path &name)
{
    const auto &all = m_workspace.photos()->photos;
    const auto found = std::ranges::find(all, m_workspace.photos()->folder / name, &PhotoRef::file);
    if (found != all.end())
        m_choices.putOn(*found);
}

void Examining::saveDrawing(const QString &name, const std::function<Drawing()> &make)
{
    const auto place = askWhereToSave(*m_dialog,
        {tr("Save the page as"), Place::Figures, name,
            {QStringLiteral("PNG (*.png)"), QStringLiteral("SVG (*.svg)"), QStringLiteral("PDF (*.pdf)")}});
    if (!place)
        return;
    const Drawing drawing = make();
    m_saving = m_workspace.readers().call<bool>({Urgency::Open, {}},
        [file = place->file, drawing] {
            writeDrawing(file, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing)));
            return true;
        },
        {.done = [this, file = place->file](bool) { Q_EMIT m_inspector.saver().saved(file); },
            .failed = [this](const Error &error) { Q_EMIT m_inspector.saver().failed(sentence(error)); }});
}

void Examining::copyDrawing(const Drawing &drawing)
{
    m_copying = m_workspace.readers().call<QImage>({Urgency::Open, {}},
        [drawing] { return pixelsOf(drawing); },
        {.done = [this](const QImage &image) { m_inspector.saver().copyPicture(image); },
            .failed = [this](const Error &error) { Q_EMIT m_inspector.saver().failed(sentence(error)); }});
}

QPixmap Examining::thumbnail(int photo)
{
    if (const auto known = m_thumbnails.constFind(photo); known != m_thumbnails.constEnd())
        return *known;
    if (m_readingThumbnails.contains(photo) || m_readingThumbnails.size() >= thumbnailsAtOnce || !m_map)
        return {};
    const int side = int(std::ceil(ScatterView::thumbnailSide * m_dialog->devicePixelRatioF()));
    m_readingThumbnails[photo] = m_workspace.readers().call<QImage>({Urgency::Quick, {}},
        [file = m_map->files[std::size_t(photo)], side] {
            return toQImage(convscope::thumbnail(decodeImage(file).image, side, side));
        },
        {.done =
                [this, photo](const QImage &image) {
                    m_thumbnails[photo] = QPixmap::fromImage(image);
                    m_readingThumbnails.erase(photo);
                    if (m_dialog)
                        m_dialog->map().thumbnailsChanged();
                },
            .failed = [this, photo](const Error &) { m_readingThumbnails.erase(photo); }});
    return {};
}

} // namespace convscope
