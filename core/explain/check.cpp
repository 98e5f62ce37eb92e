#include "core/explain/check.h"

#include "core/network/prediction.h"

#include <algorithm>
#include <cmath>

namespace convscope {

void checkTarget(const Target &target, int classCount)
{
    if (target.kind == Target::Kind::Class && (target.index < 0 || target.index >= classCount))
        throw Error(
            ErrorKind::ClassOutOfRange, {}, {std::to_string(target.index), std::to_string(classCount)});
}

int resolveTarget(
    const Target &target, const std::optional<int> &label, int predicted, int classCount, Notes &notes)
{
    switch (target.kind) {
    case Target::Kind::Class:
        return target.index;
    case Target::Kind::Predicted:
        return predicted;
    case Target::Kind::True:
        break;
    }
    if (label && *label >= 0 && *label < classCount)
        return *label;
    notes.push_back(Note::LabelUnknown);
    return predicted;
}

int resolveTarget(const Target &target, const Photo &photo, const std::vector<double> &logits, Notes &notes)
{
    const Prediction prediction{logits, {}};
    return resolveTarget(target, photo.label, prediction.best(), int(logits.size()), notes);
}

void requireFinite(const std::vector<double> &values, Phrase::Kind what)
{
    if (!std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); }))
        throw Error(ErrorKind::NotFinite, {}, {}, what);
}

} // namespace convscope
