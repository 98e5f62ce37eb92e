#include "tests/core/toynetwork.h"

#include "core/computing.h"
#include "core/explain/localisation.h"
#include "core/explain/measure.h"
#include "tests/support/catch.h"

#include <cmath>
#include <set>

using namespace convscope;
using namespace convscope::test;

namespace {

/// 4×2, the food in the left half.
Photo masked()
{
    Photo photo = blackAndWhite(0);
    photo.mask = Mask{4, 2, {1, 1, 0, 0, 1, 1, 0, 0}};
    return photo;
}

Answer sensitivity(std::vector<double> values)
{
    Attribution answer;
    answer.map = {1, 2, 4, std::move(values)};
    answer.target = 2;
    return answer;
}

/// The names of all that is measured of an answer at once.
std::vector<std::string> measuredOf(const Answer &answer, const Photo &photo)
{
    std::vector<std::string> names;
    for (const TakenMeasure &taken : takeQuickMeasures(measureInput(answer, photo)))
        names.emplace_back(taken.measure->traits().name);
    return names;
}

std::optional<double> valueOf(const MeasurePtr &measure, const MeasureInput &input)
{
    const std::optional<Measured> measured = takeMeasure(*measure, input);
    return measured ? std::optional(measured->value) : std::nullopt;
}

/// Reads the answer, not its heat.
class Completing : public QuickMeasure
{
public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{
            .name = "completeness", .needsHeat = false, .better = Better::Lower};
        return traits;
    }

protected:
    std::optional<Measured> take(const MeasureInput &input) const override
    {
        return Measured{double(kindOf(*input.answer) == AnswerKind::OptimisedImage)};
    }
};

/// Counts down from 3, one a step.
class Countdown : public Measure
{
    struct Running : Measurement
    {
        bool step() override { return --left > 0; }
        Progress progress() const override { return {3 - left, 3}; }
        std::optional<Measured> result() const override { return Measured{double(left), {{0, 1}, {1, 0}}}; }
        int left = 3;
    };

public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{.name = "countdown", .needsNetwork = true};
        return traits;
    }
    std::unique_ptr<Measurement> start(const MeasureInput & /*input*/) const override
    {
        return std::make_unique<Running>();
    }
};

} // namespace

TEST_CASE("every measure is found by its name, and no two have the same")
{
    std::set<std::string> names;
    for (const MeasurePtr &measure : allMeasures()) {
        REQUIRE(measure);
        CHECK(names.insert(measure->traits().name).second);
        CHECK(measureNamed(measure->traits().name) == measure);
        CHECK(measure->traits().range.min < measure->traits().range.max);
    }
    for (const char *quick : {"energy", "peak-inside", "rank-accuracy", "sparseness", "completeness-error"}) {
        REQUIRE(names.contains(quick));
        CHECK_FALSE(measureNamed(quick)->traits().needsNetwork);
    }
    for (const char *slow : {"top-hidden", "insertion-deletion", "deletion", "insertion", "road",
             "average-drop", "increase", "average-gain", "max-sensitivity", "weight-dependence"}) {
        REQUIRE(names.contains(slow));
        const MeasureTraits &traits = measureNamed(slow)->traits();
        CHECK(traits.needsNetwork);
        CHECK((traits.passes > 0) != (traits.runs > 0));
        CHECK(traits.needsQuestion == (traits.runs > 0));
    }
    CHECK(names.size() == 15);
    CHECK_FALSE(measureNamed("none"));
    CHECK_FALSE(measureNamed(""));
}

TEST_CASE("localisation's two numbers are measures")
{
    const Photo photo = masked();
    // Inside 1 + 2 + 3 + 0, outside 6 + 4 + 0 + 0; then 8 of 14, with the peak inside.
    const Answer outside = sensitivity({1, 2, 6, 4, 3, 0, 0, 0});
    CHECK(valueOf(energyMeasure(), measureInput(outside, photo)) == 6.0 / 16);
    CHECK(valueOf(peakMeasure(), measureInput(outside, photo)) == 0.0);
    const Answer inside = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    CHECK(valueOf(energyMeasure(), measureInput(inside, photo)) == 8.0 / 14);
    CHECK(valueOf(peakMeasure(), measureInput(inside, photo)) == 1.0);
    CHECK(takeMeasure(*energyMeasure(), measureInput(inside, photo))->curve.empty());
    CHECK(energyMeasure()->traits().better == Better::Higher);
    CHECK(energyMeasure()->traits().needsMask);
    CHECK_FALSE(energyMeasure()->traits().needsNetwork);
}

TEST_CASE("a measure has nothing to say of an empty map, nor where a mask or a heat is missing")
{
    const Photo photo = masked();
    const Answer empty = sensitivity(std::vector<double>(8, 0.0));
    CHECK_FALSE(valueOf(energyMeasure(), measureInput(empty, photo)));
    CHECK_FALSE(valueOf(peakMeasure(), measureInput(empty, photo)));
    const Answer answer = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    const Photo unmasked = blackAndWhite();
    CHECK(canMeasure(*energyMeasure(), measureInput(answer, photo)));
    CHECK_FALSE(canMeasure(*energyMeasure(), measureInput(answer, unmasked)));
    CHECK_FALSE(valueOf(energyMeasure(), measureInput(answer, unmasked)));
    const Answer optimised = OptimisedImage{{3, 2, 4, std::vector<double>(24, 1.0)}, {}, 0, {}};
    CHECK_FALSE(measureInput(optimised, photo).heat);
    CHECK_FALSE(valueOf(energyMeasure(), measureInput(optimised, photo)));
}

TEST_CASE("a measure of the answer itself needs no heat, and is taken of no rival map")
{
    const Photo photo = masked();
    const Answer optimised = OptimisedImage{{3, 2, 4, std::vector<double>(24, 1.0)}, {}, 0, {}};
    CHECK(takeMeasure(Completing(), measureInput(optimised, photo)) == Measured{1});
    NumpyRandom random(rivalSeed);
    const MeasureInput rival{photo, std::make_shared<const Map>(rivalHeat(Rival::Centre, random, 4, 2))};
    CHECK(canMeasure(*energyMeasure(), rival));
    CHECK_FALSE(takeMeasure(Completing(), rival));
}

TEST_CASE("what is measured knows its heat, its target and its answer")
{
    const Photo photo = masked();
    const Answer answer = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    const MeasureInput input = measureInput(answer, photo);
    CHECK(input.heat->values == std::vector<double>{1, 7, 6, 0, 0, 0, 0, 0});
    CHECK(input.target == 2);
    CHECK(input.answer == &answer);
    CHECK_FALSE(input.network);
    const Answer activation = Activation{{1, 1, 2, {3, 1}}, {}};
    CHECK_FALSE(measureInput(activation, photo).target);
}

TEST_CASE("a measure that needs the network is taken step by step, and only where there is one")
{
    const ToyNetwork network([](const at::Tensor &batch) { return at::zeros({batch.size(0), 3}); });
    const Photo photo = masked();
    const Countdown measure;
    const Answer answer = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    MeasureInput input = measureInput(answer, photo);
    CHECK_FALSE(takeMeasure(measure, input));
    input.network = &network;
    const auto measurement = measure.start(input);
    CHECK(measurement->step());
    CHECK(measurement->progress().done == 1);
    CHECK(measurement->step());
    CHECK_FALSE(measurement->step());
    CHECK(measurement->result() == Measured{0, {{0, 1}, {1, 0}}});
    CHECK(takeMeasure(measure, input) == Measured{0, {{0, 1}, {1, 0}}});
}

TEST_CASE("of an answer is measured what its photo and its map allow")
{
    using Names = std::vector<std::string>;
    const Names all = {"energy", "peak-inside", "rank-accuracy", "sparseness"};
    const Photo photo = masked();
    const Photo unmasked = blackAndWhite();
    const Answer unsignedMap = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    CHECK(measuredOf(unsignedMap, photo) == all);
    CHECK(measuredOf(unsignedMap, unmasked) == Names{"sparseness"});
    const Answer activation = Activation{{1, 1, 2, {3, 1}}, {}};
    CHECK(measuredOf(activation, photo) == all);
    CHECK(measuredOf(activation, unmasked) == Names{"sparseness"});
    Attribution evidence = std::get<Attribution>(sensitivity({1, -7, 6, 0, 0, 0, 0, 0}));
    evidence.meaning = Meaning::Evidence;
    CHECK(measuredOf(evidence, photo) == all);
    CHECK(takeQuickMeasures(measureInput(evidence, photo)).front().measured.value == 1.0 / 7);
    evidence.map.values = {0, -7, -6, 0, 0, 0, 0, 0}; // nothing speaks for the class
    CHECK(measuredOf(evidence, photo).empty());
    const Answer optimised = OptimisedImage{{3, 2, 4, std::vector<double>(24, 1.0)}, {}, 0, {}};
    CHECK(measuredOf(optimised, photo).empty());
}

TEST_CASE("what needs the network is not measured at once, even where there is one")
{
    const ToyNetwork network([](const at::Tensor &batch) { return at::zeros({batch.size(0), 3}); });
    const Photo photo = masked();
    const Answer answer = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    MeasureInput input = measureInput(answer, photo);
    input.network = &network;
    const std::vector<MeasurePtr> measures = {
        std::make_shared<Countdown>(), std::make_shared<Completing>(), energyMeasure()};
    const TakenMeasures expected = {{measures[1], {0}}, {measures[2], {8.0 / 14}}};
    CHECK((takeQuickMeasures(input, measures) == expected));
}

TEST_CASE("no measure is taken on a window's thread unnoticed")
{
    static int offences;
    offences = 0;
    const Photo photo = masked();
    const Answer answer = sensitivity({1, 7, 6, 0, 0, 0, 0, 0});
    forbidComputing([](const char *) { ++offences; });
    takeMeasure(*energyMeasure(), measureInput(answer, photo));
    forbidComputing(nullptr);
    CHECK(offences == 1);
}

TEST_CASE("the rival maps are noise that runs on, and a hill in the middle")
{
    NumpyRandom random(rivalSeed);
    NumpyRandom expected(16);
    for (int photo = 0; photo < 2; ++photo) {
        const Map noise = rivalHeat(Rival::Random, random, 3, 2);
        CHECK(noise.channels == 1);
        CHECK(noise.height == 2);
        CHECK(noise.width == 3);
        for (const double value : noise.values)
            CHECK(value == expected.uniform());
    }
    const std::uint64_t drawn = random.drawn();
    const Map hill = rivalHeat(Rival::Centre, random, 4, 1);
    CHECK(random.drawn() == drawn);
    // Pixels lie at −3/8, −1/8, 1/8 and 3/8 of the side from the middle; the deviation is 1/4.
    const double far = std::exp(-9.0 / 8);
    const double near = std::exp(-1.0 / 8);
    const std::vector<double> byHand = {far, near, near, far};
    for (std::size_t i = 0; i < byHand.size(); ++i)
        CHECK(hill.values.at(i) == Approx(byHand[i]));
    CHECK(word(Rival::Random) == std::string("random"));
    CHECK(word(Rival::Centre) == std::string("centre"));
    CHECK(word(Rival::Uniform) == std::string("uniform"));
}
