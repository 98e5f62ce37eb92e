#pragma once

class QSize
{
public:
    constexpr QSize(int width, int height)
        : m_width(width)
        , m_height(height)
    {
    }
    constexpr int width() const { return m_width; }
    constexpr int height() const { return m_height; }

private:
    int m_width;
    int m_height;
};
