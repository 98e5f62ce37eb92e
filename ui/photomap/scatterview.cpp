#include "ui/photomap/scatterview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr int margin = 14;
constexpr double largestZoom = 400;
constexpr double nearEnough = 4; ///< to a mark, in pixels

} // namespace

ScatterView::ScatterView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("photoMap"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map of the photos"));
    describe();
}

void ScatterView::setMap(std::shared_ptr<const PhotoMapData> map)
{
    const bool isAnother = !map || !m_data || map->count() != m_data->count();
    m_data = std::move(map);
    if (isAnother) {
        const std::size_t count = m_data ? m_data->count() : 0;
        m_selected.assign(count, false);
        m_selectedCount = 0;
        m_order = paintingOrder(count);
        m_zoom = 1;
        m_middle = {};
        m_frame.reset();
        hover({});
    }
    m_marks = m_data ? mapMarks(*m_data, m_colouring) : MapMarks();
    standardise();
    invalidate();
    describe();
}

/// The longer side of the map is 1, the same scale along both axes: so the view stays where t-SNE has just
/// spread them out.
void ScatterView::standardise()
{
    m_unit.assign(m_data ? m_data->count() : 0, {});
    constexpr double infinite = std::numeric_limits<double>::infinity();
    double left = infinite;
    double right = -infinite;
    double top = infinite;
    double bottom = -infinite;
    for (std::size_t photo = 0; photo < m_unit.size(); ++photo) {
        if (!m_data->isShown(photo))
            continue;
        left = std::min(left, double(m_data->map.x[photo]));
        right = std::max(right, double(m_data->map.x[photo]));
        top = std::min(top, double(m_data->map.y[photo]));
        bottom = std::max(bottom, double(m_data->map.y[photo]));
    }
    const double range = std::max(right - left, bottom - top);
    m_extent = range > 0 ? QSizeF((right - left) / range, (bottom - top) / range) : QSizeF(1, 1);
    for (std::size_t photo = 0; photo < m_unit.size(); ++photo) {
        if (m_data->isShown(photo) && range > 0)
            m_unit[photo] = {(double(m_data->map.x[photo]) - (left + right) / 2) / range,
                ((top + bottom) / 2 - double(m_data->map.y[photo])) / range};
    }
}

void ScatterView::setColouring(MapColouring colouring)
{
    if (std::exchange(m_colouring, colouring) == colouring)
        return;
    m_marks = m_data ? mapMarks(*m_data, m_colouring) : MapMarks();
    m_isStale = true;
    update();
}

void ScatterView::setDragging(Dragging dragging)
{
    m_dragging = dragging;
    setCursor(dragging == Dragging::Moves ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void ScatterView::setThumbnails(ThumbnailOf thumbnailOf)
{
    m_thumbnailOf = std::move(thumbnailOf);
    invalidate();
}

void ScatterView::thumbnailsChanged()
{
    if (m_thumbnails.empty())
        return;
    m_isStale = true;
    update();
}

void ScatterView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    describe();
    update();
}

void ScatterView::setSelected(const std::vector<int> &photos)
{
    m_selected.assign(m_selected.size(), false);
    for (const int photo : photos) {
        if (photo >= 0 && std::size_t(photo) < m_selected.size() && m_data->isShown(std::size_t(photo)))
            m_selected[std::size_t(photo)] = true;
    }
    m_selectedCount = std::size_t(std::count(m_selected.begin(), m_selected.end(), true));
    m_isStale = true;
    update();
    describe();
}

void ScatterView::select(const std::vector<int> &photos, bool adds)
{
    std::vector<int> all = adds ? selected() : std::vector<int>();
    all.insert(all.end(), photos.begin(), photos.end());
    const std::vector<bool> before = m_selected;
    setSelected(all);
    if (m_selected != before)
        Q_EMIT selectionChanged(selected());
}

std::vector<int> ScatterView::selected() const
{
    std::vector<int> photos;
    for (std::size_t photo = 0; photo < m_selected.size(); ++photo) {
        if (m_selected[photo])
            photos.push_back(int(photo));
    }
    return photos;
}

/// Pixels of the layout for the longer side of the map.
double ScatterView::scale() const
{
    const double across = std::max(1, width() - 2 * margin) / std::max(m_extent.width(), 1e-6);
    const double down = std::max(1, height() - 2 * margin) / std::max(m_extent.height(), 1e-6);
    return std::min(across, down) * m_zoom;
}

/// Smaller the more there are, larger the nearer one looks.
double ScatterView::radius() const
{
    const double count = m_data ? double(m_data->count()) : 0;
    return std::clamp(100 / std::sqrt(count + 1) * std::pow(m_zoom, 0.35), 2.0, 6.0);
}

std::optional<QPointF> ScatterView::placeOf(int photo) const
{
    if (!m_data || !m_data->isShown(std::size_t(photo)))
        return {};
    return QPointF(width() / 2.0, height() / 2.0) + (m_unit[std::size_t(photo)] - m_middle) * scale();
}

std::optional<int> ScatterView::photoAt(QPointF point) const
{
    std::optional<int> nearest;
    double distance = radius() + nearEnough;
    for (std::size_t photo = 0; photo < m_unit.size(); ++photo) {
        const std::optional<QPointF> place = placeOf(int(photo));
        const double away = place ? std::hypot(place->x() - point.x(), place->y() - point.y()) : distance;
        if (away < distance) {
            distance = away;
            nearest = int(photo);
        }
    }
    if (nearest || !m_isArranged)
        return nearest;
    for (const Thumbnail &thumbnail : m_thumbnails) {
        if (thumbnail.frame.contains(point))
            return thumbnail.photo;
    }
    return {};
}

std::vector<int> ScatterView::shownThumbnails() const
{
    std::vector<int> photos;
    for (const Thumbnail &thumbnail : m_thumbnails)
        photos.push_back(thumbnail.photo);
    return photos;
}

std::optional<QRectF> ScatterView::thumbnailFrameOf(int photo) const
{
    const auto found = std::ranges::find(m_thumbnails, photo, &Thumbnail::photo);
    return found == m_thumbnails.end() ? std::nullopt : std::optional(found->frame);
}

void ScatterView::zoomBy(double factor, QPointF at)
{
    const double zoom = std::clamp(m_zoom * factor, 1.0, largestZoom);
    // What is below the pointer stays there.
    const QPointF away = at - QPointF(width() / 2.0, height() / 2.0);
    const double before = scale();
    m_zoom = zoom;
    m_middle += away / before - away / scale();
    if (zoom == 1)
        m_middle = {};
    moveBy({});
}

void ScatterView::showAll()
{
    m_zoom = 1;
    m_middle = {};
    moveBy({});
}

/// The middle of the view stays on the map.
void ScatterView::moveBy(QPointF pixels)
{
    m_middle -= pixels / scale();
    m_middle = {std::clamp(m_middle.x(), -0.5, 0.5), std::clamp(m_middle.y(), -0.5, 0.5)};
    invalidate();
    Q_EMIT viewChanged();
}

void ScatterView::takeInside(const QPolygonF &area, bool adds)
{
    std::vector<int> inside;
    const QRectF around = area.boundingRect();
    for (std::size_t photo = 0; photo < m_unit.size(); ++photo) {
        const std::optional<QPointF> place = placeOf(int(photo));
        if (place && around.contains(*place) && area.containsPoint(*place, Qt::OddEvenFill))
            inside.push_back(int(photo));
    }
    select(inside, adds);
}

/// One photo, or none. Ctrl puts it to the others or takes it away.
void ScatterView::takeAt(QPointF point, Qt::KeyboardModifiers modifiers)
{
    const std::optional<int> photo = photoAt(point);
    if (!photo) {
        if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier)))
            select({}, false);
        return;
    }
    if (modifiers & Qt::ControlModifier && m_selected[std::size_t(*photo)]) {
        std::vector<int> others = selected();
        std::erase(others, *photo);
        select(others, false);
    } else {
        select({*photo}, modifiers & (Qt::ShiftModifier | Qt::ControlModifier));
    }
}

void ScatterView::hover(std::optional<int> photo)
{
    if (std::exchange(m_hovered, photo) == photo)
        return;
    update();
    Q_EMIT photoHovered(photo.value_or(-1));
}

void ScatterView::describe()
{
    setAccessibleDescription(!m_data || m_data->count() == 0
            ? m_placeholder
            : tr("%1 photos, %2 of them selected. R puts up a frame to select with.")
                  .arg(m_data->count())
                  .arg(m_selectedCount));
}

void ScatterView::invalidate()
{
    m_isStale = true;
    m_isArranged = false;
    update();
}

void ScatterView::resizeEvent(QResizeEvent *) { invalidate(); }

void ScatterView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_sprites.clear();
        invalidate();
    }
}

bool ScatterView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const std::optional<int> photo = photoAt(help->pos()))
            QToolTip::showText(help->globalPos(), mapPhotoText(*m_data, std::size_t(*photo)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace convscope
