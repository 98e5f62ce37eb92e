#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/board/zoom.h"

#include <QDialog>

class QLabel;
class QSlider;

namespace convscope {

class CellWidget;

/// One cell of the board, large, with its notes in full, and a slider that uncovers the photo below it. The
/// arrow keys lead to its neighbours. Its part of the picture and its pointer are kept in step with the board
/// by the board.
class CellViewer : public QDialog
{
    Q_OBJECT
public:
    CellViewer(BoardController &controller, QWidget *parent);

    void open(int column, int row);
    void setZoom(const Zoom &zoom);
    void setPointer(const std::optional<QPointF> &at);

Q_SIGNALS:
    void zoomAsked(double by, QPointF at);
    void moveAsked(QPointF by);
    void pointedAt(int column, const std::optional<QPointF> &at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(int column, int row);
    QLayout *makeUncovering();
    void refresh();
    void uncover();

    BoardController &m_controller;
    CellWidget *m_cell;
    QLabel *m_photoLabel;
    QSlider *m_uncovered; ///< how much of the photo is seen, in hundredths from the left
    QLabel *m_text;
    QLabel *m_readout;
    int m_column = 0;
    int m_row = 0;
};

} // namespace convscope
