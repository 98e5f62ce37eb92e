#include "ui/present/layerpictures.h"

#include "core/image/resize.h"
#include "ui/present/pictures.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int longSide = 768; ///< of a picture, in pixels
constexpr int maxBars = 8;

/// As large as `longSide` allows.
QSize pictureSize(const QSize &photo) { return photo.scaled(longSide, longSide, Qt::KeepAspectRatio); }

QFont fontOf(int pixels)
{
    QFont font;
    font.setPixelSize(std::max(pixels, 8));
    return font;
}

QImage tileOf(const Map &map, bool isSigned, const Image &photo, const Look &look)
{
    if (isSigned) {
        const double max = signedScale(map).high;
        const Map stretched = interpolated(map, photo.height, photo.width);
        return overlaid(mapPicture(stretched, ColourMap::Diverging, {-max, max}), sizesOf(stretched),
            {0, max}, photo, look.opacity);
    }
    const Map finished = finishedCam(map, photo.height, photo.width);
    return overlaid(mapPicture(finished, look.colourMap.value_or(ColourMap::Viridis), {0, 1}), finished,
        {0, 1}, photo, look.opacity);
}

/// A number that can be read on any picture, in the upper left corner.
void paintNumber(QPainter &painter, const QRect &tile, int number)
{
    const QString text = QString::number(number);
    painter.setFont(fontOf(tile.height() / 6));
    QRect box = painter.fontMetrics().boundingRect(text).adjusted(-3, -1, 3, 1);
    box.moveTopLeft(tile.topLeft());
    painter.fillRect(box, QColor(0, 0, 0, 150));
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintBar(QPainter &painter, const QRect &line, double weight, double largest, const QColor &colour)
{
    const int middle = line.center().x();
    const int length = int(std::lround(std::abs(weight) / largest * line.width() / 2));
    const QRect bar(weight < 0 ? middle - length : middle, line.top(), length, line.height());
    painter.fillRect(bar, colour);
}

} // namespace

QImage layersPicture(const LayerMaps &answer, const Image &input, const Look &look)
{
    const int count = std::max(int(answer.maps.size()), 1);
    const int columns = int(std::ceil(std::sqrt(count)));
    const int rows = (count + columns - 1) / columns;
    const QSize photo(input.width, input.height);
    const QSize tile = photo.scaled(longSide / columns, longSide / columns, Qt::KeepAspectRatio);
    const Image small = thumbnail(input, tile.width(), tile.height());
    QImage picture(tile.width() * columns, tile.height() * rows, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; i < int(answer.maps.size()); ++i) {
        const auto &[layer, map] = answer.maps[std::size_t(i)];
        const QRect place(QPoint(i % columns * tile.width(), i / columns * tile.height()), tile);
        painter.drawImage(place, tileOf(map, answer.isSigned, small, look));
        paintNumber(painter, place, layer);
    }
    return picture;
}

QImage barsPicture(const FilterWeights &answer, const QSize &photo, Colours colours)
{
    QImage picture(pictureSize(photo), QImage::Format_RGB32);
    picture.fill(Qt::white);
    const std::vector<int> strongest = answer.strongest(maxBars);
    if (strongest.empty())
        return picture;
    QPainter painter(&picture);
    const int height = picture.height() / maxBars;
    const int margin = height / 6;
    painter.setFont(fontOf(std::min(height * 3 / 5, picture.width() / 14)));
    const QString longestName = QString::number(answer.weights.size());
    const QString longestNumber = QStringLiteral("+0.000");
    const int left = painter.fontMetrics().horizontalAdvance(longestName) + 2 * margin;
    const int right = painter.fontMetrics().horizontalAdvance(longestNumber) + 2 * margin;
    const double largest = std::abs(answer.weights[std::size_t(strongest.front())]);
    for (int i = 0; i < int(strongest.size()); ++i) {
        const int filter = strongest[std::size_t(i)];
        const double weight = answer.weights[std::size_t(filter)];
        const QRect line(0, i * height, picture.width(), height);
        painter.setPen(Qt::black);
        painter.drawText(
            line.adjusted(margin, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(filter));
        painter.drawText(line.adjusted(0, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignRight,
            weight > 0 ? QLatin1Char('+') + shortNumber(weight) : shortNumber(weight));
        if (largest > 0)
            paintBar(painter, line.adjusted(left, margin, -right, -margin), weight, largest,
                weight < 0 ? againstColour(colours) : forColour(colours));
    }
    return picture;
}

} // namespace convscope
