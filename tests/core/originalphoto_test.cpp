#include "core/data/originalphoto.h"
#include "core/data/photo.h"
#include "core/image/decode.h"
#include "tests/support/catch.h"

using namespace convscope;

namespace {

const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food/training/3_10.jpg";

} // namespace

TEST_CASE("a photo is read at its own resolution, pixel for pixel as it is stored")
{
    const Image stored = decodeImage(food).image;
    const OriginalPhoto original = loadOriginal(food, {});
    CHECK(original.isWhole());
    CHECK(original.image == stored);
    CHECK(original.width == stored.width);
    CHECK(original.height == stored.height);
    CHECK(original.seen == PicturePart{});
}

TEST_CASE("a turned photo is shown as the network sees it, not as a camera meant it")
{
    const std::filesystem::path turned = CONVSCOPE_TEST_DATA "/odd/orientation-6.jpg";
    const OriginalPhoto original = loadOriginal(turned, {});
    CHECK(original.image == decodeImage(turned, Orientation::AsStored).image);
    CHECK(original.image.width != decodeImage(turned, Orientation::Upright).image.width);
}

TEST_CASE("for a screen a photo is halved as often as it stays large enough")
{
    const Image stored = decodeImage(food).image;
    const int side = std::max(stored.width, stored.height);
    const OriginalPhoto half = loadOriginal(food, {}, side / 2);
    CHECK(half.image.width == stored.width / 2);
    CHECK(half.image.height == stored.height / 2);
    CHECK(half.width == stored.width); // what 100 % means stays
    CHECK_FALSE(half.isWhole());
    CHECK(loadOriginal(food, {}, side / 2 + 1).isWhole());
    CHECK(loadOriginal(food, {}, 10 * side).isWhole());
}

/// Of 640×200, made 819×256, ImageNet's networks see 224×224 from (298, 16) on: the middle, halves to even.
TEST_CASE("the part of a photo that a network sees is the one that is cut out for it")
{
    const OriginalPhoto original = loadOriginal(food, imagenetInput());
    REQUIRE(original.width == 640);
    REQUIRE(original.height == 200);
    CHECK(original.seen == PicturePart{298. / 819, 16. / 256, 224. / 819, 224. / 256});
    CHECK(original.image == decodeImage(food).image); // neither resized nor cut
}

TEST_CASE("a part of a picture is cut out by its pixels")
{
    const Image image{4, 2,
        {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, //
            4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7}};
    CHECK(cutOut(image, {}) == image);
    CHECK(cutOut(image, {0.25, 0.5, 0.5, 0.5}) == Image{2, 1, {5, 5, 5, 6, 6, 6}});
    CHECK(cutOut(image, {0.9, 0.9, 0.01, 0.01}) == Image{1, 1, {7, 7, 7}}); // never empty
}
