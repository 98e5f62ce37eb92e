#include "core/embedding/photomap.h"
#include "core/explain/random.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>

using namespace convscope;

namespace {

constexpr int classes = 3;
constexpr std::size_t width = 6;

/// Three clusters that are far from each other, one photo after the other from each.
std::vector<float> clusters(std::size_t count)
{
    NumpyRandom random(1);
    std::vector<float> values;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < width; ++k)
            values.push_back(float(random.normal() + (k == i % classes ? 40 : 0)));
    return values;
}

std::vector<std::optional<int>> labels(std::size_t count)
{
    std::vector<std::optional<int>> labels;
    for (std::size_t i = 0; i < count; ++i)
        labels.emplace_back(int(i % classes));
    return labels;
}

FeatureRows rowsOf(const std::vector<float> &values)
{
    return {values.size() / width, width, [&values](std::size_t first, std::size_t count, float *to) {
                std::copy_n(values.begin() + std::ptrdiff_t(first * width), count * width, to);
            }};
}

PhotoMap mapOf(const std::vector<float> &values, PhotoMapOptions options)
{
    PhotoMapping mapping(rowsOf(values), labels(values.size() / width), options);
    int last = 0;
    while (mapping.step()) {
        const Progress progress = mapping.progress();
        CHECK(progress.done >= last);
        CHECK(progress.total == 1000);
        last = progress.done;
        CHECK(mapping.result().x.size() == values.size() / width);
    }
    CHECK(mapping.progress().done == 1000);
    return mapping.result();
}

/// Each photo's nearest other one is of its class.
bool isApart(const PhotoMap &map)
{
    for (std::size_t i = 0; i < map.x.size(); ++i) {
        double nearest = std::numeric_limits<double>::infinity();
        std::size_t which = i;
        for (std::size_t k = 0; k < map.x.size(); ++k) {
            const double away = std::hypot(map.x[i] - map.x[k], map.y[i] - map.y[k]);
            if (k != i && away < nearest) {
                nearest = away;
                which = k;
            }
        }
        if (which % classes != i % classes)
            return false;
    }
    return true;
}

PhotoMapOptions quick(MapMethod method)
{
    PhotoMapOptions options;
    options.method = method;
    options.iterations = 300;
    return options;
}

} // namespace

TEST_CASE("a map keeps clusters apart, by PCA and by t-SNE")
{
    const std::vector<float> values = clusters(90);
    for (const MapMethod method : {MapMethod::Pca, MapMethod::Tsne}) {
        const PhotoMap map = mapOf(values, quick(method));
        CHECK(map.method == method);
        CHECK(isApart(map));
        CHECK(map.shares[0] >= map.shares[1]);
        CHECK(map.kept <= 1 + 1e-12);
        CHECK(map.iterations == (method == MapMethod::Tsne ? 300 : 0));
        CHECK(std::ranges::all_of(
            map.standings, [](auto standing) { return standing == PhotoMap::Standing::Own; }));
    }
}

TEST_CASE("photos that are all the same have shares that are numbers")
{
    std::vector<float> values = clusters(90);
    std::ranges::fill(values, 3.0F);
    for (const MapMethod method : {MapMethod::Pca, MapMethod::Tsne}) {
        const PhotoMap map = mapOf(values, quick(method));
        CHECK(map.shares[0] == 0);
        CHECK(map.shares[1] == 0);
        CHECK(map.kept == 1);
    }
}

TEST_CASE("the same seed gives the same map, another one another map")
{
    const std::vector<float> values = clusters(60);
    PhotoMapOptions options = quick(MapMethod::Tsne);
    const PhotoMap map = mapOf(values, options);
    CHECK(map.x == mapOf(values, options).x);
    options.seed = 17;
    CHECK(map.x != mapOf(values, options).x);
}

TEST_CASE("photos that are too many are placed at the nearest of those that are moved")
{
    const std::vector<float> values = clusters(240);
    PhotoMapOptions options = quick(MapMethod::Tsne);
    options.most = 90;
    const PhotoMap map = mapOf(values, options);
    CHECK(std::ranges::count(map.standings, PhotoMap::Standing::Own) == 90);
    CHECK(std::ranges::count(map.standings, PhotoMap::Standing::Placed) == 150);
    CHECK(isApart(map));
}

TEST_CASE("photos whose features are not finite stand nowhere")
{
    std::vector<float> values = clusters(60);
    values[7 * width + 2] = std::numeric_limits<float>::quiet_NaN();
    values[9 * width] = std::numeric_limits<float>::infinity();
    const PhotoMap map = mapOf(values, quick(MapMethod::Tsne));
    CHECK(std::ranges::count(map.standings, PhotoMap::Standing::Nowhere) == 2);
    CHECK(map.standings[7] == PhotoMap::Standing::Nowhere);
    CHECK(std::isnan(map.x[9]));
    CHECK(std::isfinite(map.x[8]));
}

TEST_CASE("very few photos, and photos that are all alike, have a map")
{
    for (const std::size_t count : {0U, 1U, 2U, 3U, 5U}) {
        INFO(count);
        const PhotoMap map = mapOf(clusters(count), quick(MapMethod::Tsne));
        for (const float x : map.x)
            CHECK(std::isfinite(x));
    }
    const PhotoMap alike = mapOf(std::vector<float>(20 * width, 3.0F), quick(MapMethod::Tsne));
    CHECK(alike.method == MapMethod::Pca);
    for (const float x : alike.x)
        CHECK(x == 0);
}

TEST_CASE("a sample has as many of each class as of each other, and as many as asked for")
{
    std::vector<std::optional<int>> labels(1000, 0);
    for (int i = 0; i < 300; ++i)
        labels[std::size_t(i)] = 1;
    for (int i = 300; i < 310; ++i)
        labels[std::size_t(i)] = 2;
    for (int i = 310; i < 330; ++i)
        labels[std::size_t(i)].reset();
    const std::vector<int> sample = balancedSample(labels, 200, 3);
    CHECK(sample.size() == 200);
    CHECK(std::ranges::is_sorted(sample));
    CHECK(std::ranges::adjacent_find(sample) == sample.end());
    const auto count = [&](std::optional<int> label) {
        return std::ranges::count_if(sample, [&](int place) { return labels[std::size_t(place)] == label; });
    };
    CHECK(count(2) == 10); // all there are
    CHECK(count({}) == 20);
    CHECK(count(1) == 85);
    CHECK(count(0) == 85);
    CHECK(balancedSample(labels, 200, 3) == sample);
    CHECK(balancedSample(labels, 200, 4) != sample);
    CHECK(balancedSample(labels, 1000, 4).size() == 1000);
}

TEST_CASE("a photo that is placed stands at the mean of its nearest")
{
    const NearestPoints nearest{2, {0, 1, 1, 2}, {1, 1, 1, 1}};
    CHECK(placedBetween(nearest, {0, 0, 2, 4, 6, 0}) == std::vector<double>{1, 2, 4, 2});
}
