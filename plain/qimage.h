#pragma once

#include "plain/qcolor.h"
#include "plain/qglobal.h"

#include <vector>

/// A picture of colours without transparency.
class QImage
{
public:
    enum Format
    {
        Format_RGB32
    };

    QImage() = default;
    QImage(int width, int height, Format)
        : m_width(width)
        , m_height(height)
        , m_pixels(std::size_t(width) * std::size_t(height))
    {
    }

    bool isNull() const { return m_pixels.empty(); }
    int width() const { return m_width; }
    int height() const { return m_height; }
    uchar *scanLine(int y) { return reinterpret_cast<uchar *>(m_pixels.data() + line(y)); }
    const uchar *constScanLine(int y) const
    {
        return reinterpret_cast<const uchar *>(m_pixels.data() + line(y));
    }

private:
    std::size_t line(int y) const { return std::size_t(y) * std::size_t(m_width); }

    int m_width = 0;
    int m_height = 0;
    std::vector<QRgb> m_pixels;
};
