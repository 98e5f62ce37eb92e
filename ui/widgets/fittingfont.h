#pragma once

#include <QFont>

namespace convscope {

/// The font with as much narrower letters as one line of `text` needs to fit into `width`, down to three
/// quarters: half a number would read as another, and half a name as another's.
QFont fittingFont(QFont font, const QString &text, int width);

} // namespace convscope
