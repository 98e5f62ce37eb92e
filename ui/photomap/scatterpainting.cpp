#include "ui/photomap/scatterview.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Photos that are seen are shown as thumbnails where all of them would take less than this part of the room.
constexpr double thumbnailShare = 0.45;
constexpr int thumbnailRim = 2;
constexpr float pale = 0.3F; ///< what is not selected, while something is

/// Two lines, so that it is seen on any colour.
void drawTwice(QPainter &painter, const QPolygonF &line, bool isClosed)
{
    painter.setBrush(Qt::NoBrush);
    for (const auto &[colour, style] : {std::pair(Qt::white, Qt::SolidLine), {Qt::black, Qt::DashLine}}) {
        painter.setPen(QPen(QColor(colour), 1.5, style));
        isClosed ? painter.drawPolygon(line) : painter.drawPolyline(line);
    }
}

} // namespace

/// Where the marks are, and which photos are shown as thumbnails: those whose thumbnails hide no other, nor
/// the mark of another.
void ScatterView::arrange()
{
    m_isArranged = true;
    m_places.assign(m_unit.size(), {});
    m_thumbnails.clear();
    m_hasThumbnail.assign(m_unit.size(), false);
    std::vector<int> seen;
    for (const int photo : m_order) {
        if (const std::optional<QPointF> place = placeOf(photo)) {
            m_places[std::size_t(photo)] = *place;
            if (rect().contains(place->toPoint()))
                seen.push_back(photo);
        }
    }
    const double room = double(width()) * height() * thumbnailShare;
    if (!m_thumbnailOf || double(seen.size()) * thumbnailSide * thumbnailSide > room)
        return;
    for (const int photo : seen) {
        const QRectF frame = thumbnailFrame(m_places[std::size_t(photo)]);
        const double rim = radius();
        const QRectF around = frame.adjusted(-rim, -rim, rim, rim);
        const auto overlaps = [&](const Thumbnail &other) { return other.frame.intersects(frame); };
        const auto hides = [&](int other) {
            return other != photo && around.contains(m_places[std::size_t(other)]);
        };
        if (std::ranges::none_of(m_thumbnails, overlaps) && std::ranges::none_of(seen, hides)) {
            m_thumbnails.push_back({photo, frame});
            m_hasThumbnail[std::size_t(photo)] = true;
        }
    }
}

/// Around a place, and whole: at the rim of the view it is moved inside.
QRectF ScatterView::thumbnailFrame(QPointF place) const
{
    QRectF frame(0, 0, thumbnailSide, thumbnailSide);
    frame.moveCenter(place);
    frame.moveLeft(std::clamp(frame.left(), 0.0, std::max(0.0, double(width() - thumbnailSide))));
    frame.moveTop(std::clamp(frame.top(), 0.0, std::max(0.0, double(height() - thumbnailSide))));
    return frame;
}

/// A mark as a small picture, in pixels of the screen. They are painted once and copied ten thousand times.
const QImage &ScatterView::sprite(const MapMark &mark, bool isSelected, bool isPale)
{
    const quint64 key = quint64(mark.colour.rgb()) | quint64(mark.shape) << 32 | quint64(mark.isHollow) << 40
        | quint64(isSelected) << 41 | quint64(isPale) << 42 | quint64(std::lround(radius() * 32)) << 44;
    QImage &image = m_sprites[key];
    if (!image.isNull())
        return image;
    const double ratio = devicePixelRatioF();
    const double size = radius() * (isSelected ? 1.35 : 1);
    const int side = 2 * int(std::ceil((1.3 * size + 3) * ratio)) + 1;
    image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    painter.scale(ratio, ratio);
    QColor ink = palette().color(QPalette::Text);
    MapMark painted = mark;
    if (isPale) {
        painted.colour.setAlphaF(pale);
        ink.setAlphaF(pale);
    }
    if (isSelected) { // a ring of its own, to be told without colour
        painter.setPen(QPen(palette().color(QPalette::Text), 1.6));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawEllipse(QPointF(), size + 1.6, size + 1.6);
    }
    paintMark(painter, {}, size, painted, ink);
    return image;
}

void ScatterView::redraw()
{
    if (!m_isArranged)
        arrange();
    m_isStale = false;
    constexpr qsizetype mostSprites = 4096;
    if (m_sprites.size() > mostSprites)
        m_sprites.clear();
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(this->size()) * ratio).toSize();
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(palette().color(QPalette::Base));
    {
        QPainter painter(&m_image);
        renderThumbnails(painter);
    }
    // In pixels of the screen, so that marks are copied as they are.
    m_image.setDevicePixelRatio(1);
    QPainter painter(&m_image);
    const QRectF seen = QRectF(rect()).marginsAdded(QMarginsF(12, 12, 12, 12));
    for (const bool isSelected : {false, true}) {
        if (isSelected && m_selectedCount == 0)
            break;
        for (const int at : m_order) {
            const auto photo = std::size_t(at);
            if (m_selected[photo] != isSelected || m_hasThumbnail[photo] || !m_data->isShown(photo)
                || !seen.contains(m_places[photo]))
                continue;
            const QImage &mark =
                sprite(m_marks.markOf(*m_data, photo), isSelected, !isSelected && m_selectedCount > 0);
            const QPointF corner = m_places[photo] * ratio - QPointF(mark.width() / 2.0, mark.height() / 2.0);
            painter.drawImage(corner.toPoint(), mark);
        }
    }
}

/// Framed in the colour of the mark, which stands in a corner.
void ScatterView::renderThumbnails(QPainter &painter) const
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QColor ink = palette().color(QPalette::Text);
    for (const Thumbnail &thumbnail : m_thumbnails) {
        const auto photo = std::size_t(thumbnail.photo);
        MapMark mark = m_marks.markOf(*m_data, photo);
        const QPixmap pixmap = m_thumbnailOf(thumbnail.photo);
        if (pixmap.isNull()) {
            paintMark(painter, thumbnail.frame.center(), radius(), mark, ink);
            continue;
        }
        const QRectF room = thumbnail.frame.adjusted(
            thumbnailRim + 2, thumbnailRim + 2, -thumbnailRim - 2, -thumbnailRim - 2);
        QRectF picture(QPointF(), pixmap.deviceIndependentSize().scaled(room.size(), Qt::KeepAspectRatio));
        picture.moveCenter(room.center());
        painter.setOpacity(m_selectedCount > 0 && !m_selected[photo] ? double(pale) + 0.2 : 1);
        painter.fillRect(
            picture.adjusted(-thumbnailRim, -thumbnailRim, thumbnailRim, thumbnailRim), mark.colour);
        painter.drawPixmap(picture, pixmap, QRectF(pixmap.rect()));
        painter.setOpacity(1);
        paintMark(painter, picture.topLeft() + QPointF(2, 2), 4.5, mark, ink);
        if (m_selected[photo]) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(ink, 2));
            painter.drawRect(picture.adjusted(-3, -3, 3, 3));
        }
    }
}

void ScatterView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_data || m_data->count() == 0) {
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            rect().adjusted(16, 16, -16, -16), int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_placeholder);
    } else {
        const double ratio = devicePixelRatioF();
        if (m_isStale || m_image.size() != (QSizeF(size()) * ratio).toSize())
            redraw();
        // Pixel by pixel, not stretched.
        painter.save();
        painter.scale(1 / ratio, 1 / ratio);
        painter.drawImage(QPointF(), m_image);
        painter.restore();
    }
    paintOverlay(painter);
}

/// What comes and goes without the marks being drawn again.
void ScatterView::paintOverlay(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered && m_data) {
        if (const std::optional<QPointF> place = placeOf(*m_hovered)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Text), 2));
            painter.drawEllipse(*place, radius() + 3, radius() + 3);
        }
    }
    if (m_lasso.size() > 1)
        drawTwice(painter, m_lasso, true);
    if (m_frame)
        drawTwice(painter, QPolygonF(*m_frame), true);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace convscope
