#include "core/embedding/covariance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace convscope {

namespace {

constexpr std::size_t tileHeight = 4;
constexpr std::size_t tileWidth = 8;
constexpr std::size_t block = 64; ///< so many rows are multiplied at once

} // namespace

Covariance::Covariance(std::size_t width)
    : m_width(width)
    , m_sum(width)
    , m_products(width * width)
{
}

void Covariance::add(const float *rows, std::size_t count)
{
    if (count > 0 && m_shift.empty())
        m_shift.assign(rows, rows + m_width);
    // Padded with zeros to whole tiles.
    const std::size_t padded = (m_width + tileWidth - 1) / tileWidth * tileWidth;
    std::vector<double> shifted(block * padded);
    for (std::size_t done = 0; done < count; done += block) {
        const std::size_t height = std::min(block, count - done);
        for (std::size_t row = 0; row < height; ++row) {
            for (std::size_t i = 0; i < m_width; ++i) {
                const double value = double(rows[(done + row) * m_width + i]) - m_shift[i];
                shifted[row * padded + i] = value;
                m_sum[i] += value;
            }
        }
        for (std::size_t top = 0; top < m_width; top += tileHeight) {
            for (std::size_t left = top / tileWidth * tileWidth; left < m_width; left += tileWidth) {
                std::array<std::array<double, tileWidth>, tileHeight> tile{};
                for (std::size_t row = 0; row < height; ++row) {
                    const double *down = &shifted[row * padded + top];
                    const double *across = &shifted[row * padded + left];
                    for (std::size_t i = 0; i < tileHeight; ++i)
                        for (std::size_t j = 0; j < tileWidth; ++j)
                            tile[i][j] += down[i] * across[j];
                }
                for (std::size_t i = top; i < std::min(top + tileHeight, m_width); ++i)
                    for (std::size_t j = std::max(left, i); j < std::min(left + tileWidth, m_width); ++j)
                        m_products[i * m_width + j] += tile[i - top][j - left];
            }
        }
    }
    m_count += count;
}

void Covariance::add(const Covariance &other)
{
    if (other.m_count == 0)
        return;
    if (m_count == 0) {
        *this = other;
        return;
    }
    // What was measured from its shift is measured from this one's.
    const auto count = double(other.m_count);
    std::vector<double> away(m_width);
    for (std::size_t i = 0; i < m_width; ++i)
        away[i] = other.m_shift[i] - m_shift[i];
    for (std::size_t i = 0; i < m_width; ++i) {
        for (std::size_t j = i; j < m_width; ++j)
            m_products[i * m_width + j] += other.m_products[i * m_width + j] + away[i] * other.m_sum[j]
                + away[j] * other.m_sum[i] + count * away[i] * away[j];
    }
    for (std::size_t i = 0; i < m_width; ++i)
        m_sum[i] += other.m_sum[i] + count * away[i];
    m_count += other.m_count;
}

std::vector<double> Covariance::mean() const
{
    std::vector<double> mean(m_width);
    for (std::size_t i = 0; m_count > 0 && i < m_width; ++i)
        mean[i] = m_shift[i] + m_sum[i] / double(m_count);
    return mean;
}

std::vector<double> Covariance::takeMatrix()
{
    std::vector<double> matrix = std::move(m_products);
    if (m_count < 2)
        return std::vector<double>(m_width * m_width);
    const auto count = double(m_count);
    // In squares, as half of it is written across the rows.
    constexpr std::size_t side = 32;
    for (std::size_t top = 0; top < m_width; top += side) {
        for (std::size_t left = top; left < m_width; left += side) {
            for (std::size_t i = top; i < std::min(top + side, m_width); ++i) {
                for (std::size_t j = std::max(left, i); j < std::min(left + side, m_width); ++j) {
                    const double value =
                        (matrix[i * m_width + j] - m_sum[i] * m_sum[j] / count) / (count - 1);
                    matrix[i * m_width + j] = matrix[j * m_width + i] = value;
                }
            }
        }
    }
    *this = Covariance(0);
    return matrix;
}

} // namespace convscope
