#include "core/data/mask.h"
#include "core/data/photo.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <filesystem>

using namespace convscope;

namespace {

/// A plain PGM is no format that is read; this is the smallest that is: an uncompressed BMP of gray pixels,
/// whatever its name says.
std::string bmp(int width, int height, const std::vector<int> &grays)
{
    const int stride = (3 * width + 3) / 4 * 4;
    std::string bytes;
    const auto put = [&bytes](std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes += char(value >> (8 * i));
    };
    bytes += "BM";
    for (const std::uint32_t value :
        {54U + unsigned(stride * height), 0U, 54U, 40U, unsigned(width), unsigned(height)})
        put(value, 4);
    put(1, 2);
    put(24, 2);
    for (int i = 0; i < 6; ++i)
        put(0, 4);
    for (int y = height - 1; y >= 0; --y) { // from the bottom up
        for (int x = 0; x < width; ++x)
            bytes += std::string(3, char(grays[std::size_t(y * width + x)]));
        bytes += std::string(std::size_t(stride - 3 * width), '\0');
    }
    return bytes;
}

} // namespace

TEST_CASE("a mask is read at the size of the input, by its nearest pixels")
{
    const TemporaryFolder folder;
    // 4×2 to 2×2: the pixels under the centres of the new ones are columns 1 and 3.
    const auto half = folder.add("half.png", bmp(4, 2, {0, 255, 0, 0, 255, 0, 255, 255}));
    CHECK(readMask(half, 2, 2).inside == std::vector<std::uint8_t>{1, 0, 0, 1});
    // 2×1 to 5×3, whatever the shape: ⌊(x + ½)·2/5⌋ = 0 0 1 1 1.
    const auto twice = folder.add("twice.png", bmp(2, 1, {255, 0}));
    const Mask mask = readMask(twice, 5, 3);
    CHECK(mask.inside == std::vector<std::uint8_t>{1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0});
    CHECK(mask.at(1, 2));
    CHECK_FALSE(mask.at(2, 1));
    CHECK(mask.share() == Approx(6.0 / 15));
    CHECK(readMask(folder.add("edge.png", bmp(4, 1, {127, 128, 0, 255})), 4, 1).inside
        == std::vector<std::uint8_t>{0, 1, 0, 1});
}

TEST_CASE("a mask without food and a damaged one are told apart")
{
    const TemporaryFolder folder;
    const auto black = folder.add("black.png", bmp(2, 1, {0, 127}));
    const auto empty = errorOf([&] { readMask(black, 2, 2); });
    REQUIRE(empty);
    CHECK(empty->kind() == ErrorKind::MaskEmpty);
    CHECK(empty->file() == black);
    CHECK(errorOf([&] { readMask(folder.add("text.png", "no picture"), 2, 2); })->kind()
        == ErrorKind::NotAnImage);
    CHECK(errorOf([&] { readMask(folder / "absent.png", 2, 2); })->kind() == ErrorKind::NoSuchFile);
}

TEST_CASE("masks are found where they repeat the tree of the photos")
{
    const TemporaryFolder data;
    const auto found = [&](const char *photo, const char *mask) {
        const auto file = data.add(mask);
        const auto answer = findMask(data / photo);
        std::filesystem::remove(file);
        return answer == file;
    };
    CHECK(found("validation/3_1.jpg", "masks/validation/3_1.png"));
    CHECK(found("3_1.jpg", "masks/3_1.png"));
    CHECK(found("bread/a.b.jpg", "masks/bread/a.b.png"));
    CHECK(found("validation/bread/one/a.webp", "masks/validation/bread/one/a.png"));
    CHECK(found("validation/3_1.jpg", "validation/masks/3_1.png"));
    CHECK_FALSE(found("validation/3_1.jpg", "masks/training/3_1.png"));
    CHECK_FALSE(found("validation/3_1.jpg", "masks/3_1.png"));
    CHECK_FALSE(found("1/2/3/4/a.jpg", "masks/1/2/3/4/a.png"));
    CHECK_FALSE(findMask(data / "3_1.jpg"));
    CHECK_FALSE(findMask(""));
    CHECK_FALSE(findMask("/a.jpg"));

    // The nearest counts.
    data.add("masks/validation/3_1.png");
    const auto nearer = data.add("validation/masks/3_1.png");
    CHECK(findMask(data / "validation/3_1.jpg") == nearer);
    CHECK(findMask(data / "masks/../validation/3_1.jpg") == nearer);
}

TEST_CASE("a photo brings its mask, or why it has none")
{
    const TemporaryFolder data;
    const auto photo = data / "3_1.jpg";
    std::filesystem::copy_file(testFile("food/validation/3_1.jpg"), photo);
    CHECK_FALSE(loadPhoto({photo, 3}, {4, 2}).mask);
    CHECK_FALSE(loadPhoto({photo, 3}, {4, 2}).maskError);
    data.add("masks/3_1.png", bmp(2, 1, {0, 255}));
    const Photo loaded = loadPhoto({photo, 3}, {4, 2});
    REQUIRE(loaded.mask);
    CHECK(loaded.mask->inside == std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0, 1, 1});
    data.add("masks/3_1.png", "");
    const Photo broken = loadPhoto({photo, 3}, {4, 2});
    CHECK_FALSE(broken.mask);
    REQUIRE(broken.maskError);
    CHECK(broken.maskError->kind() == ErrorKind::FileEmpty);
    CHECK(broken.input.width == 4);
}

TEST_CASE("masks of the demo lie on every one of its photos")
{
    const PhotoSet set = openPhotoSet(std::filesystem::path(CONVSCOPE_DEMO) / "photos");
    REQUIRE(set.photos.size() == 110);
    for (const PhotoRef &ref : set.photos) {
        INFO(ref.file);
        const Photo photo = loadPhoto(ref, {});
        REQUIRE(photo.mask);
        CHECK(photo.mask->share() > 0.01);
        CHECK(photo.mask->share() < 0.5);
    }
}
