#pragma once

#include "ui/present/view.h"

#include <functional>

class QMenu;

namespace convscope {

class BoardController;

// The menus of the board's headings; what is chosen in them goes to the controller.

/// Place and look of a row. `parametersAsked` is called for the entry that leads to its parameters.
void fillRowMenu(
    QMenu &menu, BoardController &controller, int row, const std::function<void()> &parametersAsked);

/// Whether a column is pinned, and the class that is explained in it.
void fillColumnMenu(QMenu &menu, BoardController &controller, int column);

} // namespace convscope
