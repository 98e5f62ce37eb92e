#include "core/error.h"
#include "core/image/decode.h"
#include "core/image/resize.h"
#include "core/io/npy.h"
#include "tests/core/picturesummary.h"
#include "tests/support/catch.h"

using namespace convscope;

namespace {

Image drawing() { return decodeImage(CONVSCOPE_TEST_DATA "/odd/colour.png").image; }

} // namespace

TEST_CASE("resizing gives Pillow's bytes")
{
    const Image small = resizeBilinear(drawing(), 13, 9);
    CHECK(npyBytes(small) == contentOf(CONVSCOPE_REFERENCE "/images-resized-13x9.npy"));

    const nlohmann::json reference = imageReference();
    for (const nlohmann::json &expected : reference["resized"])
        CHECK(summary(resizeBilinear(drawing(), expected["width"], expected["height"])) == summary(expected));
}

TEST_CASE("resizing to the same size changes nothing")
{
    CHECK(resizeBilinear(drawing(), 48, 36) == drawing());
}

TEST_CASE("two pixels become one by their mean, rounded half up")
{
    const Image pair{2, 1, {10, 0, 255, 13, 0, 255}};
    CHECK(resizeBilinear(pair, 1, 1) == Image{1, 1, {12, 0, 255}}); // (10 + 13) / 2 = 11.5
}

TEST_CASE("a size below one pixel and an empty picture are refused")
{
    CHECK_THROWS_AS(resizeBilinear(drawing(), 0, 5), Error);
    CHECK_THROWS_AS(resizeBilinear(drawing(), 5, -1), Error);
    CHECK_THROWS_AS(resizeBilinear({}, 5, 5), Error);
}

TEST_CASE("a thumbnail fits its box, keeps the shape and never grows")
{
    const auto size = [](const Image &image) { return std::pair(image.width, image.height); };
    CHECK(size(thumbnail(drawing(), 24, 24)) == std::pair(24, 18));
    CHECK(size(thumbnail(drawing(), 100, 9)) == std::pair(12, 9));
    CHECK(thumbnail(drawing(), 48, 36) == drawing());
    CHECK(thumbnail(drawing(), 500, 500) == drawing());
    const Image line{300, 1, std::vector<std::uint8_t>(900, 40)};
    CHECK(size(thumbnail(line, 20, 20)) == std::pair(20, 1));
}
