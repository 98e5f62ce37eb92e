#pragma once

#include <QSize>

class QWidget;

namespace convscope {

/// Gives a window this size, as far as its screen has room for it and its frame. One that is seen is moved
/// where it would reach beyond the screen now.
void resizeOnScreen(QWidget &window, QSize wanted);

} // namespace convscope
