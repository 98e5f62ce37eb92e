#include "core/explain/comparison.h"
#include "core/explain/sparseness.h"
#include "tests/support/catch.h"

using namespace convscope;

namespace {

using Values = std::vector<std::optional<double>>; ///< of the rivals, then of the methods
const std::optional<double> none;

MeasurePtr higher() { return measureNamed("insertion-deletion"); }
MeasurePtr lower() { return measureNamed("top-hidden"); }

ComparisonPlan planOf(MeasurePtr measure, std::size_t photos, std::size_t methods)
{
    ComparisonPlan plan;
    plan.photos.resize(photos, PhotoRef{"photo.png", 0});
    plan.questions.resize(methods, SaliencyOptions{});
    plan.measures = {std::move(measure)};
    return plan;
}

/// A photo with one measure.
std::shared_ptr<ComparedPhoto> photoOf(const Values &values)
{
    auto photo = std::make_shared<ComparedPhoto>();
    for (const std::optional<double> &value : values)
        photo->maps.push_back({{}, {Finding{value, {}}}});
    photo->isDone = true;
    return photo;
}

ComparedPhotos photosOf(const std::vector<Values> &rows)
{
    ComparedPhotos photos;
    for (const Values &values : rows)
        photos.push_back(photoOf(values));
    return photos;
}

} // namespace

TEST_CASE("means are taken over the photos on which each method has a value")
{
    const ComparedPhotos photos = photosOf({{0.1, 0.2, none, 0.5, 0.9}, {0.3, 0.2, none, 0.7, none},
        {0.5, 0.2, none, 0.9, 0.7}, {0.5, 0.2, none, none, none}});
    const ComparisonPlan plan = planOf(higher(), 4, 2);
    const ComparisonSummary summary = summaryOf(plan, photos);
    CHECK(summary.done == 4);
    const ComparedColumn &column = summary.columns.at(0);
    CHECK(column.photos == 2); // the first and the third
    CHECK(column.cells[0].mean == Approx(0.3)); // 0.1 and 0.5
    CHECK(column.cells[3].mean == Approx(0.7)); // 0.5 and 0.9
    CHECK(column.cells[4].mean == Approx(0.8)); // 0.9 and 0.7
    CHECK(column.cells[2].photos == 0);
    CHECK_FALSE(column.cells[2].interval);
    CHECK(column.cells[3].values == 3);
    CHECK(column.cells[3].silent == 1);
    CHECK(column.cells[4].silent == 2);
}

TEST_CASE("a method without any value does not empty the column")
{
    const ComparedPhotos photos = photosOf({{0, 0, none, 0.5, none}, {0, 0, none, 0.7, none}});
    const ComparedColumn column = summaryOf(planOf(higher(), 2, 2), photos).columns.at(0);
    CHECK(column.photos == 2);
    CHECK(column.cells[3].mean == Approx(0.6));
    CHECK(column.cells[4].photos == 0);
    CHECK_FALSE(column.best); // there is nothing to compare it with
}

TEST_CASE("the best is marked where its interval overlaps that of no other map, and no rival is better")
{
    const ComparedPhotos apart =
        photosOf({{0, 0, none, 0.5, 0.9}, {0, 0, none, 0.6, 0.95}, {0.1, 0.1, none, 0.55, 0.97}});
    CHECK(summaryOf(planOf(higher(), 3, 2), apart).columns.at(0).best == std::size_t(4));
    CHECK_FALSE(summaryOf(planOf(lower(), 3, 2), apart).columns.at(0).best); // both rivals are lower
    const ComparedPhotos low =
        photosOf({{0.99, 1, none, 0.5, 0.9}, {1, 1, none, 0.6, 0.95}, {1, 1, none, 0.55, 0.97}});
    CHECK(summaryOf(planOf(lower(), 3, 2), low).columns.at(0).best == std::size_t(3));
    const ComparedPhotos likeNoise =
        photosOf({{0.1, 0.95, none, 0.5, 0.9}, {0, 0.6, none, 0.6, 0.95}, {0.1, 0.9, none, 0.55, 0.97}});
    CHECK_FALSE(summaryOf(planOf(higher(), 3, 2), likeNoise).columns.at(0).best); // overlaps a rival's
    const ComparedPhotos close =
        photosOf({{0, 0, none, 0.5, 0.9}, {0, 0, none, 0.6, 0.5}, {0.1, 0.1, none, 0.55, 0.97}});
    CHECK_FALSE(summaryOf(planOf(higher(), 3, 2), close).columns.at(0).best);
    CHECK_FALSE(summaryOf(planOf(sparsenessMeasure(), 3, 2), apart).columns.at(0).best); // does not judge
    const ComparedPhotos single = photosOf({{0, 0, none, 0.5, 0.9}});
    CHECK_FALSE(summaryOf(planOf(higher(), 1, 2), single).columns.at(0).best); // no interval
}

TEST_CASE("a rival that no method beats is told of")
{
    const ComparedPhotos photos = photosOf({{0.6, 0.1, none, 0.5, 0.4}, {0.7, 0.1, none, 0.5, 0.4}});
    CHECK(summaryOf(planOf(higher(), 2, 2), photos).columns.at(0).betterRival == std::size_t(0));
    CHECK(summaryOf(planOf(lower(), 2, 2), photos).columns.at(0).betterRival == std::size_t(1));
    const ComparedPhotos beaten = photosOf({{0.1, 0.1, none, 0.5, 0.4}, {0.2, 0.1, none, 0.5, 0.4}});
    CHECK_FALSE(summaryOf(planOf(higher(), 2, 2), beaten).columns.at(0).betterRival);
}

TEST_CASE("what is to be known of the photos is counted")
{
    ComparisonPlan plan = planOf(higher(), 5, 2);
    plan.photos[1].label.reset();
    ComparedPhotos photos(5);
    photos[0] = photoOf({0, 0, 0, 0.5, 0.4});
    auto other = photoOf({0, 0, 0, 0.7, 0.4});
    other->maps[3].target = 1;
    other->maps[4].target = 2;
    photos[1] = other;
    auto same = photoOf({none, none, none, none, none});
    same->sameAs = 0;
    photos[2] = same;
    auto failed = std::make_shared<ComparedPhoto>();
    failed->error = Error(ErrorKind::NotAnImage);
    photos[3] = failed;
    const ComparisonSummary summary = summaryOf(plan, photos);
    CHECK(summary.done == 2);
    CHECK(summary.equal == 1);
    CHECK(summary.failed == 1);
    CHECK(summary.withoutLabel == 1);
    CHECK(summary.differentClasses == 1);
    CHECK_FALSE(summary.isAnswerTheSame);
    CHECK(summary.columns.at(0).photos == 2);
}

TEST_CASE("one answer to all photos is told of")
{
    auto first = photoOf({0, 0, 0, 0.5});
    auto second = photoOf({0, 0, 0, 0.5});
    for (const auto &photo : {first, second}) {
        photo->predicted = 3;
        photo->probability = 0.25;
    }
    const ComparisonPlan plan = planOf(higher(), 2, 1);
    CHECK(summaryOf(plan, {first, second}).isAnswerTheSame);
    CHECK_FALSE(summaryOf(plan, {first, nullptr}).isAnswerTheSame);
    second->probability = 0.26;
    CHECK_FALSE(summaryOf(plan, {first, second}).isAnswerTheSame);
}

TEST_CASE("maps and photos are sorted by what is better, and rivals stay first")
{
    const std::vector<Values> rows{{0, 9, none, 0.5, none, 0.8}, {0, 9, none, 0.3, none, 0.9}};
    const ComparedPhotos photos = photosOf(rows);
    for (const bool isHigherBetter : {true, false}) {
        const ComparisonPlan plan = planOf(isHigherBetter ? higher() : lower(), 2, 3);
        const ComparisonSummary summary = summaryOf(plan, photos);
        CHECK(sortedMaps(plan, summary, 0)
            == (isHigherBetter ? std::vector<std::size_t>{0, 1, 2, 5, 3, 4}
                               : std::vector<std::size_t>{0, 1, 2, 3, 5, 4}));
        CHECK(sortedMaps(plan, summary, {}) == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
        CHECK(sortedPhotos(plan, photos, 3, 0)
            == (isHigherBetter ? std::vector<std::size_t>{0, 1} : std::vector<std::size_t>{1, 0}));
        CHECK(sortedPhotos(plan, photos, 4, 0).empty());
    }
}

TEST_CASE("some photos of many are spread over all")
{
    std::vector<PhotoRef> photos;
    for (int i = 0; i < 10; ++i)
        photos.push_back({std::to_string(i), {}});
    std::string chosen;
    for (const PhotoRef &photo : spreadPhotos(photos, 4))
        chosen += photo.file.string();
    CHECK(chosen == "0257");
    CHECK(spreadPhotos(photos, 10) == photos);
    CHECK(spreadPhotos(photos, 99) == photos);
    CHECK(spreadPhotos({}, 3).empty());
}
