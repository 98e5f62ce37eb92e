#pragma once

#include "core/data/input.h"
#include "core/index/filterindex.h"
#include "core/network/network.h"
#include "ui/present/look.h"

#include <QImage>
#include <QPainter>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace convscope {

/// Where a filter answers to a photo: what it sees there is the receptive field of that place.
struct FilterCrop
{
    IndexedPhoto photo = {};
    int filter = 0;
    float value = 0; ///< of the filter's map at that place
    int y = 0; ///< row and column of the place in the map
    int x = 0;
    FieldBox box = {}; ///< the field, in what the network sees of the photo
    QImage picture = {}; ///< what the network sees of the photo; null while it is not read
    QImage mapped = {}; ///< the same below the filter's map; null where no map was asked for
    QString problem = {}; ///< why there is no picture: a few words

    bool isRead() const { return !picture.isNull() || !problem.isEmpty(); }
};

/// The crops of ranked photos, not read yet. `size`: of the network's input.
std::vector<FilterCrop> cropsToRead(const FilterIndex &index, const IndexedLayer &layer, int filter,
    const std::vector<RankedPhoto> &ranked, InputSize size);

/// Reads the photos of crops. It reads files and may run the network: not for the GUI thread.
class CropReader
{
public:
    /// `folder`: of the index's photos. With a network, which must outlive the reader, the maps of its layer
    /// `layer` lie over the photos.
    CropReader(std::filesystem::path folder, InputDescription input, const Network *network = nullptr,
        int layer = 0);

    /// Fills in the picture, or why there is none: a photo that has gone, or is another one than the index
    /// has seen, is never shown. Throws Error: OutOfMemory; NotFinite, of a map.
    void read(FilterCrop &crop);

private:
    QString problemOf(const IndexedPhoto &photo) const;

    std::filesystem::path m_folder;
    InputDescription m_input;
    const Network *m_network;
    int m_layer;
    std::optional<std::string> m_last; ///< photo that was read last: many filters may ask for one
    Photo m_photo;
    QImage m_picture;
    Map m_maps; ///< of that photo, of all filters; empty: not asked for yet
    QString m_problem;
};

/// How crops are shown.
struct CropLook
{
    bool isWhole = false; ///< all of the photo, with a frame around the crop
    bool hasMap = false; ///< with the map over it, where that is known
    QColor ground{0xe8, 0xe8, 0xe8};
    QColor ink{0x1a, 0x1a, 0x1a};
};

/// What is shown of it, in pixels of what the network sees; null where there is none.
QImage cropPicture(const FilterCrop &crop, const CropLook &look);

/// Into `area`, as large as it fits, in the middle.
void paintCrop(QPainter &painter, const QRectF &area, const FilterCrop &crop, const CropLook &look);

/// A picture that stands in a tile: its own pixels are seen where it is much enlarged.
void paintTile(QPainter &painter, const QRectF &area, const QImage &picture);

/// "Egg", or "Egg, taken for Soup"; empty where neither is known.
QString cropClass(const FilterCrop &crop, const QStringList &classNames);
/// All of it in one line, for people who cannot see it.
QString cropText(const FilterCrop &crop, const QStringList &classNames);

} // namespace convscope
