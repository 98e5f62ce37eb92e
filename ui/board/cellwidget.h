#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/board/zoom.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace convscope {

/// One picture of the board: a square with its caption and note below it. While something is on its way the
/// old picture stays, dimmed, and after a moment progress and a button to cancel appear on it; a cell that
/// was stopped or failed says so, with the reason, and can be started. Part of the picture can be shown
/// larger, and a place in it marked; whoever owns the cells keeps them in step.
class CellWidget : public QWidget
{
    Q_OBJECT
public:
    explicit CellWidget(QWidget *parent);

    /// `what` names the cell for people who do not see it, e.g. "LIME of 3_12".
    void show(const QString &what, const BoardCell &cell, const CellState &state, bool cancellable);
    void setSide(int side);
    void setZoom(const Zoom &zoom);
    /// Marks a place in the picture.
    void setPointer(const std::optional<QPointF> &at);
    /// Of the whole widget, for a picture of `side` and so many lines below it.
    static int heightFor(int side, const QFontMetrics &metrics, int lines = 2);

Q_SIGNALS:
    void startAsked();
    void cancelAsked();
    /// The mouse is over a place in the picture; none: it has left.
    void pointedAt(const std::optional<QPointF> &at);
    void zoomAsked(double by, QPointF at);
    void moveAsked(QPointF by);
    void openAsked(); ///< double click
    void focused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect pictureArea() const { return {0, 0, m_side, m_side}; }
    /// Where the picture stands; it keeps its shape.
    QRectF pictureTarget() const;
    std::optional<QPointF> placeAt(QPointF mouse) const;
    bool isBusy() const;
    void updateOverlay();
    void placeOverlay();
    void describe(const QString &what);
    void paintPicture(QPainter &painter) const;
    void paintShown(QPainter &painter, const QImage &picture) const;
    void paintPointer(QPainter &painter) const;
    void paintMessage(QPainter &painter) const;
    QString firstLine(const QString &second) const;
    void paintLines(QPainter &painter) const;
    void paintEvidence(QPainter &painter, const QRect &line) const;
    void paintNotes(QPainter &painter) const;

    BoardCell m_cell;
    CellState m_state;
    bool m_cancellable = false;
    int m_side = 128;
    Zoom m_zoom;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_dragged; ///< where the mouse was last while it drags
    QTimer m_patience; ///< what is over in a moment is not worth a progress bar
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QPushButton *m_start;
};

} // namespace convscope
