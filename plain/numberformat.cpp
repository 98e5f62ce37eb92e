#include "plain/numberformat.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace plain {

namespace {

std::string printed(double value, const char *format, int precision)
{
    std::string text(std::size_t(std::snprintf(nullptr, 0, format, precision, value)) + 1, '\0');
    text.resize(std::size_t(std::snprintf(text.data(), text.size(), format, precision, value)));
    return text;
}

/// Whether the text is the number itself and not one near it.
bool isExact(const std::string &text, double value)
{
    constexpr int allDigits = 1080; // of the smallest double
    if (std::strtod(text.c_str(), nullptr) != value)
        return false;
    const std::string whole = printed(value, "%.*e", allDigits);
    const std::size_t told = text.size() + 2; // more than the digits of the text, with sign and point
    return whole.find_first_not_of('0', std::min(told, whole.find('e'))) == whole.find('e');
}

/// One more in the last place of a decimal number, away from zero.
std::string raised(std::string text)
{
    for (std::size_t place = text.size(); place-- > 0;) {
        if (text[place] == '.')
            continue;
        if (text[place] == '-')
            return "-1" + text.substr(1);
        if (text[place]++ < '9')
            return text;
        text[place] = '0';
    }
    return '1' + text;
}

// printf rounds a half to the even neighbour.

std::string fixed(double value, int precision)
{
    std::string finer = printed(value, "%.*f", precision + 1);
    if (finer.back() != '5' || !isExact(finer, value))
        return printed(value, "%.*f", precision);
    finer.resize(finer.size() - (precision == 0 ? 2 : 1)); // with the point
    return raised(finer);
}

/// The number itself, or one a hair further from zero where it is a half.
double notHalf(double value, int precision)
{
    const std::string finer = printed(value, "%.*e", precision + 1);
    const bool isHalf = finer[finer.find('e') - 1] == '5' && isExact(finer, value);
    return isHalf ? std::nextafter(value, value < 0 ? -INFINITY : INFINITY) : value;
}

} // namespace

std::string formatted(double value, char format, int precision)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    if (value == 0)
        value = 0; // without its sign
    const int digits = precision < 0 ? 6 : precision;
    if (format == 'f')
        return fixed(value, digits);
    if (format == 'e')
        return printed(notHalf(value, digits), "%.*e", digits);
    const int significant = std::max(digits, 1);
    return printed(notHalf(value, significant - 1), "%.*g", significant);
}

std::string shortest(double value)
{
    if (!std::isfinite(value) || value == 0)
        return formatted(value, 'g', 6);
    std::array<char, 32> text{};
    const std::to_chars_result end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

} // namespace plain
