#include "ui/photomap/scatterview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace convscope {

namespace {

constexpr double keyZoom = 1.4;
constexpr double keyMove = 0.1; ///< of the view
constexpr double frameStep = 16;
constexpr double leastFrame = 8;

} // namespace

void ScatterView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    constexpr double perNotch = 1.25;
    constexpr double notch = 120;
    zoomBy(std::pow(perNotch, event->angleDelta().y() / notch), event->position());
    event->accept();
}

void ScatterView::mousePressEvent(QMouseEvent *event)
{
    const bool isMoving = m_dragging == Dragging::Moves;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && isMoving)) {
        m_moving = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position();
        m_frame.reset();
    }
}

void ScatterView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_moving) {
        moveBy(event->position() - *m_moving);
        m_moving = event->position();
    } else if (m_pressed) {
        const QPointF away = event->position() - *m_pressed;
        if (m_lasso.isEmpty() && away.manhattanLength() >= QApplication::startDragDistance())
            m_lasso << *m_pressed;
        if (!m_lasso.isEmpty()) {
            m_lasso << event->position();
            update();
        }
    } else {
        hover(photoAt(event->position()));
    }
}

void ScatterView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_moving && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        m_moving.reset();
        setDragging(m_dragging);
    }
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const QPointF from = *m_pressed;
    m_pressed.reset();
    const QPolygonF lasso = std::exchange(m_lasso, {});
    if (!lasso.isEmpty())
        takeInside(lasso, event->modifiers() & Qt::ShiftModifier);
    else if ((event->position() - from).manhattanLength() < QApplication::startDragDistance())
        takeAt(event->position(), event->modifiers());
    update();
}

void ScatterView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const std::optional<int> photo = photoAt(event->position());
        photo && event->button() == Qt::LeftButton)
        Q_EMIT photoActivated(*photo);
}

void ScatterView::leaveEvent(QEvent *) { hover({}); }

void ScatterView::keyPressEvent(QKeyEvent *event)
{
    if (!m_data || (!frameKey(*event) && !viewKey(*event)))
        QWidget::keyPressEvent(event);
}

void ScatterView::startFrame()
{
    const QSizeF size(width() / 3.0, height() / 3.0);
    m_frame = QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    update();
}

/// Returns whether the key is meant for the frame.
bool ScatterView::frameKey(const QKeyEvent &event)
{
    const bool isShift = event.modifiers() & Qt::ShiftModifier;
    if (event.key() == Qt::Key_R && event.modifiers() == Qt::NoModifier) {
        startFrame();
        return true;
    }
    if (!m_frame)
        return false;
    const double right = frameStep * (int(event.key() == Qt::Key_Right) - int(event.key() == Qt::Key_Left));
    const double down = frameStep * (int(event.key() == Qt::Key_Down) - int(event.key() == Qt::Key_Up));
    if (right != 0 || down != 0) {
        if (isShift)
            m_frame->setSize(QSizeF(std::max(leastFrame, m_frame->width() + right),
                std::max(leastFrame, m_frame->height() + down)));
        else
            m_frame->translate(right, down);
        update();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeInside(QPolygonF(*m_frame), isShift);
        return true;
    case Qt::Key_Escape:
        m_frame.reset();
        update();
        return true;
    default:
        return false;
    }
}

bool ScatterView::viewKey(const QKeyEvent &event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoomBy(keyZoom, middle);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / keyZoom, middle);
        return true;
    case Qt::Key_0:
        showAll();
        return true;
    case Qt::Key_Left:
        moveBy({keyMove * width(), 0});
        return true;
    case Qt::Key_Right:
        moveBy({-keyMove * width(), 0});
        return true;
    case Qt::Key_Up:
        moveBy({0, keyMove * height()});
        return true;
    case Qt::Key_Down:
        moveBy({0, -keyMove * height()});
        return true;
    case Qt::Key_Escape:
        if (m_selectedCount == 0)
            return false; // the window's
        select({}, false);
        return true;
    case Qt::Key_A:
        if (event.modifiers() != Qt::ControlModifier)
            return false;
        {
            std::vector<int> all(m_selected.size());
            for (std::size_t photo = 0; photo < all.size(); ++photo)
                all[photo] = int(photo);
            select(all, false);
        }
        return true;
    default:
        return false;
    }
}

} // namespace convscope
