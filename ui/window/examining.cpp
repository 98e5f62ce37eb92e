#include "ui/window/examining.h"

#include "ui/choices/choices.h"
#include "ui/evaluation/evaluator.h"
#include "ui/microscope/cropreading.h"
#include "ui/microscope/filterpage.h"
#include "ui/microscope/layerimages.h"
#include "ui/microscope/layerpage.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/saver.h"
#include "ui/window/commands.h"
#include "ui/window/workspace.h"

#include <QMenu>
#include <algorithm>

namespace convscope {

namespace {

constexpr std::size_t shownCrops = FilterIndex::shownExtremes;

QString notIndexedText(const QString &layer)
{
    return Examining::tr(
        "The index does not hold layer %1. Choose a convolution, a batch norm or an activation "
        "function.")
        .arg(layer);
}

QImage pictureOf(const OptimisedImage &image) { return picture(Answer(image), Image{}); }

} // namespace

Examining::Examining(
    Workspace &workspace, Choices &choices, FilterInspector &inspector, Evaluator &evaluator, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_choices(choices)
    , m_inspector(inspector)
    , m_window(window)
    , m_microscope(workspace.networkLane())
    , m_mapping(workspace, choices, inspector.saver(), m_microscope)
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
        m_mapping.serve(m_dialog->map());
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
    page.setCropMenu([this](QMenu &menu, const FilterCrop &crop, const QImage &picture) {
        QAction *show = menu.addAction(tr("Show the &photo on the board"));
        show->setObjectName(QStringLiteral("showOnBoard"));
        connect(show, &QAction::triggered, this, [this, name = crop.photo.name] { activate(name); });
        const std::filesystem::path name(crop.photo.name);
        addPictureActions(menu, *m_dialog, m_inspector.saver(), picture, displayText(name.stem()));
        menu.addSeparator();
        addFileActions(menu, {m_workspace.photos()->folder / name});
    });
    connect(&page, &FilterPage::imageAsked, &m_inspector, &FilterInspector::startImage);
    connect(&page, &FilterPage::imageStopAsked, &m_inspector, &FilterInspector::stopImage);
    const auto drawing = [this] {
        const FilterPage &shown = m_dialog->filter();
        return filterPageDrawing(*shown.page(), shown.look(), {});
    };
    connect(&page, &FilterPage::exportAsked, this,
        [this, drawing] { savePage(QStringLiteral("filter"), drawing); });
    connect(
        &page, &FilterPage::copyAsked, this, [this, drawing] { m_inspector.saver().copyDrawing(drawing()); });
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
        [this, drawing] { savePage(QStringLiteral("layer"), drawing); });
    connect(
        &page, &LayerPage::copyAsked, this, [this, drawing] { m_inspector.saver().copyDrawing(drawing()); });
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
    m_readingFilter = {};
    m_readingKernel = {};
    m_readingCrops = {};
    m_readingLayer = {};
    m_readingLayerCrops = {};
    m_readingSimilar = {};
    m_makingImages = {};
    m_mapping.forget();
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
        m_mapping.show(m_shown);
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

void Examining::activate(const std::filesystem::path &name)
{
    const auto &all = m_workspace.photos()->photos;
    const auto found = std::ranges::find(all, m_workspace.photos()->folder / name, &PhotoRef::file);
    if (found != all.end())
        m_choices.putOn(*found);
}

void Examining::savePage(const QString &name, const std::function<Drawing()> &make)
{
    const auto place = askWhereToSave(*m_dialog,
        {tr("Save the page as"), Place::Figures, name,
            {QStringLiteral("PNG (*.png)"), QStringLiteral("SVG (*.svg)"), QStringLiteral("PDF (*.pdf)")}});
    if (place)
        m_inspector.saver().saveDrawing(place->file, make());
}

} // namespace convscope
