#pragma once

#include <QRgb>
#include <array>

namespace convscope {

/// The 256 colours of matplotlib's viridis, from low to high.
extern const std::array<QRgb, 256> viridisTable;

} // namespace convscope
