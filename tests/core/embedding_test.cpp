#include "tests/core/reference.h"

#include "core/embedding/pca.h"
#include "core/embedding/tsne.h"
#include "core/explain/random.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

// The expected values are those of tests/reference/embedding.py, with NumPy and scikit-learn.

namespace {

constexpr double perplexity = 30;

struct Features
{
    std::size_t count;
    std::size_t width;
    std::vector<float> values;
};

Features features()
{
    const Array array = expectedArray("embedding-features");
    return {std::size_t(array.shape[0]), std::size_t(array.shape[1]), array.as<float>()};
}

Covariance covarianceOf(const Features &of)
{
    Covariance covariance(of.width);
    covariance.add(of.values.data(), of.count);
    return covariance;
}

NearestPoints nearestOf(const Features &of, std::size_t each)
{
    NearestSearch search(of.values, of.width, each);
    while (search.step()) { }
    return search.result();
}

Affinities expectedAffinities()
{
    const Features of = features();
    return affinities(nearestOf(of, neighboursFor(of.count, perplexity)), perplexity);
}

/// Where the reference takes the gradient: the first components, rounded.
std::vector<double> gradientPositions()
{
    const Array projected = expectedArray("embedding-projected");
    std::vector<double> positions;
    for (int i = 0; i < projected.shape[0]; ++i)
        for (int axis = 0; axis < 2; ++axis)
            positions.push_back(
                std::nearbyint(projected.values[std::size_t(i * projected.shape[1] + axis)] / 32) / 16);
    return positions;
}

std::vector<double> firstComponents()
{
    const Array projected = expectedArray("embedding-projected");
    std::vector<double> positions;
    for (int i = 0; i < projected.shape[0]; ++i)
        for (int axis = 0; axis < 2; ++axis)
            positions.push_back(projected.values[std::size_t(i * projected.shape[1] + axis)]);
    return positions;
}

std::vector<double> mapOf(const Affinities &affinities, TsneOptions options = {})
{
    Tsne tsne(affinities, startOfTsne(firstComponents()), options);
    while (tsne.step()) { }
    return tsne.positions();
}

} // namespace

TEST_CASE("principal components are those of NumPy's eigh")
{
    const nlohmann::json expected = expectedJson("embedding");
    const Features of = features();
    REQUIRE(of.width > 128); // or the search would run to the end
    const PrincipalAxes axes = principalAxes(covarianceOf(of), 20);
    REQUIRE(axes.count() == 20);
    for (std::size_t axis = 0; axis < axes.count(); ++axis)
        CHECK(axes.variances[axis] == Approx(expected["variances"][axis].get<double>()).epsilon(1e-9));
    CHECK(axes.totalVariance == Approx(expected["total"].get<double>()).epsilon(1e-12));

    const Array projected = expectedArray("embedding-projected");
    const auto each = std::size_t(projected.shape[1]);
    std::vector<float> found(of.count * axes.count());
    axes.project(of.values.data(), of.count, found.data());
    const double size = largest(projected.values);
    for (std::size_t i = 0; i < of.count; ++i)
        for (std::size_t axis = 0; axis < each; ++axis)
            CHECK(std::abs(double(found[i * axes.count() + axis]) - projected.values[i * each + axis])
                < 1e-6 * size);
}

TEST_CASE("few features are decomposed completely, equal eigenvalues among them")
{
    // Six points on three axes, two of them alike: the variances are 2/5·(4², 3², 3²).
    const std::vector<float> rows{4, 0, 0, -4, 0, 0, 0, 3, 0, 0, -3, 0, 0, 0, 3, 0, 0, -3};
    Covariance covariance(3);
    covariance.add(rows.data(), 6);
    const PrincipalAxes axes = principalAxes(covariance, 50);
    REQUIRE(axes.count() == 3);
    CHECK(axes.variances[0] == Approx(6.4));
    CHECK(axes.variances[1] == Approx(3.6));
    CHECK(axes.variances[2] == Approx(3.6));
    CHECK(axes.axes[0] == Approx(1));
}

TEST_CASE("where rows do not differ there is no variance, and nothing fails")
{
    const std::vector<float> rows(5 * 200, 2.5F);
    Covariance covariance(200);
    covariance.add(rows.data(), 5);
    const PrincipalAxes axes = principalAxes(covariance, 50);
    CHECK(axes.count() == 4); // no more than rows less one
    CHECK(axes.totalVariance == 0);
    CHECK(principalAxes(Covariance(200), 50).count() == 0);
}

TEST_CASE("the covariance of parts that are added is that of the whole")
{
    const Features of = features();
    Covariance parts(of.width);
    for (std::size_t begin = 0; begin < of.count; begin += 100) {
        Covariance part(of.width);
        part.add(&of.values[begin * of.width], std::min<std::size_t>(100, of.count - begin));
        parts.add(part);
    }
    Covariance whole = covarianceOf(of);
    CHECK(parts.count() == whole.count());
    CHECK(largestDifference(parts.mean(), whole.mean()) < 1e-12 * largest(whole.mean()));
    const std::vector<double> matrix = whole.takeMatrix();
    CHECK(largestDifference(parts.takeMatrix(), matrix) < 1e-12 * largest(matrix));
}

TEST_CASE("neighbours are exact, the nearest first")
{
    const nlohmann::json expected = expectedJson("embedding");
    const Features of = features();
    const std::size_t each = neighboursFor(of.count, perplexity);
    CHECK(each == 91);
    const NearestPoints nearest = nearestOf(of, each);
    std::size_t shown = 0;
    for (const auto &[name, places] : expected["nearest"].items()) {
        const std::size_t point = std::stoul(name);
        const auto begin = nearest.places.begin() + std::ptrdiff_t(point * each);
        CHECK(std::vector<int>(begin, begin + 10) == places.get<std::vector<int>>());
        ++shown;
    }
    CHECK(shown == 3);
    CHECK(double(nearest.squared[each - 1]) == Approx(expected["furthest"][0].get<double>()).epsilon(1e-6));
}

TEST_CASE("of equal distance the one that stands before is the nearer, and others are found as well")
{
    const std::vector<float> line{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
    NearestSearch search(line, 1, 3);
    while (search.step()) { }
    CHECK(std::vector<int>(search.result().places.begin() + 30, search.result().places.begin() + 33)
        == std::vector<int>{9, 11, 8});
    NearestSearch other(line, {3.4F, -5}, 1, 2);
    while (other.step()) { }
    CHECK(other.result().places == std::vector<int>{3, 4, 0, 1});
}

TEST_CASE("affinities are scikit-learn's")
{
    const nlohmann::json expected = expectedJson("embedding");
    const Affinities found = expectedAffinities();
    CHECK(found.values.size() == expected["count"].get<std::size_t>());
    double sum = 0;
    for (const float value : found.values)
        sum += double(value);
    CHECK(sum == Approx(1).epsilon(1e-6));
    for (const auto &[name, row] : expected["affinities"].items()) {
        const std::size_t point = std::stoul(name);
        std::vector<double> dense(found.count());
        for (std::size_t i = found.begins[point]; i < found.begins[point + 1]; ++i)
            dense[std::size_t(found.places[i])] = double(found.values[i]);
        const auto values = row.get<std::vector<double>>();
        CHECK(largestDifference(dense, values) < 1e-5 * largest(values));
    }
}

TEST_CASE("the gradient is scikit-learn's, and what trees change of it is less than there")
{
    const nlohmann::json expected = expectedJson("embedding");
    const Affinities affinities = expectedAffinities();
    const std::vector<double> positions = gradientPositions();
    const std::vector<double> gradient = expectedArray("embedding-gradient").values;
    CHECK(largestDifference(tsneGradient(affinities, positions, 0), gradient) < 1e-5 * largest(gradient));
    CHECK(largestDifference(tsneGradient(affinities, positions, 0.5), gradient)
        <= expected["barnes_hut_error"].get<double>());
    CHECK(tsneDivergence(affinities, positions, 0)
        == Approx(expected["exact_divergence"].get<double>()).epsilon(1e-5));
}

TEST_CASE("t-SNE comes as near to the affinities as scikit-learn, from the same start")
{
    const Affinities affinities = expectedAffinities();
    const std::vector<double> positions = mapOf(affinities);
    const double divergence = tsneDivergence(affinities, positions, 0);
    INFO(divergence);
    CHECK(divergence < 1.02 * expectedJson("embedding")["final_divergence"].get<double>());
    CHECK(divergence > 0);
}

TEST_CASE("the same start gives the same map, bit for bit")
{
    const Affinities affinities = expectedAffinities();
    TsneOptions options;
    options.iterations = 300;
    CHECK(mapOf(affinities, options) == mapOf(affinities, options));
}

TEST_CASE("points at one place and very few points do no harm")
{
    for (const std::size_t count : {0U, 1U, 2U, 3U, 12U}) {
        INFO(count);
        const std::vector<float> points(count * 2, 1.0F);
        const double fitting = fittingPerplexity(count, perplexity);
        NearestSearch search(points, 2, neighboursFor(count, fitting));
        while (search.step()) { }
        TsneOptions options;
        options.iterations = 20;
        Tsne tsne(affinities(search.result(), fitting), std::vector<double>(2 * count), options);
        while (tsne.step()) { }
        CHECK(tsne.positions() == std::vector<double>(2 * count));
    }
}
