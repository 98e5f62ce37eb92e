#include "ui/widgets/onscreen.h"

#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace convscope {

void resizeOnScreen(QWidget &window, QSize wanted)
{
    constexpr double part = 0.95; // the frame needs a little too
    const QRect room = window.screen()->availableGeometry();
    window.resize(wanted.boundedTo(room.size() * part));
    if (!window.isVisible())
        return; // it is put into its place when it is shown
    const QRect frame = window.frameGeometry();
    window.move(std::max(room.left(), std::min(frame.left(), room.right() + 1 - frame.width())),
        std::max(room.top(), std::min(frame.top(), room.bottom() + 1 - frame.height())));
}

} // namespace convscope
