#pragma once

#include "core/data/photo.h"
#include "core/error.h"
#include "core/explain/fields.h"
#include "core/internal/numbertext.h"
#include "core/network/network.h"
#include "core/note.h"

#include <optional>
#include <vector>

namespace convscope {

// What every method checks before and after it runs; for core/explain alone.

/// Throws Error: InvalidOption where a number of the options lies outside its bounds.
template <typename Options> void checkOptions(const Options &options)
{
    const auto check = [](const char *name, double value, const Bounds &bounds) {
        if (value >= bounds.min && value <= bounds.max) // false for NaN
            return;
        throw Error(ErrorKind::InvalidOption, {}, {name, numberText(value)},
            Phrase{Phrase::NumberWithin, {numberText(bounds.min), numberText(bounds.max)}});
    };
    Options::fields(options, [&](const char *name, const auto &value, const Bounds &bounds) {
        if (const std::optional<double> number = numberIn(value))
            check(name, *number, bounds);
    });
}

/// For methods, which explain what the network says. Throws Error: ClassOutOfRange, InvalidOption where a
/// class is compared with itself, where the network has no other, and where a filter is meant.
void checkTarget(const Target &target, int classCount);

/// For questions about a filter. Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange, InvalidOption
/// where the map has no such unit.
void checkFilterTarget(const NetworkInfo &info, const Target &target);

/// What is meant of a photo with these logits, one a class. A true label that is unknown, or that the network
/// has no class for, gives the predicted class and the note LabelUnknown. A class that cannot be compared
/// with the one meant, as it is the same or not known, gives the strongest other one and the note
/// StrongestInstead.
Explained resolveTarget(
    const Target &target, const std::optional<int> &label, const std::vector<double> &logits, Notes &notes);

/// Throws Error: NotFinite, saying what holds NaN or infinity.
void requireFinite(const std::vector<double> &values, Phrase::Kind what);

} // namespace convscope
