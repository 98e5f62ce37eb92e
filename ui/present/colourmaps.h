#pragma once

#include <QRgb>
#include <array>

namespace convscope {

/// The 256 colours of matplotlib's maps, from low to high.
extern const std::array<QRgb, 256> viridisTable;
extern const std::array<QRgb, 256> magmaTable;
extern const std::array<QRgb, 256> cividisTable;

} // namespace convscope
