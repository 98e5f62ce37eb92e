#pragma once

#include <bit>
#include <cstdint>

namespace convscope {

/// A number in IEEE 754's half precision, rounded to the nearest; what is too large becomes the largest,
/// 65,504. For features and values that are drawn, not reported.
inline std::uint16_t toHalf(float number)
{
    constexpr float largest = 65504;
    constexpr float smallestNormal = 0x1p-14F;
    const auto bits = std::bit_cast<std::uint32_t>(number);
    const auto sign = std::uint16_t((bits >> 16) & 0x8000U);
    const float size = number < 0 ? -number : number;
    if (!(size <= largest))
        return size > largest ? std::uint16_t(sign | 0x7bffU) : std::uint16_t(0x7e00U); // NaN stays
    if (size < smallestNormal) // a multiple of 2^-24
        return std::uint16_t(sign | std::uint32_t(size * 0x1p24F + 0.5F));
    // The exponent's bias changes from 127 to 15, ten of 23 digits stay; a tie goes to the even one.
    const std::uint32_t plain = std::bit_cast<std::uint32_t>(size) - (112U << 23);
    const std::uint32_t rounded = (plain + 0xfffU + ((plain >> 13) & 1U)) >> 13;
    return std::uint16_t(sign | (rounded < 0x7bffU ? rounded : 0x7bffU));
}

inline float fromHalf(std::uint16_t half)
{
    const std::uint32_t sign = std::uint32_t(half & 0x8000U) << 16;
    const std::uint32_t size = half & 0x7fffU;
    if (size < 0x400U) {
        const float number = float(size) * 0x1p-24F;
        return sign ? -number : number;
    }
    if (size > 0x7c00U)
        return std::bit_cast<float>(0x7fc00000U);
    return std::bit_cast<float>(sign | ((size + (112U << 10)) << 13));
}

} // namespace convscope
