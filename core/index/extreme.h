#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace convscope {

/// The largest or the smallest value of a filter's map on one photo.
struct Extreme
{
    float value = 0;
    std::int32_t photo = -1; ///< its place in a list of photos sorted by name; -1: none
    std::int16_t y = 0; ///< row and column of the map
    std::int16_t x = 0;

    bool operator==(const Extreme &) const = default;
};

static_assert(sizeof(Extreme) == 12, "is written to files as it lies in memory");

/// Which end of the values a list holds.
enum class End
{
    Most, ///< the largest value first
    Least, ///< the smallest value first
};

/// A total order: by value, the most extreme first, then by photo. No two entries of a list have the same
/// photo, so the first K of any photos are always the same.
struct ExtremeOrder
{
    End end = End::Most;

    bool operator()(const Extreme &a, const Extreme &b) const
    {
        if (a.value != b.value)
            return end == End::Most ? a.value > b.value : a.value < b.value;
        return a.photo < b.photo;
    }
};

/// The most extreme entries over some photos, in order. Each is at its right rank: where the list is shorter
/// than the photos are many, nothing is known of what follows its last entry.
struct ExtremeList
{
    std::vector<Extreme> entries = {};
    bool isComplete = true; ///< it has an entry for each photo

    bool operator==(const ExtremeList &) const = default;
};

/// How many entries a list keeps.
constexpr std::size_t keptExtremes = 128;
/// How many of them are shown: as many as are there however few of the others are lost.
constexpr std::size_t shownExtremes = 100;

/// The list over the photos of both, which have none in common. Entries that follow the last one of a list
/// that is not complete are left out: others may lie before them. Associative and commutative.
ExtremeList merged(const ExtremeList &a, const ExtremeList &b, End end, std::size_t most = keptExtremes);

} // namespace convscope
