#pragma once

#include "core/embedding/photomap.h"
#include "ui/present/colours.h"
#include "ui/present/mapmark.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace convscope {

struct Drawing;

/// What a map of photos shows. Lists have an entry for each photo; those of what is not known are empty.
struct PhotoMapData
{
    PhotoMap map;
    std::vector<std::filesystem::path> files;
    std::vector<std::optional<int>> labels; ///< true classes
    std::vector<std::optional<int>> predicted;
    std::vector<float> confidence; ///< of what is predicted
    std::vector<float> values; ///< of a filter: its mean activation; not finite where that is not known
    QString valueName; ///< "filter 12 of cnn.15"
    QStringList classNames;
    QStringList about; ///< whose map it is, for a figure: the network, the photos, the layer
    QStringList notes; ///< what a reader must know, a sentence each

    std::size_t count() const { return map.x.size(); }
    bool isShown(std::size_t photo) const { return map.standings[photo] != PhotoMap::Standing::Nowhere; }
    std::optional<int> label(std::size_t photo) const;
    std::optional<int> prediction(std::size_t photo) const;
};

/// What the colours of a map tell.
enum class MapColouring
{
    TrueClass,
    PredictedClass,
    RightOrWrong,
    Value, ///< of a filter
};

/// A line of the legend: what its photos have in common.
struct MapGroup
{
    QString name;
    MapMark mark;
    std::size_t count = 0; ///< photos on the map
};

/// How the photos of a map are marked, and what that means. So many classes are told apart at most; those
/// beyond are the rarest, and have one grey together.
constexpr std::size_t mostMapGroups = 20;
struct MapMarks
{
    /// In the order of the classes; where some are left out, the most frequent first. Of a value none, but
    /// for photos without one.
    std::vector<MapGroup> groups;
    std::vector<int> groupOf; ///< of each photo; -1: it has a value
    std::vector<QRgb> colours; ///< of each photo
    std::optional<std::pair<double, double>> range; ///< of the values

    MapMark markOf(const PhotoMapData &data, std::size_t photo) const;
};
MapMarks mapMarks(const PhotoMapData &data, MapColouring colouring);
/// The colours of values, from the lowest to the highest.
constexpr ColourMap mapValueColours = ColourMap::Viridis;

/// What is said of one photo: its name, its classes, its value, a line each.
QString mapPhotoText(const PhotoMapData &data, std::size_t photo);
/// How the map was made and what is not on it, a sentence each; then the notes of the data.
QStringList mapNotes(const PhotoMapData &data);
/// "True class".
QString colouringText(MapColouring colouring);
QString mapMethodText(MapMethod method);

/// The map with its legend, on white. Photos may be selected; the others are paler then.
Drawing photoMapDrawing(
    const PhotoMapData &data, MapColouring colouring, const std::vector<int> &selected = {});

/// A line for each photo on the map: photo,x,y,true,predicted,confidence,value,placed. Classes by their
/// names; a field is empty where nothing is known. placed is 1 where the photo stands beside its nearest.
QByteArray photoMapCsv(const PhotoMapData &data);

/// The order in which photos are painted, so that no class hides another: mixed, and always the same.
std::vector<int> paintingOrder(std::size_t count);

} // namespace convscope
