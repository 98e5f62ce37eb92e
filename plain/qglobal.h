#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

// The words of Qt for what C++ has.

using qint64 = long long;
using quint64 = unsigned long long;
using qsizetype = std::ptrdiff_t;
using uchar = unsigned char;
using uint = unsigned int;

inline int qRound(double value) { return int(value >= 0 ? value + 0.5 : value - 0.5); }
inline qint64 qRound64(double value) { return qint64(value >= 0 ? value + 0.5 : value - 0.5); }

namespace Qt {
enum CaseSensitivity
{
    CaseInsensitive,
    CaseSensitive
};
enum Initialization
{
    Uninitialized
};
} // namespace Qt
