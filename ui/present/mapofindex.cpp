#include "ui/present/mapofindex.h"

#include "ui/present/counttext.h"
#include "ui/present/paths.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct MapOfIndex
{
    Q_DECLARE_TR_FUNCTIONS(MapOfIndex)
};

} // namespace

PhotoMapData mapOfIndex(const FilterIndex &index, const std::filesystem::path &folder,
    const IndexedLayer *layer, const std::optional<MapFilter> &valued, const QStringList &classNames)
{
    PhotoMapData data;
    for (std::size_t place = 0; place < index.photoCount(); ++place) {
        const IndexedPhoto photo = index.photo(place);
        data.files.push_back(folder / photo.name);
        data.labels.push_back(photo.label);
        data.predicted.push_back(photo.predicted < 0 ? std::nullopt : std::optional(photo.predicted));
        data.confidence.push_back(photo.confidence);
    }
    if (valued) {
        data.values = index.values(valued->layer, valued->filter, FilterIndex::Kept::Response);
        data.valueName = MapOfIndex::tr("filter %1 of %2")
                             .arg(valued->filter)
                             .arg(QString::fromStdString(valued->layer.name));
    }
    data.classNames = classNames;
    const std::string name = layer ? layer->name : index.about().key.features;
    data.about = {displayText(std::filesystem::path(index.about().network).filename()),
        displayText(std::filesystem::path(index.about().photos).filename()),
        MapOfIndex::tr("features: %1").arg(QString::fromStdString(name))};
    if (const std::size_t failed = index.manifest().failures.size(); failed > 0)
        data.notes += MapOfIndex::tr("Photos that could not be read: %1.").arg(countText(qint64(failed)));
    return data;
}

} // namespace convscope
