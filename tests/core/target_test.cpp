#include "core/explain/check.h"
#include "core/explain/methods.h"
#include "core/explain/request.h"
#include "core/explain/target.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

using namespace convscope;

namespace {

Target against(Target target, OtherClass other)
{
    target.against = other;
    return target;
}

/// Three classes with these logits.
const std::vector<double> logits{1, 5, 3};

Explained resolved(const Target &target, std::optional<int> label, Notes expected = {})
{
    Notes notes;
    const Explained found = resolveTarget(target, label, logits, notes);
    CHECK(notes == expected);
    return found;
}

void checkExplained(const Explained &found, Explained::Kind kind, int index, int other)
{
    CHECK(found.kind == kind);
    CHECK(found.index == index);
    CHECK(found.other == other);
}

std::optional<Phrase::Kind> refused(const Target &target, int classCount)
{
    const auto error = errorOf([&] { checkTarget(target, classCount); });
    return error && error->phrase() ? std::optional(error->phrase()->kind) : std::nullopt;
}

} // namespace

TEST_CASE("a target is told by word, by number, by two of them or by the place of a filter")
{
    const Target filter{Target::Kind::Filter, 37, 15};
    Target unit = filter;
    unit.unit = Unit{4, 2};
    const std::pair<const char *, Target> cases[] = {
        {"true", {}},
        {"predicted", {Target::Kind::Predicted}},
        {"0", {Target::Kind::Class, 0}},
        {"10", {Target::Kind::Class, 10}},
        {"3 against 5", against({Target::Kind::Class, 3}, {OtherClass::Kind::Class, 5})},
        {"true against strongest", against({}, {})},
        {"predicted against true", against({Target::Kind::Predicted}, {OtherClass::Kind::True})},
        {"7 against predicted", against({Target::Kind::Class, 7}, {OtherClass::Kind::Predicted})},
        {"entropy", {Target::Kind::Entropy}},
        {"filter 15:37", filter},
        {"filter 15:37 at 4,2", unit},
    };
    for (const auto &[text, target] : cases) {
        INFO(text);
        CHECK(parseTarget(text) == target);
        CHECK(toString(target) == text);
    }
    for (const char *text : {"", "True", "-1", "3.5", "3 ", "0x3", "99999999999", "3 against", "against 5",
             "3 against ", "3 against entropy", "strongest", "entropy against 3", "filter", "filter 15",
             "filter 15:", "filter :3", "filter 15:37 at 4", "filter 15:37 at", "filter -1:2",
             "filter 1:2 against 3"}) {
        INFO(text);
        const auto error = errorOf([&] { parseTarget(text); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
        CHECK(error->values()[1] == text);
    }
}

TEST_CASE("classes of a target may be told by their names, which may hold words of ours")
{
    const ClassNamed named = [](const std::string &name) -> std::optional<int> {
        const std::vector<std::string> names{"Bread", "Fried food", "hands against face", "face"};
        const auto found = std::find(names.begin(), names.end(), name);
        return found == names.end() ? std::nullopt : std::optional(int(found - names.begin()));
    };
    const auto target = [&named](const std::string &text) { return targetFrom(text, named); };
    CHECK(target("Fried food") == Target{Target::Kind::Class, 1});
    CHECK(target("hands against face") == Target{Target::Kind::Class, 2});
    CHECK(target("Fried food against Bread")
        == against({Target::Kind::Class, 1}, {OtherClass::Kind::Class, 0}));
    CHECK(target("hands against face against face")
        == against({Target::Kind::Class, 2}, {OtherClass::Kind::Class, 3}));
    CHECK(target("Bread against strongest") == against({Target::Kind::Class, 0}, {}));
    CHECK_FALSE(target("Bread against Soup"));
    CHECK_FALSE(target("Soup"));
}

TEST_CASE("the true class falls back to the predicted one")
{
    CHECK(resolved({}, 2) == 2);
    CHECK(resolved({Target::Kind::Predicted}, 2) == 1);
    CHECK(resolved({Target::Kind::Class, 0}, 2) == 0);
    CHECK(resolved({}, {}, {Note::LabelUnknown}) == 1);
    CHECK(resolved({}, 3, {Note::LabelUnknown}) == 1); // a class that the network does not have
    CHECK(resolved({}, -1, {Note::LabelUnknown}) == 1);
}

TEST_CASE("a class is compared with the one that is meant, or with the strongest other one")
{
    using enum Explained::Kind;
    const auto compared = [](Target::Kind kind, int index, OtherClass other, std::optional<int> label,
                              Notes notes = {}) {
        return resolved(against({kind, index}, other), label, std::move(notes));
    };
    checkExplained(compared(Target::Kind::Class, 1, {}, 2), Contrast, 1, 2);
    checkExplained(compared(Target::Kind::Class, 2, {}, 2), Contrast, 2, 1);
    checkExplained(compared(Target::Kind::Class, 2, {OtherClass::Kind::Class, 0}, 2), Contrast, 2, 0);
    // Why not the true class?
    checkExplained(compared(Target::Kind::Predicted, 0, {OtherClass::Kind::True}, 2), Contrast, 1, 2);
    const Notes instead{Note::StrongestInstead};
    checkExplained(
        compared(Target::Kind::Predicted, 0, {OtherClass::Kind::True}, 1, instead), Contrast, 1, 2);
    checkExplained(
        compared(Target::Kind::Predicted, 0, {OtherClass::Kind::True}, {}, instead), Contrast, 1, 2);
    checkExplained(
        compared(Target::Kind::True, 0, {OtherClass::Kind::Predicted}, 1, instead), Contrast, 1, 2);
    checkExplained(resolved({Target::Kind::Entropy}, 2), Entropy, 1, 0);
    CHECK_FALSE(resolved({Target::Kind::Entropy}, 2).label());
    CHECK(compared(Target::Kind::Class, 1, {}, 2).label() == 1);
}

TEST_CASE("what cannot be explained is refused by name")
{
    CHECK_FALSE(refused(against({Target::Kind::Class, 1}, {OtherClass::Kind::Class, 2}), 3));
    CHECK(refused(against({Target::Kind::Class, 1}, {OtherClass::Kind::Class, 1}), 3) == Phrase::TwoClasses);
    CHECK(refused(against({}, {}), 1) == Phrase::TwoClasses);
    CHECK(refused({Target::Kind::Filter, 0, 0}, 3) == Phrase::WhatTheNetworkSays);
    const auto kind = [](const Target &target) {
        const auto error = errorOf([&] { checkTarget(target, 3); });
        return error ? std::optional(error->kind()) : std::nullopt;
    };
    CHECK(kind({Target::Kind::Class, 3}) == ErrorKind::ClassOutOfRange);
    CHECK(kind(against({}, {OtherClass::Kind::Class, 3})) == ErrorKind::ClassOutOfRange);
}

TEST_CASE("a filter that is not there, and a method that knows none, are refused before anything runs")
{
    const auto network = narrowNetwork();
    const auto refusal = [&network](MethodOptions options, int layer, int filter, std::optional<Unit> unit) {
        *fieldOf<Target>(options) = {Target::Kind::Filter, filter, layer, unit};
        const auto error = errorOf([&] { checkQuestion(network->info(), options); });
        const auto explained = errorOf([&] { explain(*network, {}, options); });
        CHECK(error.has_value() == explained.has_value());
        return error ? std::optional(error->kind()) : std::nullopt;
    };
    CHECK(refusal(SaliencyOptions(), 999, 0, {}) == ErrorKind::NoSuchLayer);
    CHECK(refusal(SaliencyOptions(), 24, 9999, {}) == ErrorKind::FilterOutOfRange);
    CHECK(
        refusal(SaliencyOptions(), findLayer(network->info(), "fc.0"), 0, {}) == ErrorKind::LayerWithoutMaps);
    CHECK(refusal(SaliencyOptions(), 24, 0, Unit{8, 0}) == ErrorKind::InvalidOption);
    CHECK_FALSE(refusal(SaliencyOptions(), 24, 0, Unit{7, 7}));
    CHECK(refusal(LrpOptions(), 24, 0, {}) == ErrorKind::InvalidOption);
    CHECK(refusal(GradCamOptions(), 24, 0, {}) == ErrorKind::InvalidOption);
}

TEST_CASE("a search for another class takes a class, and nothing else")
{
    const auto network = narrowNetwork();
    CHECK(canExplain(CounterfactualOptions(), {}));
    CHECK_FALSE(canExplain(CounterfactualOptions(), {Target::Kind::Entropy}));
    CHECK(canExplain(SaliencyOptions(), {Target::Kind::Entropy}));
    CHECK_FALSE(canExplain(ActivationOptions(), {})); // about no class
    CounterfactualOptions options;
    options.target = {Target::Kind::Entropy};
    const auto error = errorOf([&] { checkQuestion(network->info(), options); });
    REQUIRE(error);
    CHECK(error->phrase()->kind == Phrase::TwoClasses);
}

TEST_CASE("files are named by what is explained")
{
    CHECK(fileWord(3) == "3");
    CHECK(fileWord({3, Explained::Kind::Contrast, 5}) == "3-against-5");
    CHECK(fileWord({3, Explained::Kind::Entropy}) == "entropy");
    CHECK(fileWord({37, Explained::Kind::Filter, 15}) == "filter-15-37");
    CHECK(fileWord({37, Explained::Kind::Filter, 15, Unit{4, 2}}) == "filter-15-37-at-4-2");
}

TEST_CASE("only what depends on the true class is asked again for another label")
{
    const auto key = [](const Target &target, int label) {
        SaliencyOptions options;
        options.target = target;
        return Request{"network", {"photo.jpg", 0, label}, options}.key();
    };
    const Target whyNot = against({Target::Kind::Predicted}, {OtherClass::Kind::True});
    const Target other = against({Target::Kind::Predicted}, {});
    CHECK(key(whyNot, 1) != key(whyNot, 2));
    CHECK(key(other, 1) == key(other, 2));
    CHECK(key(whyNot, 1) != key(other, 1));
    CHECK(key({Target::Kind::Entropy}, 1) == key({Target::Kind::Entropy}, 2));
    CHECK(key({Target::Kind::Filter, 1, 2}, 1) != key({Target::Kind::Filter, 2, 1}, 1));
}
