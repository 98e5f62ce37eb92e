#include "core/data/photo.h"
#include "core/explain/evaluation.h"
#include "core/network/prediction.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <nlohmann/json.hpp>

using namespace convscope;

TEST_CASE("evaluation counts as the reference does")
{
    const auto network = narrowNetwork();
    for (const std::string split : {"training", "validation"}) {
        INFO(split);
        const PhotoSet set = openPhotoSet(testFile("food"), split);
        EvaluationRun run(*network, set.photos);
        Monitor monitor;
        REQUIRE(runToEnd(run, monitor));
        const Evaluation &result = run.result();
        const auto confusion = nlohmann::json::parse(referenceText("network.json"))["confusion " + split]
                                   .get<std::vector<std::vector<int>>>();
        for (int c = 0; c < 11; ++c)
            CHECK(result.confusionOf(c) == confusion[std::size_t(c)]);
        CHECK(result.images == int(set.photos.size()));
        CHECK(result.labelled == result.images);
        CHECK(result.failed.empty());
        int correct = 0;
        for (int c = 0; c < 11; ++c) {
            CHECK(result.correctOf(c) == confusion[std::size_t(c)][std::size_t(c)]);
            correct += result.correctOf(c);
        }
        CHECK(result.correct == correct);
        CHECK(result.accuracy() == double(correct) / double(set.photos.size()));
        CHECK(run.progress().done == run.progress().total);
        const Photo first = loadPhoto(set.photos.front(), network->info().input);
        const Prediction said = predict(*network, first.input);
        CHECK(result.predicted.front() == said.best());
        CHECK(result.confidence.front() == float(said.probabilities[std::size_t(said.best())]));
    }
    // By hand, from the names in training: 3_0, 3_10 and 3_2.
    const PhotoSet set = openPhotoSet(testFile("food"), "training");
    EvaluationRun run(*network, set.photos);
    Monitor monitor;
    runToEnd(run, monitor);
    CHECK(run.result().imagesOf(3) == 3);
}

TEST_CASE("photos that fail are listed, the others are still done")
{
    const auto network = narrowNetwork();
    const std::filesystem::path photo = testFile("food/validation/2_0.jpg"); // right, says the reference
    const std::vector<PhotoRef> photos = {
        {testFile("absent.jpg"), 1},
        {photo, 2},
        {testFile("odd/text.jpg"), 0}, // no picture
        {photo, std::nullopt},
        {photo, 11}, // a class that the network does not have
        {photo, -1},
    };
    EvaluationRun run(*network, photos);
    CHECK(run.step());
    CHECK(run.result().failed.size() == 1);
    CHECK(run.progress().done == 1);
    CHECK(run.progress().total == 6);
    Monitor monitor;
    CHECK(runToEnd(run, monitor));
    CHECK_FALSE(run.step());

    const Evaluation &result = run.result();
    CHECK(result.images == 4);
    CHECK(result.labelled == 1);
    CHECK(result.correct == 1);
    CHECK(result.accuracy() == 1);
    REQUIRE(result.failed.size() == 2);
    CHECK(result.failed[0].file == testFile("absent.jpg"));
    CHECK(result.failed[0].error.kind() == ErrorKind::NoSuchFile);
    CHECK(result.failed[1].error.kind() == ErrorKind::NotAnImage);
    using Predicted = std::vector<std::optional<int>>;
    CHECK(result.predicted == Predicted{std::nullopt, 2, std::nullopt, 2, 2, 2});
    CHECK(result.confidence[0] == 0);
    CHECK(result.confidence[1] > 0);
}

TEST_CASE("an answer that is taken back counts no more")
{
    Evaluation evaluation(3, 3);
    evaluation.add(0, 0, 0, 0.9F);
    evaluation.add(1, 0, 2, 0.8F);
    evaluation.add(2, std::nullopt, 1, 0.7F);
    const Evaluation before = evaluation;
    evaluation.remove(1, 0);
    CHECK(evaluation.images == 2);
    CHECK(evaluation.labelled == 1);
    CHECK(evaluation.correct == 1);
    CHECK(evaluation.confusionOf(0) == std::vector<int>{1, 0, 0});
    CHECK_FALSE(evaluation.predicted[1]);
    CHECK(evaluation.confidence[1] == 0);
    evaluation.remove(1, 0); // there is nothing to take back
    CHECK(evaluation.images == 2);
    evaluation.remove(0, 0);
    evaluation.remove(2, std::nullopt);
    CHECK(evaluation.images == 0);
    CHECK(evaluation.correct == 0);
    CHECK(evaluation.counts.empty());
    evaluation.add(0, 0, 0, 0.9F);
    evaluation.add(1, 0, 2, 0.8F);
    evaluation.add(2, std::nullopt, 1, 0.7F);
    CHECK(evaluation.counts == before.counts);
    CHECK(evaluation.predicted == before.predicted);
    CHECK(evaluation.accuracy() == before.accuracy());
}

TEST_CASE("a network of very many classes takes memory for what occurs")
{
    constexpr int classes = 1'000'000; // a place for each pair would not fit
    Evaluation evaluation(classes, 2);
    evaluation.add(0, 999'999, 999'999, 1);
    evaluation.add(1, 999'999, 3, 1);
    CHECK(evaluation.imagesOf(999'999) == 2);
    CHECK(evaluation.correctOf(999'999) == 1);
    CHECK(evaluation.imagesOf(3) == 0);
    CHECK(evaluation.counts.size() == 2);
}

TEST_CASE("so many right answers may be luck")
{
    const auto of = [](int classes, int photos, int right) {
        Evaluation evaluation(classes, std::size_t(photos));
        for (int photo = 0; photo < photos; ++photo)
            evaluation.add(std::size_t(photo), 0, photo < right ? 0 : 1, 1);
        return evaluation.mayBeChance();
    };
    // By hand: of 990 photos and 11 classes guessing gives 90 right, with a deviation of sqrt(90·10/11)
    // = 9.05.
    CHECK(of(11, 990, 90));
    CHECK(of(11, 990, 108));
    CHECK_FALSE(of(11, 990, 109));
    CHECK(of(11, 990, 0));
    CHECK_FALSE(of(11, 29, 2)); // too few to tell
    CHECK(of(11, 30, 2));
    CHECK(of(1000, 990, 2)); // 1 and a deviation of 1
    CHECK_FALSE(of(1000, 990, 500));
    CHECK_FALSE(of(1, 990, 990));
    CHECK_FALSE(Evaluation().mayBeChance());
}

TEST_CASE("an evaluation of nothing has accuracy 0")
{
    const auto network = narrowNetwork();
    EvaluationRun run(*network, {});
    CHECK_FALSE(run.step());
    CHECK(run.result().accuracy() == 0);
    CHECK(run.result().imagesOf(10) == 0);
}
