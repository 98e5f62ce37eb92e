#include "ui/present/colours.h"

#include "ui/present/colourmaps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

QRgb colourAt(ColourMap map, double t)
{
    const auto step = std::size_t(t > 0 ? std::min(t * 256, 255.0) : 0);
    switch (map) {
    case ColourMap::Viridis:
        return viridisTable[step];
    case ColourMap::Magma:
        return magmaTable[step];
    case ColourMap::Cividis:
        return cividisTable[step];
    case ColourMap::Diverging:
        return diverging(2 * t - 1);
    case ColourMap::Gray:
        break;
    }
    return qRgb(int(step), int(step), int(step));
}

QRgb diverging(double t)
{
    // From near white to Tol's vibrant orange and blue, darkened a little towards the ends.
    static constexpr double middle[] = {247, 247, 247};
    static constexpr double below[] = {204, 85, 0};
    static constexpr double above[] = {0, 90, 160};
    const double size = std::isnan(t) ? 0 : std::clamp(std::abs(t), 0.0, 1.0);
    const double *end = t < 0 ? below : above;
    const auto mixed = [&](int i) { return int(std::lround(middle[i] + (end[i] - middle[i]) * size)); };
    return qRgb(mixed(0), mixed(1), mixed(2));
}

QColor classColour(int label)
{
    // Paul Tol, "Colour Schemes" (SRON/EPS/TN/09-002): the ten of "muted", then two of "vibrant" that differ
    // from them. Neighbours in a list of classes are far apart.
    static constexpr std::array<QRgb, 12> palette = {0xff332288, 0xffddcc77, 0xff117733, 0xffcc6677,
        0xff88ccee, 0xff882255, 0xff999933, 0xffaa4499, 0xff44aa99, 0xffee7733, 0xff0077bb, 0xff777777};
    const int count = int(palette.size());
    return QColor::fromRgb(palette[std::size_t((label % count + count) % count)]);
}

QColor forColour(Colours colours)
{
    return colours == Colours::Board ? QColor(0, 119, 187) : QColor(0, 255, 0);
}

QColor againstColour(Colours colours)
{
    return colours == Colours::Board ? QColor(238, 119, 51) : QColor(255, 0, 0);
}

} // namespace convscope
