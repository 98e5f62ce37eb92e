#include "core/internal/numbertext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace convscope {

std::string numberText(double value)
{
    constexpr double exactIntegers = 9007199254740992.0; // 2^53
    if (std::abs(value) <= exactIntegers && value == std::trunc(value))
        return std::to_string(static_cast<long long>(value));
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

} // namespace convscope
