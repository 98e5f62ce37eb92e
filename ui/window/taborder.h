#pragma once

class QWidget;

namespace convscope {

// Where Tab leads in a window: as one reads it, line by line, and one panel after another. The order in which
// widgets were made, which Qt goes by, tells little where panels are made anew and boards grow.

/// After the widget of the window that has the focus, or before it; the first where none has.
QWidget *nextToFocus(const QWidget &window, bool forward);

/// Null where Tab leads to nothing in it.
QWidget *firstToFocus(const QWidget &part);

} // namespace convscope
