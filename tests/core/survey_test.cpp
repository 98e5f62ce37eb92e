#include "tests/core/toynetwork.h"

#include "core/explain/localisation.h"
#include "core/explain/survey.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <functional>
#include <new>

using namespace convscope;
using namespace convscope::test;

namespace {

using Strings = std::vector<std::string>;

/// Class 1 is the likeliest. The logit of class 0 is the sum of the upper left pixel's channels, so that its
/// gradient is 1 there and 0 elsewhere. The one filter's map is the red channel.
ToyNetwork cornerNetwork()
{
    return ToyNetwork(
        [](const at::Tensor &batch) {
            const at::Tensor corner = batch.select(2, 0).select(2, 0).sum(1, true);
            return at::cat({corner, at::full({batch.size(0), 1}, 9.0, batch.options()),
                               at::zeros({batch.size(0), 1}, batch.options())},
                1);
        },
        [](const at::Tensor &batch) { return batch.select(1, 0); });
}

/// Photos of one picture in a folder of their own, all of class 0.
class Photos
{
public:
    PhotoRef add(const std::string &name) const
    {
        std::filesystem::copy_file(testFile("odd/colour.png"), m_folder / name);
        return {m_folder / name, 0};
    }
    PhotoRef addMasked(const std::string &name) const
    {
        std::filesystem::create_directory(m_folder / "masks");
        std::filesystem::copy_file(testFile("odd/bilevel.png"), m_folder / "masks" / name);
        return add(name);
    }
    PhotoRef absent() const { return {m_folder / "absent.png", 0}; }
    std::filesystem::path operator/(const std::string &name) const { return m_folder / name; }

private:
    TemporaryFolder m_folder;
};

/// Writes down what it is told.
class Recorder : public SurveySink
{
public:
    bool begun(std::size_t place, const PhotoRef &ref) override
    {
        tell(place, "begun");
        return !ref.file.filename().string().starts_with("passed-over");
    }
    void loaded(const SurveyedPhoto &photo) override { tell(photo.place, "loaded"); }
    void predicted(const SurveyedPhoto &photo, const Prediction &said) override
    {
        tell(photo.place, "predicted " + std::to_string(said.best()));
    }
    void answered(const SurveyedPhoto &photo, const SurveyedAnswer &answer) override
    {
        asked.push_back(answer.asked);
        answers.push_back(answer.answer);
        tell(photo.place, "answered " + std::to_string(answer.question));
    }
    void measured(const SurveyedPhoto &photo, const SurveyedMap &map, std::size_t measure,
        const std::optional<Measured> &found) override
    {
        std::string text = map.isRival ? "rival " : "answer ";
        text += std::to_string(map.index) + (map.target ? " for " + std::to_string(*map.target) : "");
        values.push_back(found ? std::optional(found->value) : std::nullopt);
        tell(photo.place, text + " measured " + std::to_string(measure) + (found ? "" : ": none"));
    }
    void failed(const SurveyFailure &failure) override
    {
        errors.push_back(failure.error);
        std::string text = "failed";
        text += failure.question ? " question " + std::to_string(*failure.question) : "";
        text += failure.measure ? " measure " + std::to_string(*failure.measure) : "";
        tell(failure.place, text);
    }
    void done(const SurveyedPhoto &photo) override { tell(photo.place, "done"); }

    /// What it was told since this was asked last.
    Strings fetch() { return std::exchange(m_events, {}); }

    std::function<void(const std::string &)> afterEach = [](const std::string &) {};
    std::vector<MethodOptions> asked;
    std::vector<Answer> answers;
    std::vector<std::optional<double>> values;
    std::vector<Error> errors;

private:
    void tell(std::size_t place, const std::string &what)
    {
        m_events.push_back(std::to_string(place) + " " + what);
        afterEach(m_events.back());
    }

    Strings m_events;
};

/// Needs the network, takes two steps, and measures the class that the map is about.
class SlowMeasure : public Measure
{
    struct Running : Measurement
    {
        explicit Running(std::optional<int> measuredTarget)
            : target(measuredTarget)
        {
        }
        bool step() override { return ++steps < 2; }
        Progress progress() const override { return {steps, 2}; }
        std::optional<Measured> result() const override
        {
            return target ? std::optional(Measured{double(*target)}) : std::nullopt;
        }
        std::optional<int> target;
        int steps = 0;
    };

public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{.name = "slow", .needsNetwork = true};
        return traits;
    }
    std::unique_ptr<Measurement> start(const MeasureInput &input) const override
    {
        CHECK(input.network);
        CHECK((input.answer != nullptr) == (input.question != nullptr));
        return std::make_unique<Running>(input.target);
    }
};

/// Fails of every map.
class BrokenMeasure : public QuickMeasure
{
public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{.name = "broken"};
        return traits;
    }

protected:
    std::optional<Measured> take(const MeasureInput & /*input*/) const override
    {
        throw Error(ErrorKind::NotFinite);
    }
};

SaliencyOptions saliencyOf(int target) { return {{Target::Kind::Class, target}, Objective::Logit}; }

Strings stepsOf(Survey &survey, Recorder &recorder, int steps)
{
    for (int i = 0; i < steps; ++i)
        survey.step();
    return recorder.fetch();
}

Strings allOf(Survey &survey, Recorder &recorder)
{
    while (survey.step()) { }
    CHECK(survey.progress().done == survey.progress().total);
    CHECK_FALSE(survey.step());
    return recorder.fetch();
}

} // namespace

TEST_CASE("a survey of predictions takes one step a photo")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    Survey survey(
        network, {.photos = {photos.add("a.png"), photos.add("b.png")}, .predicts = true}, recorder);
    CHECK(survey.progress().done == 0);
    CHECK(survey.progress().total == 2);
    CHECK(survey.step());
    CHECK(survey.progress().done == 1);
    CHECK(recorder.fetch() == Strings{"0 begun", "0 loaded", "0 predicted 1", "0 done"});
    CHECK_FALSE(survey.step());
    CHECK(survey.progress().done == 2);
    CHECK(recorder.fetch() == Strings{"1 begun", "1 loaded", "1 predicted 1", "1 done"});
    CHECK_FALSE(survey.step());
    CHECK(recorder.fetch().empty());
}

TEST_CASE("a survey of nothing is at its end")
{
    const ToyNetwork network = cornerNetwork();
    Recorder recorder;
    Survey survey(network, {.questions = {SaliencyOptions{}}}, recorder);
    CHECK_FALSE(survey.step());
    CHECK(survey.progress().total == 0);
    CHECK(recorder.fetch().empty());
}

TEST_CASE("each question is asked and measured, beside rivals that are measured once a photo")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    const PhotoRef photo = photos.addMasked("a.png");
    const Mask mask = readMask(photos / "masks/a.png", 4, 2);
    Recorder recorder;
    Survey survey(network,
        {.photos = {photo},
            .questions = {saliencyOf(0), ActivationOptions{0, 0}},
            .rivals = {Rival::Random, Rival::Centre},
            .measures = {energyMeasure(), peakMeasure()}},
        recorder);
    CHECK(stepsOf(survey, recorder, 1)
        == Strings{"0 begun", "0 loaded", "0 rival 0 measured 0", "0 rival 0 measured 1",
            "0 rival 1 measured 0", "0 rival 1 measured 1"});
    CHECK(stepsOf(survey, recorder, 1)
        == Strings{"0 answered 0", "0 answer 0 for 0 measured 0", "0 answer 0 for 0 measured 1"});
    CHECK(survey.part().question == std::size_t(0));
    CHECK(survey.part().progress.done == 1);
    CHECK(survey.part().progress.total == 1);
    CHECK(stepsOf(survey, recorder, 1)
        == Strings{"0 answered 1", "0 answer 1 measured 0", "0 answer 1 measured 1"});
    CHECK(survey.progress().done == 0);
    CHECK(stepsOf(survey, recorder, 1) == Strings{"0 done"});
    CHECK(survey.progress().done == 1);
    // All of the saliency lies on the upper left pixel.
    CHECK(recorder.values.at(4) == Approx(mask.at(0, 0) ? 1 : 0).margin(1e-9));
    CHECK(recorder.values.at(5) == (mask.at(0, 0) ? 1 : 0));
}

TEST_CASE("only what the sink wants is measured")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    class Choosy : public Recorder
    {
    public:
        bool wants(const SurveyedMap &map, std::size_t measure) override
        {
            return map.isRival == (measure == 0);
        }
    } recorder;
    Survey survey(network,
        {.photos = {photos.addMasked("a.png")},
            .questions = {saliencyOf(0)},
            .rivals = {Rival::Uniform},
            .measures = {energyMeasure(), std::make_shared<SlowMeasure>()}},
        recorder);
    CHECK(allOf(survey, recorder)
        == Strings{"0 begun", "0 loaded", "0 rival 0 measured 0", "0 answered 0",
            "0 answer 0 for 0 measured 1", "0 done"});
    // A map of ones has the mask's share on the food.
    CHECK(recorder.values.at(0) == Approx(readMask(photos / "masks/a.png", 4, 2).share()));
}

TEST_CASE("the rivals' random numbers start from the plan's seed")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    const PhotoRef photo = photos.addMasked("a.png");
    Recorder recorder;
    Survey survey(network,
        {.photos = {photo}, .rivals = {Rival::Random}, .measures = {energyMeasure()}, .seed = 5}, recorder);
    allOf(survey, recorder);
    NumpyRandom random(5);
    const Mask mask = readMask(photos / "masks/a.png", 4, 2);
    CHECK(recorder.values.at(0) == localise(rivalHeat(Rival::Random, random, 4, 2), mask)->energy);
}

TEST_CASE("the random rival's numbers run on from photo to photo")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    Survey survey(network,
        {.photos = {photos.addMasked("a.png"), photos.absent(), photos.addMasked("passed-over.png"),
             photos.addMasked("b.png")},
            .rivals = {Rival::Random},
            .measures = {energyMeasure()}},
        recorder);
    allOf(survey, recorder);
    const Mask mask = readMask(photos / "masks/a.png", 4, 2);
    NumpyRandom random(16);
    REQUIRE(recorder.values.size() == 2); // the two in the middle take no numbers
    for (const std::optional<double> value : recorder.values)
        CHECK(value == localise(rivalHeat(Rival::Random, random, 4, 2), mask)->energy);
    CHECK(recorder.values[0] != recorder.values[1]);
}

TEST_CASE("a measure that needs the network has steps of its own, and a rival has it once for each class")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    Survey survey(network,
        {.photos = {photos.addMasked("a.png")},
            .questions = {saliencyOf(0), saliencyOf(2), saliencyOf(0), ActivationOptions{0, 0}},
            .rivals = {Rival::Centre},
            .measures = {std::make_shared<SlowMeasure>(), peakMeasure()}},
        recorder);
    CHECK(stepsOf(survey, recorder, 1) == Strings{"0 begun", "0 loaded", "0 rival 0 measured 1"});
    CHECK(stepsOf(survey, recorder, 1) == Strings{"0 answered 0", "0 answer 0 for 0 measured 1"});
    CHECK(stepsOf(survey, recorder, 1).empty());
    CHECK(survey.part().question == std::size_t(0));
    CHECK(survey.part().progress.done == 1);
    CHECK(survey.part().progress.total == 2);
    CHECK(stepsOf(survey, recorder, 1) == Strings{"0 answer 0 for 0 measured 0"});
    CHECK(recorder.values.back() == 0);
    CHECK(stepsOf(survey, recorder, 2) == Strings{"0 rival 0 for 0 measured 0"});
    CHECK(stepsOf(survey, recorder, 5)
        == Strings{"0 answered 1", "0 answer 1 for 2 measured 1: none", // an empty map
            "0 answer 1 for 2 measured 0", "0 rival 0 for 2 measured 0"});
    CHECK(recorder.values.back() == 2);
    CHECK(allOf(survey, recorder)
        == Strings{"0 answered 2", "0 answer 2 for 0 measured 1", "0 answer 2 for 0 measured 0", // no rival
            "0 answered 3", "0 answer 3 measured 1", "0 answer 3 measured 0: none", "0 done"});
}

TEST_CASE("without a mask, measures that need one have nothing to say")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    Survey survey(network,
        {.photos = {photos.add("a.png")},
            .questions = {saliencyOf(0)},
            .rivals = {Rival::Centre},
            .measures = {energyMeasure()}},
        recorder);
    CHECK(allOf(survey, recorder)
        == Strings{"0 begun", "0 loaded", "0 rival 0 measured 0: none", "0 answered 0",
            "0 answer 0 for 0 measured 0: none", "0 done"});
}

TEST_CASE("a photo that fails does not end the survey, and the error names it")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    Survey survey(network,
        {.photos = {photos.add("a.png"), photos.absent(), {testFile("odd/text.jpg"), 0}, photos.add("b.png")},
            .questions = {saliencyOf(0)}},
        recorder);
    CHECK(allOf(survey, recorder)
        == Strings{"0 begun", "0 loaded", "0 answered 0", "0 done", "1 begun", "1 failed", "2 begun",
            "2 failed", "3 begun", "3 loaded", "3 answered 0", "3 done"});
    REQUIRE(recorder.errors.size() == 2);
    CHECK(recorder.errors[0].kind() == ErrorKind::NoSuchFile);
    CHECK(recorder.errors[0].file() == photos / "absent.png");
    CHECK(recorder.errors[1].kind() == ErrorKind::NotAnImage);
    CHECK(recorder.errors[1].file() == testFile("odd/text.jpg"));
}

TEST_CASE("a question that fails leaves the others, unless all answers are needed")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    SurveyPlan plan{.photos = {photos.add("a.png"), photos.add("b.png")},
        .questions = {saliencyOf(0), saliencyOf(7), ActivationOptions{0, 0}}};
    Recorder recorder;
    Survey survey(network, plan, recorder);
    CHECK(stepsOf(survey, recorder, 5)
        == Strings{"0 begun", "0 loaded", "0 answered 0", "0 failed question 1", "0 answered 2", "0 done"});
    REQUIRE(recorder.errors.size() == 1);
    CHECK(recorder.errors[0].kind() == ErrorKind::ClassOutOfRange);
    CHECK(recorder.errors[0].file() == photos / "a.png"); // which the method does not know

    plan.needsAll = true;
    Recorder strict;
    Survey whole(network, plan, strict);
    CHECK(allOf(whole, strict)
        == Strings{"0 begun", "0 loaded", "0 answered 0", "0 failed question 1", "1 begun", "1 loaded",
            "1 answered 0", "1 failed question 1"});
}

TEST_CASE("a measure that fails leaves the others, unless all answers are needed")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    SurveyPlan plan{.photos = {photos.addMasked("a.png")},
        .questions = {saliencyOf(0), ActivationOptions{0, 0}},
        .rivals = {Rival::Centre},
        .measures = {std::make_shared<BrokenMeasure>(), peakMeasure()}};
    Recorder recorder;
    Survey survey(network, plan, recorder);
    CHECK(allOf(survey, recorder)
        == Strings{"0 begun", "0 loaded", "0 failed measure 0", "0 rival 0 measured 1", "0 answered 0",
            "0 failed question 0 measure 0", "0 answer 0 for 0 measured 1", "0 answered 1",
            "0 failed question 1 measure 0", "0 answer 1 measured 1", "0 done"});
    CHECK(recorder.errors[0].file() == photos / "a.png");

    plan.needsAll = true;
    Recorder strict;
    Survey whole(network, plan, strict);
    CHECK(allOf(whole, strict) == Strings{"0 begun", "0 loaded", "0 failed measure 0"});
}

TEST_CASE("what a sink throws is a failure of what it was told of")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    const SurveyPlan plan{.photos = {photos.addMasked("a.png"), photos.add("b.png")},
        .predicts = true,
        .questions = {saliencyOf(0), ActivationOptions{0, 0}},
        .measures = {peakMeasure()}};
    const auto eventsWhere = [&](const std::string &event, const std::function<void()> &work) {
        Recorder recorder;
        recorder.afterEach = [&](const std::string &told) {
            if (told == event)
                work();
        };
        Survey survey(network, plan, recorder);
        Strings events = allOf(survey, recorder);
        REQUIRE(recorder.errors.size() == 1);
        events.push_back(name(recorder.errors[0].kind()));
        CHECK(recorder.errors[0].file() == (event == "0 answered 0" ? photos / "full" : photos / "a.png"));
        return events;
    };
    const Strings second = {"1 begun", "1 loaded", "1 predicted 1", "1 answered 0",
        "1 answer 0 for 0 measured 0: none", "1 answered 1", "1 answer 1 measured 0: none", "1 done"};
    const auto then = [&](Strings events, const char *error) {
        events.insert(events.end(), second.begin(), second.end());
        events.push_back(error);
        return events;
    };
    CHECK(eventsWhere("0 answered 0", [&] { throw Error(ErrorKind::CannotWrite, photos / "full"); })
        == then({"0 begun", "0 loaded", "0 predicted 1", "0 answered 0", "0 failed question 0",
                    "0 answered 1", "0 answer 1 measured 0", "0 done"},
            "CannotWrite"));
    CHECK(eventsWhere("0 answer 0 for 0 measured 0", [] { throw Error(ErrorKind::CannotWrite); })
        == then({"0 begun", "0 loaded", "0 predicted 1", "0 answered 0", "0 answer 0 for 0 measured 0",
                    "0 failed question 0 measure 0", "0 answered 1", "0 answer 1 measured 0", "0 done"},
            "CannotWrite"));
    CHECK(eventsWhere("0 predicted 1", [] { throw std::bad_alloc(); })
        == then({"0 begun", "0 loaded", "0 predicted 1", "0 failed"}, "OutOfMemory"));
    CHECK(eventsWhere("0 done", [] { throw std::runtime_error("full"); })
        == then({"0 begun", "0 loaded", "0 predicted 1", "0 answered 0", "0 answer 0 for 0 measured 0",
                    "0 answered 1", "0 answer 1 measured 0", "0 done", "0 failed"},
            "Internal"));
}

TEST_CASE("what a sink throws at a failure ends the survey")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    recorder.afterEach = [](const std::string &event) {
        if (event == "0 failed")
            throw Error(ErrorKind::CannotWrite);
    };
    Survey survey(network, {.photos = {photos.absent()}, .predicts = true}, recorder);
    const auto error = errorOf([&] { survey.step(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::CannotWrite);
}

TEST_CASE("a photo that the sink passes over is not read")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    Recorder recorder;
    Survey survey(
        network, {.photos = {{photos / "passed-over", 0}, photos.add("b.png")}, .predicts = true}, recorder);
    CHECK(survey.step());
    CHECK(survey.progress().done == 1);
    CHECK(recorder.fetch() == Strings{"0 begun"});
    CHECK(allOf(survey, recorder) == Strings{"1 begun", "1 loaded", "1 predicted 1", "1 done"});
}

TEST_CASE("a survey that is stopped has told of whole answers alone")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    FeatureVisualisationOptions slow;
    slow.layer = 0;
    slow.iterations = 3;
    Recorder recorder;
    struct StopAfter : Monitor
    {
        bool stopRequested() const override { return reports > 5; }
        void progress(Progress) override { ++reports; }
        int reports = 0;
    } monitor;
    Survey survey(network,
        {.photos = {photos.add("a.png"), photos.add("b.png")}, .questions = {saliencyOf(0), slow}}, recorder);
    CHECK_FALSE(runToEnd(survey, monitor)); // after 5 steps
    CHECK(recorder.fetch() == Strings{"0 begun", "0 loaded", "0 answered 0", "0 answered 1"});
    CHECK(survey.progress().done == 0);
    CHECK(std::get<OptimisedImage>(recorder.answers.back()).objective.size() == 3);
    // It goes on from there.
    CHECK(stepsOf(survey, recorder, 4) == Strings{"0 done", "1 begun", "1 loaded", "1 answered 0"});
    CHECK(survey.progress().done == 1);
    CHECK(survey.part().photo == 1);
    CHECK(survey.part().question == std::size_t(1));
    CHECK(survey.part().progress.done == 1);
    CHECK(survey.part().progress.total == 3);
}

TEST_CASE("random numbers run on from photo to photo where that is asked")
{
    const ToyNetwork network = cornerNetwork();
    const Photos photos;
    LimeOptions lime;
    lime.target = {Target::Kind::Class, 0};
    lime.samples = 4;
    lime.streamOffset = 10;
    SurveyPlan plan{.photos = {photos.add("a.png"), photos.absent(), photos.add("b.png")},
        .questions = {saliencyOf(0), lime}};
    const auto offsetsOf = [&](Recorder &recorder) {
        Survey survey(network, plan, recorder);
        allOf(survey, recorder);
        REQUIRE(recorder.asked.size() == 4);
        return std::pair(std::get<LimeOptions>(recorder.asked[1]).streamOffset,
            std::get<LimeOptions>(recorder.asked[3]).streamOffset);
    };
    Recorder apart;
    CHECK(offsetsOf(apart) == std::pair(std::uint64_t(10), std::uint64_t(10)));
    plan.isStreamShared = true;
    Recorder shared;
    const std::uint64_t end = std::get<SuperpixelWeights>(apart.answers[1]).streamEnd;
    CHECK(end > 10);
    CHECK(offsetsOf(shared) == std::pair(std::uint64_t(10), end));
    CHECK(std::get<SuperpixelWeights>(shared.answers[3]).streamEnd > end);
}
