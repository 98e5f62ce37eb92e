#include "core/explain/bootstrap.h"
#include "tests/support/catch.h"

using namespace convscope;

// The numbers are those of NumPy 1.24:
//   places = numpy.random.RandomState(16).randint(0, n, (2000, n))
//   numpy.percentile(values[places].mean(1), [2.5, 97.5])

TEST_CASE("intervals of means are NumPy's, the same places drawn of each list")
{
    const std::vector<double> values{0.11, 0.52, 0.33, 0.87, 0.05, 0.61, 0.44};
    const auto intervals = bootstrapIntervals({values, {0, 1, 1, 0, 1, 1, 1}});
    REQUIRE(intervals.size() == 2);
    CHECK(meanOf(values) == Approx(0.41857142857142854));
    CHECK(intervals[0]->low == Approx(0.22714285714285715).epsilon(1e-12));
    CHECK(intervals[0]->high == Approx(0.6186071428571427).epsilon(1e-12));
    CHECK(intervals[1]->low == Approx(0.2857142857142857).epsilon(1e-12));
    CHECK(intervals[1]->high == Approx(1.0).epsilon(1e-12));
}

TEST_CASE("so it is of a hundred values")
{
    std::vector<double> squares;
    for (int i = 0; i < 100; ++i)
        squares.push_back(i * i / 100.0);
    const auto interval = bootstrapIntervals({squares}).front();
    CHECK(interval->low == Approx(27.086437500000002).epsilon(1e-12));
    CHECK(interval->high == Approx(38.47167).epsilon(1e-12));
}

TEST_CASE("fewer than two values have no interval")
{
    CHECK(bootstrapIntervals({}).empty());
    CHECK_FALSE(bootstrapIntervals({{}}).front());
    CHECK_FALSE(bootstrapIntervals({{0.5}, {0.7}}).back());
    CHECK(bootstrapIntervals({{0.5, 0.5}}).front() == Interval{0.5, 0.5});
}

TEST_CASE("intervals overlap where one begins in the other, or where it ends")
{
    const Interval interval{0.2, 0.4};
    CHECK(interval.overlaps({0.4, 0.5}));
    CHECK(interval.overlaps({0.1, 0.2}));
    CHECK(interval.overlaps({0.25, 0.3}));
    CHECK_FALSE(interval.overlaps({0.41, 0.5}));
    CHECK_FALSE(interval.overlaps({0, 0.19}));
}
