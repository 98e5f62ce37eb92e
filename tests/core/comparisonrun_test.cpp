#include "tests/core/toynetwork.h"

#include "core/explain/comparisonrun.h"
#include "core/explain/sparseness.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <limits>

using namespace convscope;
using namespace convscope::test;

namespace {

/// Counts the pictures that it is shown. The logit of class 0 is the sum of the upper left pixel's channels.
class CountingNetwork : public ToyNetwork
{
public:
    CountingNetwork()
        : ToyNetwork(
            [this](const at::Tensor &batch) {
                shown += int(batch.size(0));
                const at::Tensor corner = batch.select(2, 0).select(2, 0).sum(1, true);
                return at::cat({corner, at::full({batch.size(0), 1}, 2.0, batch.options()),
                                   at::zeros({batch.size(0), 1}, batch.options())},
                    1);
            },
            [](const at::Tensor &batch) { return batch.select(1, 0); })
    {
    }
    mutable int shown = 0;
};

/// Counts how often it is drawn anew. The slope is not the same in each pixel.
class DrawnNetwork : public ToyNetwork
{
public:
    DrawnNetwork()
        : ToyNetwork([](const at::Tensor &batch) {
            return batch.square().sum({2, 3});
        })
    {
        m_info.layers.front().parameterCount = 1;
    }
    std::unique_ptr<Network> withRandomWeights(int /*modules*/, std::uint32_t /*seed*/) const override
    {
        ++drawn;
        return std::make_unique<DrawnNetwork>();
    }
    mutable int drawn = 0;
};

/// Photos of 4×2 pixels that are all of one gray.
class Photos
{
public:
    PhotoRef add(const std::string &name, int gray, std::optional<int> label = 0) const
    {
        std::string pixels(24, char(gray));
        pixels[3] = char(gray / 2); // so that no map is the same everywhere
        return {m_folder.add(name, "P6 4 2 255\n" + pixels), label};
    }
    PhotoRef broken(const std::string &name) const { return {m_folder.add(name, "no photo"), 0}; }
    PhotoRef absent() const { return {m_folder / "absent.ppm", 0}; }

private:
    TemporaryFolder m_folder;
};

SaliencyOptions saliencyOf(int target) { return {{Target::Kind::Class, target}, Objective::Logit}; }

ComparisonPlan planOf(std::vector<PhotoRef> photos, std::vector<MethodOptions> questions = {saliencyOf(0)})
{
    return {.photos = std::move(photos),
        .questions = std::move(questions),
        .measures = {measureNamed("insertion-deletion"), sparsenessMeasure()}};
}

ComparisonRun::OpenStore storeIn(const TemporaryFolder &folder, bool isReading = true)
{
    return [path = folder.path(), isReading] {
        return std::make_unique<ComparisonStore>(path / "kept", "toy", isReading);
    };
}

std::string fileText(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

ComparedPhotos ended(ComparisonRun &run)
{
    while (run.step()) { }
    CHECK(run.progress().done == run.progress().total);
    return run.result();
}

/// All that is known, to be compared.
std::string textOf(const ComparedPhotos &photos)
{
    std::string text;
    for (const auto &photo : photos) {
        for (const ComparedMap &map : photo->maps) {
            text += map.target ? std::to_string(*map.target) + ':' : "-:";
            for (const std::optional<Finding> &finding : map.findings)
                text += !finding ? " ?" : finding->value ? ' ' + std::to_string(*finding->value) : " -";
            text += '\n';
        }
    }
    return text;
}

} // namespace

TEST_CASE("each map is measured on each photo")
{
    const CountingNetwork network;
    const Photos photos;
    const PhotoRef ref = photos.add("a.ppm", 200);
    ComparisonRun run(network, planOf({ref}, {saliencyOf(0), ActivationOptions{0, 0}}));
    const ComparedPhoto photo = *ended(run).at(0);
    CHECK(photo.isDone);
    CHECK(photo.predicted == 0); // 3·200/255 = 2.35 against 2
    REQUIRE(photo.maps.size() == 5);
    const Photo loaded = loadPhoto(ref, network.info().input);
    const auto asked = explain(network, loaded, saliencyOf(0));
    while (asked->step()) { }
    const Answer answer = asked->answer();
    MeasureInput input = measureInput(answer, loaded);
    input.network = &network;
    CHECK(photo.value(3, 0) == takeMeasure(*measureNamed("insertion-deletion"), input)->value);
    CHECK(photo.value(3, 1) == Approx(7.0 / 8)); // Gini of one pixel out of eight
    CHECK(photo.maps[3].target == 0);
    // An activation is about no class, so there is no probability to look at.
    CHECK_FALSE(photo.value(4, 0));
    CHECK(photo.value(4, 1));
    CHECK_FALSE(photo.maps[4].target);
    // The rivals: noise of the photo's own numbers, for the class of the first method.
    NumpyRandom random(rivalSeed ^ std::uint32_t(std::stoul(photo.hash.substr(0, 8), nullptr, 16)));
    input.heat = std::make_shared<const Map>(rivalHeat(Rival::Random, random, 4, 2));
    CHECK(photo.value(0, 0) == takeMeasure(*measureNamed("insertion-deletion"), input)->value);
    CHECK(photo.maps[0].target == 0);
    // The uniform map puts no pixel before another, nor does a coarse one where the photo is one cell.
    CHECK_FALSE(photo.value(1, 0));
    CHECK_FALSE(photo.value(2, 0));
    CHECK(photo.value(2, 1) == Approx(0).margin(1e-9));
}

TEST_CASE("all photos are measured with the same network drawn anew")
{
    const DrawnNetwork network;
    const Photos photos;
    ComparisonPlan plan = planOf({photos.add("a.ppm", 200), photos.add("b.ppm", 90)});
    plan.measures = {measureNamed("weight-dependence")};
    ComparisonRun run(network, plan);
    for (const auto &photo : ended(run))
        CHECK(photo->value(3, 0) == Approx(1)); // it is drawn as it was
    CHECK(network.drawn == 1);
}

TEST_CASE("a measure that is asked anew leaves the values of others")
{
    const CountingNetwork network;
    const Photos photos;
    const ComparisonPlan whole = planOf({photos.add("a.ppm", 200)});
    const TemporaryFolder folder;
    ComparisonRun first(network, whole, storeIn(folder));
    ended(first);
    ComparisonPlan part = whole;
    part.measures = {sparsenessMeasure()};
    {
        ComparisonRun again(network, part, storeIn(folder, false));
        ended(again);
    }
    ComparisonRun third(network, whole, storeIn(folder));
    ended(third);
    CHECK(third.knownBefore() == 1);
}

TEST_CASE("a kept prediction without a probability counts as not there")
{
    const CountingNetwork network;
    const Photos photos;
    const ComparisonPlan plan = planOf({photos.add("a.ppm", 200)});
    const TemporaryFolder folder;
    ComparisonRun first(network, plan, storeIn(folder));
    const double probability = ended(first).at(0)->probability;
    for (const auto &entry : std::filesystem::directory_iterator(folder / "kept")) {
        std::string text = fileText(entry.path());
        if (const std::size_t at = text.find("probability"); at != std::string::npos)
            std::ofstream(entry.path()) << text.replace(at, 11, "certainness");
    }
    ComparisonRun second(network, plan, storeIn(folder));
    CHECK(ended(second).at(0)->probability == probability);
    CHECK(second.knownBefore() == 0);
}

TEST_CASE("what is kept is not asked again, and more is asked of it")
{
    const CountingNetwork network;
    const Photos photos;
    const std::vector<PhotoRef> refs{photos.add("a.ppm", 200), photos.add("b.ppm", 90)};
    const TemporaryFolder folder;
    ComparisonRun first(network, planOf(refs), storeIn(folder));
    const std::string whole = textOf(ended(first));
    CHECK(first.knownBefore() == 0);
    const int shown = network.shown;

    ComparisonRun second(network, planOf(refs), storeIn(folder));
    CHECK(textOf(ended(second)) == whole);
    CHECK(second.knownBefore() == 2);
    CHECK(second.result()[1]->predicted == first.result()[1]->predicted);
    CHECK(network.shown == shown);

    // A method more costs only what it costs.
    const std::vector<MethodOptions> two{saliencyOf(0), SaliencyOptions{{Target::Kind::Class, 0}}};
    ComparisonRun third(network, planOf(refs, two), storeIn(folder));
    const std::string more = textOf(ended(third));
    const int added = network.shown - shown;
    CHECK(added > 0);
    CHECK(added < shown); // not those of the rivals once more

    // In any order, and asked anew, the values are the same.
    const TemporaryFolder other;
    ComparisonRun anew(network, planOf(refs, two), storeIn(other));
    CHECK(textOf(ended(anew)) == more);
    ComparisonRun again(network, planOf(refs, two), storeIn(folder, false));
    const int before = network.shown;
    CHECK(textOf(ended(again)) == more);
    CHECK(network.shown - before > shown);
    ComparisonRun turned(network, planOf({refs[1], refs[0]}, two), storeIn(other));
    ended(turned);
    CHECK(turned.knownBefore() == 2);
}

TEST_CASE("a run that is stopped goes on where it was")
{
    const CountingNetwork network;
    const Photos photos;
    const ComparisonPlan plan =
        planOf({photos.add("a.ppm", 200), photos.add("b.ppm", 90), photos.add("c.ppm", 240)},
            {saliencyOf(0), saliencyOf(1), ActivationOptions{0, 0}});
    const CountingNetwork other;
    ComparisonRun whole(other, plan);
    const std::string all = textOf(ended(whole));
    const TemporaryFolder folder;
    bool isDone = false;
    int runs = 0;
    while (!isDone) {
        ComparisonRun run(network, plan, storeIn(folder));
        // The step that opens the store, one a photo, and some more.
        for (int step = 0; step < 12 && !isDone; ++step)
            isDone = !run.step();
        if (isDone)
            CHECK(textOf(run.result()) == all);
        REQUIRE(++runs < 40);
    }
    CHECK(runs > 2);
    CHECK(network.shown < 3 * other.shown); // what is not whole is asked once more
}

TEST_CASE("a photo counts once, whatever it is called; one that cannot be read is told of")
{
    const CountingNetwork network;
    const Photos photos;
    const ComparisonPlan plan = planOf({photos.broken("x.ppm"), photos.add("a.ppm", 200),
        photos.add("again.ppm", 200), photos.absent(), photos.add("b.ppm", 90)});
    ComparisonRun run(network, plan);
    const ComparedPhotos found = ended(run);
    CHECK(found[0]->error->kind() == ErrorKind::NotAnImage);
    CHECK(found[1]->isDone);
    CHECK(found[2]->sameAs == std::size_t(1));
    CHECK(found[3]->error->kind() == ErrorKind::NoSuchFile);
    CHECK(found[3]->error->file() == plan.photos[3].file);
    const ComparisonSummary summary = summaryOf(plan, found);
    CHECK(summary.done == 2);
    CHECK(summary.equal == 1);
    CHECK(summary.failed == 2);
    CHECK(summary.columns[0].photos == 2);
}

TEST_CASE("maps that say nothing, and networks that do, give no number")
{
    const Photos photos;
    const std::vector<PhotoRef> refs{photos.add("a.ppm", 200), photos.add("b.ppm", 90)};
    const auto always = [](double logit) {
        return ToyNetwork([logit](const at::Tensor &batch) {
            return inEachClass(0 * batch.sum(at::IntArrayRef{1, 2, 3}) + logit);
        });
    };
    const ToyNetwork same = always(1);
    ComparisonRun run(same, planOf(refs)); // its gradient is 0
    const ComparedPhotos found = ended(run);
    CHECK_FALSE(found[0]->value(3, 0));
    CHECK_FALSE(found[0]->value(3, 1));
    CHECK_FALSE(found[0]->maps[3].findings[0]->error);
    const ComparisonSummary summary = summaryOf(planOf(refs), found);
    CHECK(summary.isAnswerTheSame);
    CHECK(summary.columns[0].photos == 0);
    CHECK(summary.columns[0].cells[3].silent == 2);

    const ToyNetwork broken = always(std::numeric_limits<double>::quiet_NaN());
    ComparisonRun ofBroken(broken, planOf(refs));
    CHECK(ended(ofBroken)[0]->error->kind() == ErrorKind::NotFinite);
}

TEST_CASE("a method that fails is told of, and tried again")
{
    const CountingNetwork network;
    const Photos photos;
    const ComparisonPlan plan = planOf({photos.add("a.ppm", 200)}, {ActivationOptions{99, 0}, saliencyOf(0)});
    const TemporaryFolder folder;
    for (int time = 0; time < 2; ++time) {
        ComparisonRun run(network, plan, storeIn(folder));
        const ComparedPhoto photo = *ended(run).at(0);
        CHECK(run.knownBefore() == 0);
        CHECK(photo.maps[3].findings[1]->error->kind() == ErrorKind::NoSuchLayer);
        CHECK(photo.value(4, 1));
        CHECK(photo.value(0, 0)); // for the class of the method that did not fail
    }
    ComparisonRun run(network, plan);
    const ComparisonSummary summary = summaryOf(plan, ended(run));
    CHECK(summary.columns[1].cells[3].failed == 1);
    CHECK(summary.columns[1].photos == 1);
}

TEST_CASE("the true class is kept with what was measured for it")
{
    const CountingNetwork network;
    const Photos photos;
    PhotoRef ref = photos.add("a.ppm", 200, 0);
    const SaliencyOptions ofTruth{{Target::Kind::True}, Objective::Logit};
    const TemporaryFolder folder;
    const auto targetOf = [&] {
        ComparisonRun run(network, planOf({ref}, {ofTruth}), storeIn(folder));
        return ended(run).at(0)->maps[3].target;
    };
    CHECK(targetOf() == 0);
    ref.label = 1;
    CHECK(targetOf() == 1);
}

TEST_CASE("without a place to write to the run goes on and says so")
{
    const CountingNetwork network;
    const Photos photos;
    const TemporaryFolder folder;
    folder.add("kept"); // a file where the folder should be
    ComparisonRun run(network, planOf({photos.add("a.ppm", 200)}), storeIn(folder));
    CHECK(ended(run).at(0)->isDone);
    REQUIRE(run.notKept());
    CHECK(run.notKept()->kind() == ErrorKind::CannotWrite);
}

TEST_CASE("files that are cut, foreign or of another network count as not there")
{
    const TemporaryFolder folder;
    const KeptFindings findings{3, {{"peak", 0.1}, {"energy", {}}}};
    ComparisonStore store(folder.path(), "toy");
    CHECK_FALSE(store.isChanged());
    store.put("map", "photo", findings);
    CHECK(store.isChanged());
    store.write();
    CHECK_FALSE(store.isChanged());
    CHECK(*ComparisonStore(folder.path(), "toy").find("map", "photo") == findings);
    CHECK_FALSE(ComparisonStore(folder.path(), "toy").find("map", "other"));
    CHECK_FALSE(ComparisonStore(folder.path(), "toy").find("other", "photo"));
    CHECK_FALSE(ComparisonStore(folder.path(), "other").find("map", "photo"));

    // What another program has written meanwhile stays.
    ComparisonStore second(folder.path(), "toy");
    second.put("map", "second", {});
    store.put("map", "third", {});
    second.write();
    store.write();
    for (const char *photo : {"photo", "second", "third"})
        CHECK(ComparisonStore(folder.path(), "toy").find("map", photo));

    // Value by value, but for another class all of them go.
    const auto kept = [&] { return *ComparisonStore(folder.path(), "toy").find("map", "photo"); };
    ComparisonStore two(folder.path(), "toy", false);
    two.put("map", "photo", {3, {{"peak", 0.2}}});
    two.write();
    CHECK((kept() == KeptFindings{3, {{"peak", 0.2}, {"energy", {}}}}));
    two.put("map", "photo", {4, {{"energy", 0.5}}});
    two.write();
    CHECK((kept() == KeptFindings{4, {{"energy", 0.5}}}));

    const std::filesystem::path file = std::filesystem::directory_iterator(folder.path())->path();
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 5);
    CHECK_FALSE(ComparisonStore(folder.path(), "toy").find("map", "photo"));
    std::ofstream(file) << "{\"head\": 3}";
    CHECK_FALSE(ComparisonStore(folder.path(), "toy").find("map", "photo"));
}
