#pragma once

#include <optional>

class QMainWindow;

namespace convscope {

// Size and place of the window and of its panels, and its hints: a matter of this screen, so they stand in
// the user's settings and not in sessions.

void restoreLayout(QMainWindow &window);
void saveLayout(const QMainWindow &window);

/// Whether the user has closed the hint that stands above the demo.
bool demoHintWasClosed();
void keepDemoHintClosed(bool closed);

/// Whether the likeliest classes stand in the headings of the board.
bool keptTopShown();
void keepTopShown(bool shown);

/// Whether the network panel shows the graph, of networks that have one.
bool keptGraphShown();
void keepGraphShown(bool shown);

/// How large the gallery's pictures should be, in pixels of the layout.
std::optional<int> keptThumbnail();
void keepThumbnail(int side);

} // namespace convscope
