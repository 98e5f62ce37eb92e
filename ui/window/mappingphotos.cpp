#include "ui/window/mappingphotos.h"

#include "core/data/photonames.h"
#include "core/image/decode.h"
#include "core/image/resize.h"
#include "core/index/featurerows.h"
#include "ui/choices/choices.h"
#include "ui/photomap/photomappanel.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"
#include "ui/widgets/saver.h"
#include "ui/window/workspace.h"

#include <QScopedValueRollback>
#include <cmath>

namespace convscope {

namespace {

constexpr std::size_t thumbnailsAtOnce = 64;

/// The places of an index's photos in a set; −1 where a photo is not in it.
std::vector<int> placesIn(const PhotoSet &set, const FilterIndex &index)
{
    std::unordered_map<std::string, int> places;
    for (std::size_t place = 0; place < set.photos.size(); ++place)
        places.emplace(nameBelow(set, set.photos[place]), int(place));
    std::vector<int> result;
    for (std::size_t photo = 0; photo < index.photoCount(); ++photo) {
        const auto found = places.find(index.photoName(photo));
        result.push_back(found == places.end() ? -1 : found->second);
    }
    return result;
}

} // namespace

MappingPhotos::MappingPhotos(Workspace &workspace, Choices &choices, Saver &saver, Microscope &microscope)
    : m_workspace(workspace)
    , m_choices(choices)
    , m_saver(saver)
    , m_microscope(microscope)
{
    connect(&choices, &Choices::changed, this, [this](Choices::What what) {
        if (what == Choices::What::Photos && !m_isSelecting)
            markSelected();
    });
}

void MappingPhotos::serve(PhotoMapPanel &panel)
{
    m_panel = &panel;
    forget();
    panel.setThumbnails([this](int photo) { return thumbnail(photo); });
    connect(&panel, &PhotoMapPanel::photosSelected, this, &MappingPhotos::select);
    connect(&panel, &PhotoMapPanel::photoActivated, this, [this](int photo) { select({photo}); });
    connect(&panel, &PhotoMapPanel::layerChosen, this, [this](int choice) {
        if (!m_index)
            return;
        m_asked.layer = choice == 0 ? -1 : m_index->about().layers[std::size_t(choice - 1)].index;
        refresh();
    });
    connect(&panel, &PhotoMapPanel::methodChosen, this, [this](MapMethod method) {
        m_asked.method = method;
        refresh();
    });
    connect(&panel, &PhotoMapPanel::filterChosen, this, [this](int filter) {
        m_asked.filter = filter;
        refresh();
    });
    connect(&panel, &PhotoMapPanel::stopAsked, this, [this] { m_layingOut.stop(); });
    connect(&panel, &PhotoMapPanel::pictureAsked, &m_saver, &Saver::saveDrawing);
    connect(&panel, &PhotoMapPanel::textAsked, this,
        [this](const std::filesystem::path &file, const QByteArray &text) {
            m_saver.save(file, [text] { return text.toStdString(); });
        });
    connect(&m_saver, &Saver::saved, &panel, [&panel](const std::filesystem::path &file) {
        panel.tellSaved(tr("Written to %1").arg(displayText(file)));
    });
    connect(&m_saver, &Saver::failed, &panel, &PhotoMapPanel::tellSaved);
}

void MappingPhotos::forget()
{
    m_index.reset();
    m_asked = {};
    m_shown.reset();
    m_laidOut.reset();
    m_photos = {};
    m_reading = {};
    m_layingOut = {};
    m_thumbnails.clear();
    m_readingThumbnails.clear();
}

void MappingPhotos::show(const OpenIndex &index)
{
    m_index = index;
    if (m_index) {
        refresh();
        return;
    }
    m_panel->show(nullptr);
    m_panel->setPlaceholder(tr("Here will be a map of the photos, once the network has looked at each."));
}

const IndexedLayer *MappingPhotos::layer() const
{
    return m_shown->layer < 0 ? nullptr : m_index->find(m_shown->layer);
}

void MappingPhotos::refresh()
{
    if (!m_index || !m_panel || m_shown == m_asked)
        return;
    m_shown = m_asked;
    tellPanel();
    // Values are those of the map's layer, or of the one that is chosen.
    const IndexedLayer *features = layer();
    const IndexedLayer *valued = features ? features : m_index->find(int(m_choices.layer()));
    m_panel->setFilters(valued ? valued->filters : 0, m_asked.filter.value_or(int(m_choices.filter())));
    std::optional<MapFilter> filter;
    if (valued && m_asked.filter)
        filter = MapFilter{*valued, *m_asked.filter};
    m_reading = m_microscope.read<Photos>(
        [set = m_workspace.photos(), names = m_workspace.classNames(),
            told = features ? std::optional(*features) : std::nullopt, filter](const FilterIndex &index) {
            return Photos{mapOfIndex(index, set->folder, told ? &*told : nullptr, filter, names),
                placesIn(*set, index)};
        },
        {.done = [this, asked = m_asked](Photos photos) { take(std::move(photos), asked); },
            .failed =
                [this](const Error &error) {
                    if (m_panel)
                        m_panel->setPlaceholder(sentence(error));
                }});
}

/// What can be chosen, and what is.
void MappingPhotos::tellPanel()
{
    const QString features = QString::fromStdString(m_index->about().key.features);
    QStringList names{
        features.isEmpty() ? tr("before the answer") : tr("%1 (before the answer)").arg(features)};
    int current = 0;
    for (const IndexedLayer &each : m_index->about().layers) {
        if (each.index == m_asked.layer)
            current = int(names.size());
        names += QStringLiteral("%1 (%2)").arg(
            QString::fromStdString(each.name), QString::fromStdString(each.kind));
    }
    m_panel->setLayers(names, current);
    m_panel->setMethod(m_asked.method);
}

/// With other values the places stay.
void MappingPhotos::take(Photos photos, const Asked &asked)
{
    photos.data.map = std::move(m_photos.data.map);
    m_photos = std::move(photos);
    if (m_laidOut && m_laidOut->standsAlike(asked)) {
        publish();
        return;
    }
    m_laidOut = asked;
    layOut();
}

void MappingPhotos::publish()
{
    if (m_panel && !m_photos.data.map.x.empty())
        m_panel->show(std::make_shared<const PhotoMapData>(m_photos.data));
}

/// PCA at once. t-SNE, which begins there, goes behind all that people ask the network.
void MappingPhotos::layOut()
{
    if (!m_panel)
        return;
    m_panel->setPlaceholder(tr("Laying out the photos…"));
    const auto show = [this](const PhotoMap &map) {
        m_photos.data.map = map;
        publish();
    };
    PhotoMapOptions quick;
    quick.method = MapMethod::Pca;
    m_layingOut = layOut(m_workspace.readers(), Urgency::Quick, quick, [this, show](const PhotoMap &map) {
        show(map);
        if (m_laidOut && m_laidOut->method == MapMethod::Tsne)
            m_layingOut = layOut(m_workspace.networkLane(), Urgency::Background, {}, show);
    });
}

JobHandle MappingPhotos::layOut(
    Lane &lane, Urgency urgency, const PhotoMapOptions &options, std::function<void(const PhotoMap &)> take)
{
    const std::function<std::optional<PhotoMap>(PhotoMapping &)> resultOf = [](PhotoMapping &mapping) {
        return mapping.hasMap() ? std::optional(mapping.result()) : std::nullopt;
    };
    const auto progress = [this](std::optional<Progress> now) {
        if (m_panel)
            m_panel->setProgress(now);
    };
    const IndexedLayer *features = layer();
    const bool isListed = urgency == Urgency::Background;
    progress(Progress{});
    return lane.start<PhotoMapping, PhotoMap>(
        {.urgency = urgency,
            .title = isListed ? JobTitle([] { return tr("Map of the photos"); }) : JobTitle(),
            .kind = QStringLiteral("photo-map")},
        [index = m_index, told = features ? std::optional(*features) : std::nullopt,
            labels = m_photos.data.labels, options] {
            return std::make_unique<PhotoMapping>(
                featureRows(index, told ? &*told : nullptr), labels, options);
        },
        resultOf,
        {.done =
                [take, progress](const PhotoMap &map) {
                    progress({});
                    take(map);
                },
            .failed =
                [this, progress](const Error &error) {
                    progress({});
                    if (m_panel)
                        m_panel->setPlaceholder(sentence(error));
                },
            .progress = progress,
            .stopped =
                [take, progress](const std::optional<PhotoMap> &map) {
                    progress({});
                    if (map)
                        take(*map);
                },
            .snapshot = isListed ? std::function<void(PhotoMap)>(take) : nullptr},
        resultOf);
}

void MappingPhotos::select(const std::vector<int> &photos)
{
    std::vector<int> places;
    for (const int photo : photos) {
        const int place = m_photos.places[std::size_t(photo)];
        if (place >= 0 && places.size() < std::size_t(PhotoChoice::max))
            places.push_back(place);
    }
    const QScopedValueRollback guard(m_isSelecting, true); // more may be marked than the board takes
    PhotoChoice chosen = m_choices.photos();
    chosen.select(places);
    m_choices.setPhotos(std::move(chosen));
}

/// What has been selected elsewhere, since the map was made: marks make all others pale.
void MappingPhotos::markSelected()
{
    if (!m_panel || m_photos.data.map.x.empty())
        return;
    std::vector<int> marked;
    for (std::size_t photo = 0; photo < m_photos.places.size(); ++photo) {
        const auto &selected = m_choices.photos().selected();
        const bool isSelected = m_photos.places[photo] >= 0
            && std::any_of(selected.begin(), selected.end(),
                [&](const ChosenPhoto &each) { return each.place == m_photos.places[photo]; });
        if (isSelected)
            marked.push_back(int(photo));
    }
    m_panel->setSelected(marked);
}

QPixmap MappingPhotos::thumbnail(int photo)
{
    if (const auto known = m_thumbnails.constFind(photo); known != m_thumbnails.constEnd())
        return *known;
    if (m_readingThumbnails.contains(photo) || m_readingThumbnails.size() >= thumbnailsAtOnce)
        return {};
    const int side = int(std::ceil(ScatterView::thumbnailSide * m_panel->devicePixelRatioF()));
    m_readingThumbnails[photo] = m_workspace.readers().call<QImage>({Urgency::Quick, {}},
        [file = m_photos.data.files[std::size_t(photo)], side] {
            return toQImage(convscope::thumbnail(decodeImage(file).image, side, side));
        },
        {.done =
                [this, photo](const QImage &image) {
                    m_thumbnails[photo] = QPixmap::fromImage(image);
                    m_readingThumbnails.erase(photo);
                    if (m_panel)
                        m_panel->thumbnailsChanged();
                },
            .failed = [this, photo](const Error &) { m_readingThumbnails.erase(photo); }});
    return {};
}

} // namespace convscope
