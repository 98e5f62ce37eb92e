#pragma once

#include <cstdint>

/// 0xffRRGGBB
using QRgb = std::uint32_t;

constexpr QRgb qRgb(int red, int green, int blue)
{
    return 0xff000000U | (QRgb(red) & 0xff) << 16 | (QRgb(green) & 0xff) << 8 | (QRgb(blue) & 0xff);
}
constexpr int qRed(QRgb colour) { return int(colour >> 16 & 0xff); }
constexpr int qGreen(QRgb colour) { return int(colour >> 8 & 0xff); }
constexpr int qBlue(QRgb colour) { return int(colour & 0xff); }
constexpr int qGray(QRgb colour)
{
    return (qRed(colour) * 11 + qGreen(colour) * 16 + qBlue(colour) * 5) / 32;
}

class QColor
{
public:
    constexpr QColor() = default;
    constexpr QColor(int red, int green, int blue)
        : m_colour(qRgb(red, green, blue))
    {
    }
    static constexpr QColor fromRgb(QRgb colour) { return {qRed(colour), qGreen(colour), qBlue(colour)}; }
    constexpr QRgb rgb() const { return m_colour; }

private:
    QRgb m_colour = qRgb(0, 0, 0);
};
