#pragma once

#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace convscope {

__extension__ using Int128 = __int128;

/// A sum of real numbers, kept as a whole number of 2^-64. So it is the same in whatever order and in
/// whatever groups the numbers are added. Each number is rounded to a multiple of 2^-64. Numbers lie below
/// 2^62, sums below 2^63; what would leave that is refused, and the sum stays as it was.
class ExactSum
{
public:
    ExactSum() = default;

    static constexpr double largest = 0x1p62;

    /// Throws std::range_error where the number is not finite or too large, or the sum would be.
    void add(double number)
    {
        if (!(std::abs(number) < largest))
            throw std::range_error("a number is too large to be added exactly");
        ExactSum other;
        other.m_sum = Int128(std::ldexp(number, fractionBits));
        add(other);
    }

    /// Throws std::range_error where the sum would be too large.
    void add(ExactSum other)
    {
        Int128 sum = 0;
        if (__builtin_add_overflow(m_sum, other.m_sum, &sum))
            throw std::range_error("a sum is too large to be exact");
        m_sum = sum;
    }

    double value() const { return std::ldexp(double(m_sum), -fractionBits); }

    bool operator==(const ExactSum &) const = default;

private:
    static constexpr int fractionBits = 64;

    Int128 m_sum = 0;
};

static_assert(sizeof(ExactSum) == 16, "is written to files as it lies in memory");

} // namespace convscope
