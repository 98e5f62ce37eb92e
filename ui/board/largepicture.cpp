#include "ui/board/largepicture.h"

#include "ui/present/outline.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double maxEnlarged = 32; ///< beyond the whole picture, or of its own pixels
constexpr double dimmed = 0.3;
constexpr double unseen = 0.4; ///< the opacity of what the network does not see
/// From here on a picture's own pixels are shown as squares; below that they would come out of unequal size.
constexpr double sharpFrom = 2;

/// Seen on light and on dark.
template <typename Draw> void drawTwice(QPainter &painter, Draw &&draw)
{
    for (const auto &[colour, width] : {std::pair(Qt::black, 3.0), std::pair(Qt::white, 1.0)}) {
        painter.setPen(QPen(colour, width));
        draw();
    }
}

QRectF within(const QRectF &whole, const QRectF &part)
{
    return {whole.x() + part.x() * whole.width(), whole.y() + part.y() * whole.height(),
        part.width() * whole.width(), part.height() * whole.height()};
}

} // namespace

LargePicture::LargePicture(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void LargePicture::setLayers(const Layers &layers)
{
    m_layers = layers;
    changed();
}

void LargePicture::setUncovered(double share)
{
    m_uncovered = share;
    update();
}

void LargePicture::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

void LargePicture::setMessage(const QString &message)
{
    m_message = message;
    update();
}

void LargePicture::setPointer(const std::optional<QPointF> &at)
{
    m_pointer = at;
    update();
}

void LargePicture::changed()
{
    setCursor(canMove() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    update();
    Q_EMIT scaleChanged();
}

void LargePicture::fit()
{
    m_scale.reset();
    m_centre = {0.5, 0.5};
    changed();
}

double LargePicture::fitScale() const
{
    if (m_layers.size.isEmpty())
        return 0;
    const QSizeF room = QSizeF(size()) * devicePixelRatioF();
    return std::min(room.width() / m_layers.size.width(), room.height() / m_layers.size.height());
}

double LargePicture::scale() const
{
    if (m_layers.size.isEmpty())
        return 0;
    const double fitting = fitScale();
    return m_scale ? std::clamp(*m_scale, std::min(1.0, fitting), maxEnlarged * std::max(1.0, fitting))
                   : fitting;
}

void LargePicture::setScale(double scale) { zoomBy(scale / std::max(this->scale(), 1e-9)); }

void LargePicture::zoomBy(double factor, const std::optional<QPointF> &about)
{
    if (m_layers.size.isEmpty())
        return;
    const QPointF fixed = about.value_or(QRectF(rect()).center());
    const QRectF before = whole();
    const QPointF place(
        (fixed.x() - before.x()) / before.width(), (fixed.y() - before.y()) / before.height());
    m_scale = scale() * factor;
    m_scale = scale(); // within its bounds
    constexpr double nearly = 1e-3;
    if (std::abs(*m_scale / fitScale() - 1) < nearly) {
        fit();
        return;
    }
    const QSizeF size = QSizeF(m_layers.size) * (*m_scale / devicePixelRatioF());
    placeWhole(fixed - QPointF(place.x() * size.width(), place.y() * size.height()), size);
    changed();
}

void LargePicture::moveBy(QPointF distance)
{
    const QRectF before = whole();
    placeWhole(before.topLeft() + distance, before.size());
    update();
}

/// No empty stripe stays where the picture could fill it.
void LargePicture::placeWhole(QPointF corner, QSizeF size)
{
    const auto centre = [](double start, double side, double room) {
        const double inside = side <= room ? (room - side) / 2 : std::clamp(start, room - side, 0.0);
        return (room / 2 - inside) / std::max(side, 1e-9);
    };
    m_centre = {centre(corner.x(), size.width(), width()), centre(corner.y(), size.height(), height())};
}

int LargePicture::shownSide() const
{
    return int(std::ceil(scale() * std::max(m_layers.size.width(), m_layers.size.height())));
}

QRectF LargePicture::whole() const
{
    const QSizeF size = QSizeF(m_layers.size) * (scale() / devicePixelRatioF());
    const auto start = [](double centre, double side, double room) {
        return side <= room ? (room - side) / 2 : std::clamp(room / 2 - centre * side, room - side, 0.0);
    };
    return {QPointF(start(m_centre.x(), size.width(), width()), start(m_centre.y(), size.height(), height())),
        size};
}

QRectF LargePicture::part() const { return within(whole(), m_layers.part); }

bool LargePicture::seesAll() const { return m_layers.part == QRectF(0, 0, 1, 1); }

bool LargePicture::canMove() const
{
    const QSizeF size = whole().size();
    constexpr double rounding = 0.5;
    return size.width() > width() + rounding || size.height() > height() + rounding;
}

std::optional<QPointF> LargePicture::placeAt(QPointF mouse) const
{
    const QRectF area = part();
    if (m_layers.size.isEmpty() || !area.contains(mouse))
        return {};
    const QPointF at((mouse.x() - area.x()) / area.width(), (mouse.y() - area.y()) / area.height());
    return at.x() < 1 && at.y() < 1 ? std::optional(at) : std::nullopt;
}

void LargePicture::resizeEvent(QResizeEvent *) { changed(); }

void LargePicture::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = event->position();
    if (canMove())
        setCursor(Qt::ClosedHandCursor);
}

void LargePicture::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged && canMove())
        moveBy(event->position() - *m_dragged);
    if (m_dragged)
        m_dragged = event->position();
    Q_EMIT pointedAt(placeAt(event->position()));
}

void LargePicture::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged.reset();
    setCursor(canMove() ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void LargePicture::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragged.reset();
    if (event->button() == Qt::LeftButton)
        Q_EMIT closeAsked();
}

void LargePicture::wheelEvent(QWheelEvent *event)
{
    constexpr double step = 120; // of a usual wheel
    zoomBy(std::pow(1.25, event->angleDelta().y() / step), event->position());
    event->accept();
}

void LargePicture::leaveEvent(QEvent *) { Q_EMIT pointedAt({}); }

void LargePicture::focusInEvent(QFocusEvent *) { update(); }

void LargePicture::focusOutEvent(QFocusEvent *) { update(); }

/// Only what is seen of it.
void LargePicture::paintImage(QPainter &painter, const QImage &image, const QRectF &target) const
{
    const QRectF shown = target.intersected(rect());
    if (image.isNull() || shown.isEmpty())
        return;
    const double across = image.width() / target.width();
    const double down = image.height() / target.height();
    const QRectF source((shown.x() - target.x()) * across, (shown.y() - target.y()) * down,
        shown.width() * across, shown.height() * down);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, devicePixelRatioF() / across < sharpFrom);
    painter.drawImage(shown, image, source);
}

void LargePicture::paintPart(QPainter &painter) const
{
    const QRectF area = part();
    painter.save();
    painter.setClipRect(area);
    if (m_layers.top.isNull())
        paintImage(painter, m_layers.base, whole());
    else
        paintImage(painter, m_layers.top, area);
    if (m_uncovered > 0 && !m_layers.top.isNull() && !m_layers.base.isNull())
        paintUncovered(painter);
    paintContours(painter, m_layers.contours, area, 1);
    paintOutline(painter, m_layers.outline, area, 1);
    painter.restore();
}

void LargePicture::paintUncovered(QPainter &painter) const
{
    QRectF left = part();
    left.setWidth(left.width() * m_uncovered);
    painter.save();
    painter.setClipRect(left, Qt::IntersectClip);
    paintImage(painter, m_layers.base, whole());
    painter.restore();
    drawTwice(painter, [&] { painter.drawLine(left.topRight(), left.bottomRight()); });
}

void LargePicture::paintLayers(QPainter &painter) const
{
    painter.setOpacity(m_dimmed ? dimmed : 1);
    if (!seesAll()) {
        painter.setOpacity(painter.opacity() * unseen);
        paintImage(painter, m_layers.base, whole());
        painter.setOpacity(m_dimmed ? dimmed : 1);
    }
    paintPart(painter);
    if (!seesAll())
        drawTwice(painter, [&] { painter.drawRect(part()); });
    painter.setOpacity(1);
}

void LargePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_layers.size.isEmpty()) {
        QColor ground = palette().color(QPalette::WindowText);
        ground.setAlphaF(0.06F);
        painter.fillRect(rect(), ground);
        painter.setPen(palette().color(QPalette::WindowText));
        constexpr int margin = 16;
        painter.drawText(
            rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap, m_message);
    } else {
        paintLayers(painter);
    }
    if (m_pointer && !m_layers.size.isEmpty()) {
        const QRectF area = part();
        const QPointF centre =
            area.topLeft() + QPointF(m_pointer->x() * area.width(), m_pointer->y() * area.height());
        constexpr double arm = 6;
        constexpr double clear = 2; // the place itself stays visible
        drawTwice(painter, [&] {
            for (const QPointF direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
                painter.drawLine(centre + clear * direction, centre + arm * direction);
        });
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace convscope
