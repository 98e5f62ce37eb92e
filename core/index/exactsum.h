#pragma once

#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace convscope {

__extension__ using Int128 = __int128;

/// A sum of real numbers, kept as a whole number of 2^-64. So it is the same in whatever order and in
/// whatever groups the numbers are added. Each number is rounded to a multiple of 2^-64; sums reach 2^62.
class ExactSum
{
public:
    ExactSum() = default;

    /// Throws std::range_error where the number is not finite or too large.
    void add(double number)
    {
        if (!(std::abs(number) < largest))
            throw std::range_error("a number is too large to be added exactly");
        m_sum += Int128(std::ldexp(number, fractionBits));
    }

    void add(ExactSum other) { m_sum += other.m_sum; }

    double value() const { return std::ldexp(double(m_sum), -fractionBits); }

    bool operator==(const ExactSum &) const = default;

private:
    static constexpr int fractionBits = 64;
    static constexpr double largest = 0x1p52; // a thousand of them still fit

    Int128 m_sum = 0;
};

static_assert(sizeof(ExactSum) == 16, "is written to files as it lies in memory");

} // namespace convscope
