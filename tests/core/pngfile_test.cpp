#include "core/io/pngfile.h"

#include "core/error.h"
#include "core/internal/codec.h"
#include "tests/support/catch.h"

#include <span>

using namespace convscope;

namespace {

Image someImage()
{
    Image image{5, 3, {}};
    for (int i = 0; i < 5 * 3 * 3; ++i)
        image.pixels.push_back(std::uint8_t(i * 37));
    return image;
}

Image decoded(const std::string &png)
{
    return decodePng({reinterpret_cast<const std::uint8_t *>(png.data()), png.size()}).image;
}

} // namespace

TEST_CASE("A PNG holds the picture that it was made of")
{
    CHECK(decoded(pngBytes(someImage())) == someImage());
    CHECK(
        decoded(pngBytes(someImage(), {{"Recipe", "{}"}, {"Title", std::string(5000, 'x')}})) == someImage());
}

TEST_CASE("Texts stand in chunks of their own, compressed")
{
    const std::string png = pngBytes(someImage(), {{"Recipe", std::string(5000, 'x')}});
    CHECK(png.find(std::string("zTXtRecipe") + '\0' + '\0')
        != std::string::npos); // keyword, 0, method 0: deflate
    CHECK(png.size() < 500);
}

TEST_CASE("The same picture gives the same bytes") { CHECK(pngBytes(someImage()) == pngBytes(someImage())); }

TEST_CASE("A picture without pixels is no PNG") { CHECK_THROWS_AS(pngBytes(Image()), Error); }
