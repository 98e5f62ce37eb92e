#include "tests/core/toynetwork.h"

#include "core/explain/evidence.h"
#include "core/explain/networkmeasure.h"
#include "core/network/drawnanew.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

std::shared_ptr<const Answer> answerTo(
    const Network &network, const Photo &photo, const MethodOptions &question)
{
    const auto run = explain(network, photo, question);
    while (run->step()) { }
    return std::make_shared<const Answer>(run->answer());
}

std::shared_ptr<const Photo> foodPhotoShared()
{
    return std::make_shared<const Photo>(foodPhoto("training/3_10"));
}

Evidence evidenceOf(const Network &network, const std::shared_ptr<const Photo> &photo,
    const MethodOptions &question, const std::shared_ptr<RedrawnNetwork> &redrawn = {})
{
    const auto answer = answerTo(network, *photo, question);
    EvidenceRun run(network, photo, answer, question, evidenceMeasures(*answer, question), redrawn);
    while (run.step()) { }
    CHECK(run.progress().done == run.progress().total);
    return run.evidence();
}

std::vector<std::string> namesIn(const Evidence &evidence)
{
    std::vector<std::string> names;
    for (const TakenMeasure &taken : evidence.measures)
        names.emplace_back(taken.measure->traits().name);
    return names;
}

Evidence withHidden(double left, bool isCoarse)
{
    Evidence evidence;
    evidence.measures = {{evidenceOfHiding(), {.value = left}}};
    evidence.isCoarse = isCoarse;
    return evidence;
}

RivalBand bandOf(const std::vector<double> &random, const std::vector<double> &coarse)
{
    RivalBand band;
    for (const double value : random)
        band.random.push_back({.value = value});
    for (const double value : coarse)
        band.coarse.push_back({.value = value});
    return band;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("evidence is what its measures give one by one, with the network drawn anew only once")
{
    const auto network = narrowNetwork();
    const auto photo = foodPhotoShared();
    const MethodOptions question = SaliencyOptions{};
    const auto redrawn = std::make_shared<RedrawnNetwork>();
    const Evidence evidence = evidenceOf(*network, photo, question, redrawn);
    CHECK(namesIn(evidence) == Names{"top-hidden", "weight-dependence", "max-sensitivity"});
    CHECK(evidence.failed.empty());
    const auto answer = answerTo(*network, *photo, question);
    MeasureInput input = measureInput(*answer, *photo);
    input.network = network.get();
    input.question = &question;
    for (const TakenMeasure &taken : evidence.measures)
        CHECK(takeMeasure(*taken.measure, input) == taken.measured);
    // What the measure draws is kept: the same is given out while nothing else is asked for.
    const int modules = modulesWithWeights(network->info());
    const auto drawn = redrawn->of(*network, modules, WeightDependenceOptions{}.seed);
    CHECK((evidenceOf(*network, photo, question, redrawn).measures == evidence.measures));
    CHECK(redrawn->of(*network, modules, WeightDependenceOptions{}.seed) == drawn);
}

TEST_CASE("methods of samples tell their errors, and slow ones are not run five times more")
{
    const auto network = narrowNetwork();
    const auto photo = foodPhotoShared();
    SmoothGradOptions smooth;
    smooth.samples = 4;
    CHECK(namesIn(evidenceOf(*network, photo, smooth)) == Names{"top-hidden", "weight-dependence"});
    LimeOptions lime;
    lime.samples = 20;
    CHECK(namesIn(evidenceOf(*network, photo, lime)) == Names{"top-hidden", "weight-dependence"});
    lime.samples = 200; // so long a run is not repeated unasked
    CHECK(namesIn(evidenceOf(*network, photo, lime)) == Names{"top-hidden"});
    CHECK(evidenceMeasures(*answerTo(*network, *photo, lime), lime, true).size() == 2);
    CHECK(evidenceOf(*network, photo, lime).isCoarse);
}

TEST_CASE("a measure that fails is told, and the others are taken")
{
    // Its weights cannot be drawn anew, as it has modules with weights but no way to draw them.
    class Weighted : public ToyNetwork
    {
    public:
        Weighted()
            : ToyNetwork([](const at::Tensor &x) {
                return x.square().sum({2, 3});
            })
        {
            m_info.layers.front().parameterCount = 1;
        }
    } network;
    const auto photo = std::make_shared<const Photo>(blackAndWhite(0));
    const Evidence evidence = evidenceOf(network, photo, InputXGradientOptions{{Target::Kind::Class, 1}});
    REQUIRE(evidence.failed.size() == 1);
    CHECK(evidence.failed.front().kind() == ErrorKind::WeightsNotDrawn);
    CHECK(namesIn(evidence) == Names{"top-hidden", "max-sensitivity"});
}

TEST_CASE("a network that says the same to everything is no better than chance")
{
    const ToyNetwork network([](const at::Tensor &x) { return x.sum({2, 3}) * 0 + 1; });
    const auto photo = std::make_shared<const Photo>(blackAndWhite(0));
    // A map that is the same everywhere orders no pixels: there is nothing to measure.
    CHECK(evidenceOf(network, photo, SaliencyOptions{}).measures.empty());
    CHECK(verdictOf(evidenceOf(network, photo, SaliencyOptions{})) == HidingVerdict::Unknown);
    // Hiding changes nothing, whatever map it goes by.
    RivalBandRun run(network, foodPhotoShared(), 0, evidenceOfHiding());
    while (run.step()) { }
    CHECK(run.progress().done == 2 * rivalsInBand);
    for (const std::vector<Measured> *rivals : {&run.band().random, &run.band().coarse}) {
        CHECK(rivals->size() == std::size_t(rivalsInBand));
        for (const Measured &rival : *rivals)
            CHECK(rival.value == Approx(1.0 / 3));
    }
    Evidence same = withHidden(1.0 / 3, true);
    addRivals(same, *evidenceOfHiding(), run.band());
    CHECK(verdictOf(same) == HidingVerdict::Chance);
}

TEST_CASE("random maps are measured one by one, the same for all methods")
{
    const auto network = narrowNetwork();
    const auto photo = foodPhotoShared();
    RivalBandRun run(*network, photo, 3, evidenceOfHiding());
    while (run.step()) { }
    REQUIRE(run.band().random.size() == std::size_t(rivalsInBand));
    REQUIRE(run.band().coarse.size() == std::size_t(rivalsInBand));
    const std::vector<Map> heats = rivalHeats(Rival::Coarse, photo->input.width, photo->input.height);
    const MeasureInput last{.photo = *photo,
        .heat = std::make_shared<const Map>(heats.back()),
        .target = 3,
        .network = network.get()};
    CHECK(run.band().coarse.back() == takeMeasure(*evidenceOfHiding(), last));
}

TEST_CASE("the curves of deletion and insertion start and end alike for every map")
{
    const auto network = narrowNetwork();
    const auto photo = foodPhotoShared();
    for (const MeasurePtr &measure : removalCurves()) {
        RivalBandRun run(*network, photo, 3, measure);
        while (run.step()) { }
        const std::vector<CurvePoint> &first = run.band().random.front().curve;
        REQUIRE(first.size() == 21);
        for (const Measured &rival : run.band().coarse) {
            REQUIRE(rival.curve.size() == 21);
            CHECK(rival.curve.front().y == Approx(first.front().y)); // nothing is hidden, or all
            CHECK(rival.curve.back().y == Approx(first.back().y));
        }
    }
}

TEST_CASE("hiding a map is compared with every coarse random map, and a fine one with pixel noise besides")
{
    // 0.2 lies below all coarse maps, and within the pixel noise.
    const RivalBand band = bandOf({0.1, 0.3, 0.35}, {0.5, 0.6, 0.7});
    const auto verdict = [&band](double left, bool isCoarse) {
        Evidence evidence = withHidden(left, isCoarse);
        CHECK(verdictOf(evidence) == HidingVerdict::Unknown); // yet
        addRivals(evidence, *evidenceOfHiding(), band);
        return verdictOf(evidence);
    };
    CHECK(verdict(0.2, true) == HidingVerdict::Better);
    CHECK(verdict(0.2, false) == HidingVerdict::AsPixelNoise);
    CHECK(verdict(0.1, false) == HidingVerdict::AsPixelNoise); // not below the lowest
    CHECK(verdict(0.05, false) == HidingVerdict::Better);
    CHECK(verdict(0.5, true) == HidingVerdict::Chance);
    CHECK(verdict(0.9, false) == HidingVerdict::Chance);
    Evidence evidence = withHidden(0.2, true);
    addRivals(evidence, *evidenceOfHiding(), band);
    const Measured &hidden = evidence.measures.front().measured;
    CHECK(*hidden.detail("random-mean") == Approx(0.25));
    CHECK(hidden.detail("random-low") == 0.1);
    CHECK(hidden.detail("random-high") == 0.35);
    CHECK(*hidden.detail("coarse-mean") == Approx(0.6));
    CHECK(hidden.detail("coarse-low") == 0.5);
    CHECK(hidden.detail("coarse-high") == 0.7);
}

TEST_CASE("noise of single pixels is fine, cells of sixteen are coarse, and so is a hill")
{
    NumpyRandom random(3);
    CHECK_FALSE(isCoarse(rivalHeat(Rival::Random, random, 128, 128)));
    CHECK(isCoarse(rivalHeat(Rival::Coarse, random, 128, 128)));
    CHECK(isCoarse(rivalHeat(Rival::Centre, random, 128, 128)));
    CHECK_FALSE(isCoarse({1, 2, 2, {1, 2, 3, 4}})); // too small to tell
    CHECK_FALSE(isCoarse({1, 1, 8, std::vector<double>(8, 1.0)})); // the same everywhere
}
