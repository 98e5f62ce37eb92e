#include "tests/core/toynetwork.h"

#include "core/engine/formedmap.h"
#include "core/explain/methods.h"
#include "core/image/resize.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution mapOf(const Network &network, const Photo &photo, MethodOptions options, MapForm form)
{
    *fieldOf<MapForm>(options) = form;
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    const auto answer = std::get<Attribution>(run->answer());
    CHECK(answer.meaning == meaningOf(options));
    return answer;
}

double sumOf(const Map &map) { return std::accumulate(map.values.begin(), map.values.end(), 0.0); }

/// Whether all values of a superpixel are the same in each channel.
bool isFlat(const Segmentation &segments, const Map &map)
{
    const std::size_t pixels = segments.labels.size();
    for (std::size_t begin = 0; begin < map.values.size(); begin += pixels) {
        std::vector<std::optional<double>> seen(std::size_t(segments.count));
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            std::optional<double> &value = seen[std::size_t(segments.labels[pixel])];
            if (value && *value != map.values[begin + pixel])
                return false;
            value = map.values[begin + pixel];
        }
    }
    return true;
}

} // namespace

TEST_CASE("sizes drop the signs, and means over superpixels keep the sum")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const InputXGradientOptions method;
    const Attribution raw = mapOf(*network, photo, method, MapForm::AsIs);
    const Attribution sizes = mapOf(*network, photo, method, MapForm::Absolute);
    CHECK(sizes.map.values == sizesOf(raw.map).values);
    CHECK(sizes.meaning == Meaning::Sensitivity);
    CHECK(raw.meaning == Meaning::Evidence);

    const Attribution means = mapOf(*network, photo, method, MapForm::Superpixels);
    const Segmentation segments = slic(photo.input, {});
    CHECK(isFlat(segments, means.map));
    CHECK(means.map.channels == 3);
    CHECK(std::abs(sumOf(means.map) - sumOf(raw.map)) < 1e-9 * sumOf(sizes.map));
    CHECK(means.meaning == Meaning::Evidence);

    const Attribution both = mapOf(*network, photo, method, MapForm::AbsoluteSuperpixels);
    CHECK(isFlat(segments, both.map));
    CHECK(std::abs(sumOf(both.map) - sumOf(sizes.map)) < 1e-9 * sumOf(sizes.map));
    CHECK(both.meaning == Meaning::Sensitivity);
}

TEST_CASE("a class activation map becomes as large as the photo before it is averaged")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const GradCamOptions method{{}, 24};
    const Attribution raw = mapOf(*network, photo, method, MapForm::AsIs);
    const Attribution means = mapOf(*network, photo, method, MapForm::Superpixels);
    CHECK((means.map.height == photo.input.height && means.map.width == photo.input.width));
    CHECK(isFlat(slic(photo.input, {}), means.map));
    const double whole = sumOf(interpolated(raw.map, photo.input.height, photo.input.width));
    CHECK(sumOf(means.map) == Approx(whole).epsilon(1e-9));
    CHECK(means.meaning == Meaning::Relevance);
    CHECK(mapOf(*network, photo, method, MapForm::Absolute).meaning == Meaning::Relevance);
}

TEST_CASE("what adds up still does over superpixels, and sizes do not claim to")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const Attribution raw = mapOf(*network, photo, DeepLiftOptions(), MapForm::AsIs);
    const Attribution means = mapOf(*network, photo, DeepLiftOptions(), MapForm::Superpixels);
    REQUIRE((raw.completeness && means.completeness));
    CHECK(means.completeness->sum == raw.completeness->sum);
    CHECK(std::abs(sumOf(means.map) - means.completeness->sum) < 1e-9 * sumOf(sizesOf(raw.map)));
    CHECK_FALSE(mapOf(*network, photo, DeepLiftOptions(), MapForm::Absolute).completeness);
}

TEST_CASE("superpixel means by hand")
{
    Attribution answer;
    answer.meaning = Meaning::Evidence;
    answer.map = {1, 1, 2, {-3, 1}};
    answer.errors = answer.map;
    Image photo{2, 1, {0, 0, 0, 255, 255, 255}};
    const Segmentation segments = slic(photo, {});
    takeForm(answer, MapForm::Superpixels, photo);
    CHECK(answer.map.values
        == (segments.count == 1 ? std::vector<double>{-1, -1} : std::vector<double>{-3, 1}));
    CHECK_FALSE(answer.errors);
}
