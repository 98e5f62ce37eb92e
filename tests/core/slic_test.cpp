#include "core/image/slic.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <set>

using namespace convscope;
using namespace convscope::test;

namespace {

Image pictureOf(const nlohmann::json &one)
{
    if (one.contains("photo"))
        return foodPhoto(one["photo"]).input;
    const Array array = expectedArray("picture-" + one["name"].get<std::string>());
    return {array.shape[1], array.shape[0], array.as<std::uint8_t>()};
}

} // namespace

TEST_CASE("superpixels equal scikit-image's in every pixel")
{
    const nlohmann::json cases = expectedJson("slic");
    REQUIRE(cases.size() == 16);
    for (const nlohmann::json &one : cases) {
        INFO(one.dump());
        const SlicOptions defaults;
        const Segmentation found = slic(pictureOf(one),
            {one.value("segments", defaults.segments), one.value("compactness", defaults.compactness),
                one.value("sigma", defaults.sigma)});
        const Array expected = expectedArray("slic-" + one["name"].get<std::string>());
        CHECK((std::vector<int>{found.height, found.width} == expected.shape));
        CHECK(found.count == one["count"].get<int>());
        CHECK((found.labels
            == expected.as<std::int32_t>())); // in brackets: not thousands of labels in the report
        CHECK(std::set<std::int32_t>(found.labels.begin(), found.labels.end()).size()
            == std::size_t(found.count));
    }
}

TEST_CASE("slic refuses options that mean nothing")
{
    const Image image{2, 2, std::vector<std::uint8_t>(12, 7)};
    for (const SlicOptions &options : {SlicOptions{0, 1, 1}, SlicOptions{100, 0, 1}, SlicOptions{100, 1, -1},
             SlicOptions{100, std::nan(""), 1}}) {
        const auto error = errorOf([&] { slic(image, options); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
    }
}
