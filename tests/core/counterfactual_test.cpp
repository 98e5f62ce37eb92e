#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"
#include "core/explain/readoptions.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <set>

using namespace convscope;
using namespace convscope::test;

namespace {

SuperpixelWeights runAll(const Network &network, const Photo &photo, const CounterfactualOptions &options)
{
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    CHECK(run->hasAnswer());
    CHECK(run->progress().done == run->progress().total);
    return std::get<SuperpixelWeights>(run->answer());
}

std::set<int> hidden(const SuperpixelWeights &answer)
{
    std::set<int> segments;
    for (const SegmentWeight &entry : answer.ofTarget().weights)
        segments.insert(entry.segment);
    return segments;
}

/// Superpixels of one pixel each.
CounterfactualOptions pixels(int label, int other)
{
    CounterfactualOptions options;
    options.target = {Target::Kind::Class, label};
    options.target.against = OtherClass{OtherClass::Kind::Class, other};
    options.fill = SuperpixelFill::Black;
    return options;
}

} // namespace

TEST_CASE("the superpixels to hide equal those of a plain greedy search with PyTorch in float64")
{
    const auto network = narrowNetwork();
    const nlohmann::json cases = expectedJson("contrast")["counterfactuals"];
    for (const auto &[name, one] : cases.items()) {
        INFO(name);
        CounterfactualOptions options;
        options.target = {Target::Kind::Class, one["class"]};
        if (name != "flips") // where the strongest other class is meant without a word
            options.target.against = OtherClass{OtherClass::Kind::Class, one["other"]};
        options.slic.segments = one["cut"].value("segments", 100);
        options.fill = fromWord<SuperpixelFill>(one["fill"].get<std::string>()).value();
        options.maxHidden = one["most"];
        const SuperpixelWeights found = runAll(*network, foodPhoto(one["photo"]), options);
        const auto taken = one["taken"].get<std::vector<int>>();
        const auto leads = one["leads"].get<std::vector<double>>();
        CHECK(hidden(found) == std::set<int>(taken.begin(), taken.end()));
        CHECK(found.target.other == one["other"].get<int>());
        REQUIRE(found.leadLeft);
        CHECK(std::abs(*found.leadLeft - leads.back()) < 1e-9 * largest(leads));
        for (std::size_t i = 0; i < taken.size(); ++i) {
            const auto entry = std::ranges::find(found.ofTarget().weights, taken[i], &SegmentWeight::segment);
            REQUIRE(entry != found.ofTarget().weights.end());
            CHECK(std::abs(entry->weight - (leads[i] - leads[i + 1])) < 1e-9 * largest(leads));
        }
        CHECK(found.notes.empty());
        const auto marks = markedPixels(found);
        for (std::size_t pixel = 0; pixel < marks.size(); ++pixel)
            CHECK((marks[pixel] != 0) == (hidden(found).count(found.segments.labels[pixel]) == 1));
    }
}

TEST_CASE("where the other class is ahead already there is nothing to hide, and where none helps it says so")
{
    // Class 0 is worth the photo's sum, class 1 always 1000 or −1000.
    const auto network = [](double other) {
        return ToyNetwork([other](const at::Tensor &x) {
            const at::Tensor sum = x.sum({1, 2, 3});
            return at::stack({sum, at::full_like(sum, other), at::full_like(sum, -2000)}, 1);
        });
    };
    const SuperpixelWeights none = runAll(network(1000), blackAndWhite(0), pixels(0, 1));
    CHECK(none.ofTarget().weights.empty());
    CHECK(*none.leadLeft < 0);
    const ToyNetwork certain = network(-1000);
    CounterfactualOptions two = pixels(0, 1);
    two.maxHidden = 1;
    const SuperpixelWeights some = runAll(certain, blackAndWhite(0), two);
    CHECK(some.ofTarget().weights.size() == 1);
    CHECK(*some.leadLeft > 0);
    const SuperpixelWeights all = runAll(certain, blackAndWhite(0), pixels(0, 1));
    CHECK(all.ofTarget().weights.size() == std::size_t(all.segments.count));
    CHECK(*all.leadLeft == Approx(1000));
}

TEST_CASE("a search so far has what is hidden so far, and may be stopped")
{
    // One picture a pass, as memory refuses more.
    const ToyNetwork network([](const at::Tensor &x) {
        if (x.size(0) > 1)
            throw Error(ErrorKind::OutOfMemory);
        const at::Tensor sum = x.sum({1, 2, 3});
        return at::stack({sum, sum * 0 - 1000, sum * 0 - 2000}, 1);
    });
    const auto run = explain(network, blackAndWhite(0), pixels(0, 1));
    CHECK_FALSE(run->hasAnswer());
    bool wasPartial = false;
    while (run->step()) {
        if (!run->hasAnswer())
            continue;
        wasPartial = true;
        const auto part = std::get<SuperpixelWeights>(run->answer());
        CHECK(part.notes == Notes{Note::StoppedEarly});
        CHECK(!part.ofTarget().weights.empty());
    }
    CHECK(wasPartial);
    CHECK(std::get<SuperpixelWeights>(run->answer()).notes.empty());
}

TEST_CASE("a search for superpixels to hide refuses what is no class")
{
    const auto network = narrowNetwork();
    const auto refusal = [&network](const Target &target) {
        CounterfactualOptions options;
        options.target = target;
        const auto error = errorOf([&] { explain(*network, blackAndWhite(1), options); });
        return error ? std::optional(error->kind()) : std::nullopt;
    };
    CHECK(refusal({Target::Kind::Entropy}) == ErrorKind::InvalidOption);
    CHECK(refusal({Target::Kind::Filter, 0, 0}) == ErrorKind::InvalidOption);
    CHECK(refusal({Target::Kind::Class, 11}) == ErrorKind::ClassOutOfRange);
    CHECK_FALSE(refusal({}));
    CHECK(errorOf([] { fromJson("counterfactual", R"({"max-hidden": 0})"); })->kind()
        == ErrorKind::InvalidOption);
}
