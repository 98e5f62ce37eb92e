#pragma once

#include <string>

namespace plain {

/// A number as Qt writes it without a locale: `format` is 'f', 'e' or 'g', halves are rounded away from zero,
/// and zero has no sign. A negative precision stands for 6.
std::string formatted(double value, char format, int precision);

/// The fewest digits that give the number back.
std::string shortest(double value);

} // namespace plain
