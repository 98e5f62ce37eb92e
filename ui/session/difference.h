#pragma once

#include "ui/present/session.h"

namespace convscope {

/// In a few words what was changed from one state of the board to the next, e.g. "Filter image: Steps" or
/// "photo 3_12". Both are of the same files.
QString difference(const Session &before, const Session &after);

} // namespace convscope
