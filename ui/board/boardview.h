#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/board/boardgrid.h"
#include "ui/board/zoom.h"

#include <QAbstractScrollArea>
#include <filesystem>
#include <vector>

class QToolButton;

namespace convscope {

class BoardCorner;
class CellViewer;
class CellWidget;
class ColumnHeading;
class RowHeading;

/// The board: one column a photo and one row a question, or the other way round. Headings of rows and columns
/// stay in place while the pictures scroll; pictures are square and all of one size, which the user chooses
/// or which goes by the room there is. All show the same part of their pictures and mark the same place. Tab
/// leads to one cell, from there the arrow keys lead to the others.
class BoardView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit BoardView(BoardController &controller, QWidget *parent = nullptr);

    /// Larger or smaller about the place that is marked, else about the middle.
    void zoomBy(double factor);
    void resetZoom() { setZoom({}); }
    const BoardShape &shape() const { return m_shape; }
    void setShape(const BoardShape &shape);
    /// Makes the pictures themselves larger or smaller.
    void resizePictures(double factor);
    /// Whether the likeliest classes stand in the headings of the photos.
    void setTopShown(bool shown);
    /// So much of its lower part is covered by something else and must be scrolled up to be seen.
    void setCovered(int height);
    /// Shows a photo of the board large.
    void openPhoto(const std::filesystem::path &file);
    /// Of the cell that Tab leads to, to the clipboard.
    void copyPicture() const;

Q_SIGNALS:
    void shapeChanged();
    /// What the pictures of a column hold where the pointer is; empty where it is nowhere.
    void readoutChanged(const QString &text);
    void parametersAsked(int row);
    void addAsked(); ///< a row

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
    QWidget *photoWindow() const;
    QWidget *viewWindow() const;
    std::vector<int> roomBelow(int lines) const;
    int headHeight(int side) const;
    void arrange();
    void setRange(QScrollBar &bar, int all, int seen) const;
    void place();
    void showVerdicts();
    CellWidget *cellAt(int column, int row) const;
    struct Place
    {
        int column = 0;
        int row = 0;
    };
    Place placeOf(const CellWidget *cell) const;
    void showSelection();
    void connectRow(int row);
    int gapAt(const QPoint &globalPosition) const;
    void markGap(int gap);
    void dropRow(int row);
    void connectCell(CellWidget *cell);
    void setZoom(const Zoom &zoom);
    void placeZoom();
    void forgetZoom();
    void point(int column, const std::optional<QPointF> &at);
    void showReadout();
    void movePointer(int dx, int dy);
    void makeCurrent(Place place);
    void open(Place place);
    void reveal(const QRect &cell);
    void revealFocus(const QWidget *focused);
    void showRowMenu(int row, const QPoint &position);
    void showColumnMenu(int column, const QPoint &position);

    BoardController &m_controller;
    // The headings move in windows of their own beside the viewport.
    BoardCorner *m_corner;
    QWidget *m_topWindow;
    QWidget *m_sideWindow;
    std::vector<ColumnHeading *> m_columns; ///< of the photos
    std::vector<RowHeading *> m_rows; ///< of the views
    std::vector<CellWidget *> m_cells; ///< view by view
    BoardShape m_shape;
    BoardGrid m_grid;
    int m_sideBefore = 0; ///< of the pictures when they were last arranged
    int m_covered = 0;
    bool m_topShown = false;
    bool m_arranging = false;
    QToolButton *m_addRow; ///< below the last row
    QWidget *m_rowMarker; ///< where a row that is dragged would go
    int m_dropAt = 0; ///< the row that it would stand before
    QToolButton *m_whole; ///< says how far all are enlarged, and ends it
    Zoom m_zoom;
    std::vector<std::filesystem::path> m_photos; ///< that were looked at so
    std::optional<QPointF> m_pointer;
    int m_pointedColumn = 0; ///< whose values are read
    Place m_current; ///< the cell that Tab leads to
    CellViewer *m_viewer = nullptr; ///< made when it is first wanted
};

} // namespace convscope
