#pragma once

#include <QFont>

namespace convscope {

/// Of a title; whether the desktop gives its fonts in points or in pixels.
inline QFont largeFont(QFont font)
{
    constexpr double factor = 1.6;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace convscope
