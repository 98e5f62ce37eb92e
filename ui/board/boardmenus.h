#pragma once

#include <functional>

class QImage;
class QMenu;

namespace convscope {

class BoardController;

// The menus of the board's rows, columns and cells.

/// What the menus ask of others than the board's controller.
struct BoardMenuWishes
{
    std::function<void()> parameters = {}; ///< of the row
    std::function<void()> enlarge = {}; ///< the cell
    std::function<void()> add = {}; ///< a row
};

/// How the row is shown, what of it is started, and where it stands.
void fillRowMenu(QMenu &menu, BoardController &controller, int row, const BoardMenuWishes &wishes);

/// What is done with the photo, and which class is explained to it.
void fillColumnMenu(QMenu &menu, BoardController &controller, int column);

/// What is done with the picture and its numbers, then what is done with its row and its photo.
void fillCellMenu(
    QMenu &menu, BoardController &controller, int column, int row, const BoardMenuWishes &wishes);

/// What is done with a cell's picture as it is shown large, with its numbers and with its photo's file.
void fillLargeMenu(QMenu &menu, BoardController &controller, int column, int row, const QImage &picture);

} // namespace convscope
