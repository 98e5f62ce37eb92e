#include "core/explain/check.h"

#include "core/network/prediction.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

void checkClass(int label, int classCount)
{
    if (label < 0 || label >= classCount)
        throw Error(ErrorKind::ClassOutOfRange, {}, {std::to_string(label), std::to_string(classCount)});
}

int predicted(const std::vector<double> &logits) { return Prediction{logits, {}}.best(); }

/// The label, if the network has a class for it.
std::optional<int> known(const std::optional<int> &label, std::size_t classCount)
{
    return label && *label >= 0 && std::size_t(*label) < classCount ? label : std::nullopt;
}

int classOf(
    const Target &target, const std::optional<int> &label, const std::vector<double> &logits, Notes &notes)
{
    if (target.kind == Target::Kind::Class)
        return target.index;
    if (target.kind == Target::Kind::True) {
        if (const std::optional<int> trueClass = known(label, logits.size()))
            return *trueClass;
        notes.push_back(Note::LabelUnknown);
    }
    return predicted(logits);
}

int strongestBut(int label, const std::vector<double> &logits)
{
    const std::vector<int> two = Prediction{logits, {}}.top(2);
    return two[0] == label ? two[1] : two[0];
}

/// The class to compare `label` with.
int otherOf(const OtherClass &rival, int label, const std::optional<int> &trueLabel,
    const std::vector<double> &logits, Notes &notes)
{
    std::optional<int> other;
    if (rival.kind == OtherClass::Kind::Class)
        other = rival.index;
    else if (rival.kind == OtherClass::Kind::Predicted)
        other = predicted(logits);
    else if (rival.kind == OtherClass::Kind::True)
        other = known(trueLabel, logits.size());
    if (other && *other != label)
        return *other;
    if (rival.kind != OtherClass::Kind::Strongest)
        notes.push_back(Note::StrongestInstead);
    return strongestBut(label, logits);
}

} // namespace

void checkTarget(const Target &target, int classCount)
{
    const auto refuse = [&target](Phrase::Kind allowed) {
        throw Error(ErrorKind::InvalidOption, {}, {"target", toString(target)}, allowed);
    };
    if (target.kind == Target::Kind::Filter)
        refuse(Phrase::WhatTheNetworkSays);
    if (target.kind == Target::Kind::Class)
        checkClass(target.index, classCount);
    if (!target.against)
        return;
    if (target.against->kind == OtherClass::Kind::Class)
        checkClass(target.against->index, classCount);
    const bool isItself = target.kind == Target::Kind::Class
        && target.against->kind == OtherClass::Kind::Class && target.index == target.against->index;
    if (isItself || classCount < 2)
        refuse(Phrase::TwoClasses);
}

void checkFilterTarget(const NetworkInfo &info, const Target &target)
{
    checkFilter(info, target.layer, target.index);
    if (!target.unit)
        return;
    const Layer &layer = info.layers[std::size_t(target.layer)];
    const bool isThere = target.unit->row < layer.height && target.unit->column < layer.width;
    if (!isThere)
        throw Error(ErrorKind::InvalidOption, {}, {"target", toString(target)},
            Phrase{Phrase::UnitWithin, {std::to_string(*layer.height), std::to_string(*layer.width)}});
}

Explained resolveTarget(
    const Target &target, const std::optional<int> &label, const std::vector<double> &logits, Notes &notes)
{
    if (target.kind == Target::Kind::Entropy)
        return {predicted(logits), Explained::Kind::Entropy};
    const int meant = classOf(target, label, logits, notes);
    if (!target.against)
        return meant;
    return {meant, Explained::Kind::Contrast, otherOf(*target.against, meant, label, logits, notes)};
}

void requireFinite(const std::vector<double> &values, Phrase::Kind what)
{
    if (!std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); }))
        throw Error(ErrorKind::NotFinite, {}, {}, what);
}

} // namespace convscope
