#pragma once

#include <cstddef>
#include <vector>

namespace convscope {

/// The covariance of rows that come in pieces. Rows in another order, or sums of parts that are added, give
/// the same but for rounding, which is that of double.
class Covariance
{
public:
    explicit Covariance(std::size_t width);

    /// `count` rows of `width` finite values each.
    void add(const float *rows, std::size_t count);
    /// The rows of another part, of the same width.
    void add(const Covariance &other);

    std::size_t width() const { return m_width; }
    std::size_t count() const { return m_count; }
    /// Of each column; zeros where there are no rows.
    std::vector<double> mean() const;
    /// width × width, all of it, divided by the number of rows less one; zeros of fewer than two rows.
    /// Nothing is left of the sums.
    std::vector<double> takeMatrix();

private:
    std::size_t m_width;
    std::size_t m_count = 0;
    std::vector<double> m_shift; ///< the first row: what all are measured from, so that sums stay small
    std::vector<double> m_sum;
    std::vector<double> m_products; ///< on and above the diagonal
};

} // namespace convscope
