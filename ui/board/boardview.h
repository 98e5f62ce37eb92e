#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/board/zoom.h"

#include <QAbstractScrollArea>
#include <vector>

namespace convscope {

class CellViewer;
class CellWidget;
class ColumnHeading;
class RowHeading;

/// The board: one column a photo, one row a view. Headings of rows and columns stay in place while the
/// pictures scroll; pictures are square, all of one size, and grow with the window. All show the same part of
/// their pictures and mark the same place. Tab leads to one cell, from there the arrow keys lead to the
/// others.
class BoardView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit BoardView(BoardController &controller, QWidget *parent = nullptr);

    /// Larger or smaller about the place that is marked, else about the middle.
    void zoomBy(double factor);
    void resetZoom() { setZoom({}); }

Q_SIGNALS:
    /// What the pictures of a column hold where the pointer is; empty where it is nowhere.
    void readoutChanged(const QString &text);
    void parametersAsked(View view);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    void reshape();
    void showRows();
    void showColumn(int column);
    void showCell(int column, int row);
    void arrange();
    void place();
    CellWidget *cellAt(int column, int row) const;
    struct Place
    {
        int column = 0;
        int row = 0;
    };
    Place placeOf(const CellWidget *cell) const;
    void connectCell(CellWidget *cell);
    void setZoom(const Zoom &zoom);
    void point(int column, const std::optional<QPointF> &at);
    void movePointer(int dx, int dy);
    void makeCurrent(Place place);
    void open(Place place);
    void reveal(const QRect &cell);
    void showRowMenu(int row, const QPoint &position);
    void showColumnMenu(int column, const QPoint &position);

    BoardController &m_controller;
    // The headings move in windows of their own beside the viewport.
    QWidget *m_columnWindow;
    QWidget *m_rowWindow;
    std::vector<ColumnHeading *> m_columns;
    std::vector<RowHeading *> m_rows;
    std::vector<CellWidget *> m_cells; ///< row by row
    int m_side = 128;
    Zoom m_zoom;
    std::optional<QPointF> m_pointer;
    Place m_current; ///< the cell that Tab leads to
    CellViewer *m_viewer = nullptr; ///< made when it is first wanted
};

} // namespace convscope
