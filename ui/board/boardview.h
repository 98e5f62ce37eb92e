#pragma once

#include "ui/board/boardcontroller.h"

#include <QAbstractScrollArea>
#include <vector>

namespace convscope {

class CellWidget;
class ColumnHeading;
class RowHeading;

/// The board: one column a photo, one row a view. Headings of rows and columns stay in place while the
/// pictures scroll; pictures are square, all of one size, and grow with the window.
class BoardView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit BoardView(BoardController &controller, QWidget *parent = nullptr);

protected:
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

    BoardController &m_controller;
    // The headings move in windows of their own beside the viewport.
    QWidget *m_columnWindow;
    QWidget *m_rowWindow;
    std::vector<ColumnHeading *> m_columns;
    std::vector<RowHeading *> m_rows;
    std::vector<CellWidget *> m_cells; ///< row by row
    int m_side = 128;
};

} // namespace convscope
