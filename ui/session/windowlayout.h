#pragma once

class QMainWindow;

namespace convscope {

// Size and place of the window and of its panels, and its hints: a matter of this screen, so they stand in
// the user's settings and not in sessions.

void restoreLayout(QMainWindow &window);
void saveLayout(const QMainWindow &window);

/// Whether the user has closed the hint that stands above the demo.
bool demoHintWasClosed();
void keepDemoHintClosed(bool closed);

} // namespace convscope
