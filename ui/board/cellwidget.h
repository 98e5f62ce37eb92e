#pragma once

#include "ui/board/boardcontroller.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace convscope {

/// One picture of the board: a square with its caption and note below it. While something is on its way the
/// old picture stays, dimmed, and after a moment progress and a button to cancel appear on it; a cell that
/// was stopped or failed says so, with the reason, and can be started.
class CellWidget : public QWidget
{
    Q_OBJECT
public:
    explicit CellWidget(QWidget *parent);

    /// `what` names the cell for people who do not see it, e.g. "LIME of 3_12".
    void show(const QString &what, const BoardCell &cell, const CellState &state, bool cancellable);
    void setSide(int side);
    /// Of the whole widget, for a picture of `side`.
    static int heightFor(int side, const QFontMetrics &metrics);

Q_SIGNALS:
    void startAsked();
    void cancelAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect pictureArea() const { return {0, 0, m_side, m_side}; }
    bool isBusy() const;
    void updateOverlay();
    void placeOverlay();
    void describe(const QString &what);
    void paintPicture(QPainter &painter) const;
    void paintMessage(QPainter &painter) const;
    void paintLines(QPainter &painter) const;

    BoardCell m_cell;
    CellState m_state;
    bool m_cancellable = false;
    int m_side = 128;
    QTimer m_patience; ///< what is over in a moment is not worth a progress bar
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QPushButton *m_start;
};

} // namespace convscope
