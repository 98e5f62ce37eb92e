#include "ui/present/filtercrops.h"

#include "core/image/resize.h"
#include "core/io/filestamp.h"
#include "core/io/sha256.h"
#include "core/methods/filtermaps.h"
#include "ui/present/numbers.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterCrops)
};

constexpr double mapOpacity = 0.75;
constexpr double sharpFrom = 2; ///< from this enlargement on a picture's own pixels are shown as squares

/// The map over the photo, from 0 or what lies below it to the map's largest value.
QImage withMap(const Photo &photo, const Map &map)
{
    const Map fitted = interpolated(map, photo.input.height, photo.input.width);
    const Range range = rangeOf(map);
    const Range scale{std::min(0.0, range.low), range.high};
    return overlaid(mapPicture(fitted, ColourMap::Viridis, scale), fitted, scale, photo.input, mapOpacity);
}

QRect rectOf(const FieldBox &box) { return {box.left, box.top, box.width, box.height}; }

/// As large as it fits, in the middle.
QRectF fitted(const QSizeF &size, const QRectF &area)
{
    QRectF target(QPointF(), size.scaled(area.size(), Qt::KeepAspectRatio));
    target.moveCenter(area.center());
    return target;
}

/// To be seen on any photo.
void paintFrame(QPainter &painter, const QRectF &frame)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 2.4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame);
    painter.setPen(QPen(Qt::white, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame);
}

void paintProblem(QPainter &painter, const QRectF &area, const QString &problem, const CropLook &look)
{
    painter.fillRect(area, look.ground);
    QColor lines = look.ink;
    lines.setAlphaF(0.25F);
    painter.fillRect(area, QBrush(lines, Qt::BDiagPattern));
    const QRectF room = area.adjusted(2, 2, -2, -2);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRectF band = painter.boundingRect(room, flags, problem).adjusted(-2, 0, 2, 0) & area;
    painter.fillRect(band, look.ground);
    painter.setPen(look.ink);
    painter.drawText(room, flags, problem);
}

} // namespace

std::vector<FilterCrop> cropsToRead(const FilterIndex &index, const IndexedLayer &layer, int filter,
    const std::vector<RankedPhoto> &ranked, InputSize size)
{
    std::vector<FilterCrop> crops;
    for (const RankedPhoto &each : ranked)
        crops.push_back({.photo = index.photo(each.photo),
            .filter = filter,
            .value = each.value,
            .y = each.y,
            .x = each.x,
            .box = fieldBox(layer.field, each.y, each.x, size)});
    return crops;
}

CropReader::CropReader(
    std::filesystem::path folder, InputDescription input, const Network *network, int layer)
    : m_folder(std::move(folder))
    , m_input(std::move(input))
    , m_network(network)
    , m_layer(layer)
{
}

/// Empty where the file is the one that the index has seen.
QString CropReader::problemOf(const IndexedPhoto &photo) const
{
    const std::filesystem::path file = m_folder / photo.name;
    const std::optional<FileStamp> now = stampOf(file);
    if (!now)
        return Texts::tr("The photo is not there any more.");
    const bool isOther = now->size != photo.stamp.size
        || (*now != photo.stamp && sha256OfRegularFile(file) != hexText(photo.hash));
    return isOther ? Texts::tr("The photo has changed since.") : QString();
}

void CropReader::read(FilterCrop &crop)
{
    if (m_last != crop.photo.name) {
        m_last = crop.photo.name;
        m_picture = {};
        m_maps = {};
        try {
            m_problem = problemOf(crop.photo);
            if (m_problem.isEmpty()) {
                m_photo = loadPhoto({m_folder / crop.photo.name, crop.photo.label}, m_input);
                m_picture = toQImage(m_photo.input);
            }
        } catch (const Error &error) {
            if (error.kind() == ErrorKind::OutOfMemory) {
                m_last.reset();
                throw;
            }
            m_problem = reason(error);
        }
    }
    crop.picture = m_picture;
    crop.problem = m_problem;
    crop.mapped = {};
    if (!m_network || m_picture.isNull())
        return;
    if (m_maps.values.empty())
        m_maps = filterMaps(*m_network, m_photo, m_layer).maps;
    crop.mapped = withMap(m_photo, channelOf(m_maps, crop.filter));
}

void paintTile(QPainter &painter, const QRectF &area, const QImage &picture)
{
    const QRectF target = fitted(picture.size(), area);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < sharpFrom * picture.width());
    painter.drawImage(target, picture);
}

QImage cropPicture(const FilterCrop &crop, const CropLook &look)
{
    const QImage &whole = look.hasMap && !crop.mapped.isNull() ? crop.mapped : crop.picture;
    return look.isWhole || whole.isNull() ? whole : whole.copy(rectOf(crop.box));
}

void paintCrop(QPainter &painter, const QRectF &area, const FilterCrop &crop, const CropLook &look)
{
    painter.save();
    if (!crop.problem.isEmpty()) {
        paintProblem(painter, area, crop.problem, look);
    } else if (crop.picture.isNull()) {
        painter.fillRect(area, look.ground);
    } else {
        const QImage shown = cropPicture(crop, look);
        paintTile(painter, area, shown);
        if (look.isWhole) {
            const QRectF target = fitted(shown.size(), area);
            const double scale = target.width() / shown.width();
            const QRectF box(target.left() + scale * crop.box.left, target.top() + scale * crop.box.top,
                scale * crop.box.width, scale * crop.box.height);
            paintFrame(painter, box & target.adjusted(1.2, 1.2, -1.2, -1.2));
        }
    }
    painter.restore();
}

QString cropClass(const FilterCrop &crop, const QStringList &classNames)
{
    const bool isAnswered = crop.photo.predicted >= 0;
    if (!crop.photo.label)
        return isAnswered ? Texts::tr("taken for %1").arg(className(classNames, crop.photo.predicted))
                          : QString();
    const QString label = className(classNames, *crop.photo.label);
    return isAnswered && crop.photo.predicted != *crop.photo.label
        ? Texts::tr("%1, taken for %2").arg(label, className(classNames, crop.photo.predicted))
        : label;
}

QString cropText(const FilterCrop &crop, const QStringList &classNames)
{
    QStringList parts{displayText(std::filesystem::path(crop.photo.name)),
        Texts::tr("value %1").arg(shortNumber(double(crop.value)))};
    if (const QString said = cropClass(crop, classNames); !said.isEmpty())
        parts += said;
    parts += Texts::tr("rows %1 to %2, columns %3 to %4")
                 .arg(crop.box.top)
                 .arg(crop.box.top + crop.box.height - 1)
                 .arg(crop.box.left)
                 .arg(crop.box.left + crop.box.width - 1);
    if (!crop.problem.isEmpty())
        parts += crop.problem;
    return parts.join(QStringLiteral(", "));
}

} // namespace convscope
