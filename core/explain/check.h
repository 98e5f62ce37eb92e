#pragma once

#include "core/data/photo.h"
#include "core/error.h"
#include "core/explain/fields.h"
#include "core/internal/numbertext.h"
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

/// Throws Error: ClassOutOfRange.
void checkTarget(const Target &target, int classCount);

/// The class that is meant. A true label that is unknown, or that the network has no class for, gives the
/// predicted class and the note LabelUnknown.
int resolveTarget(
    const Target &target, const std::optional<int> &label, int predicted, int classCount, Notes &notes);

/// The same of a photo whose logits are known, one a class.
int resolveTarget(const Target &target, const Photo &photo, const std::vector<double> &logits, Notes &notes);

/// Throws Error: NotFinite, saying what holds NaN or infinity.
void requireFinite(const std::vector<double> &values, Phrase::Kind what);

} // namespace convscope
