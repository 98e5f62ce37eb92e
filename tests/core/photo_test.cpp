#include "core/data/photo.h"
#include "core/error.h"
#include "core/image/decode.h"
#include "tests/core/picturesummary.h"
#include "tests/support/catch.h"

using namespace convscope;

TEST_CASE("photos reach the network byte for byte as through Pillow and torchvision")
{
    const std::filesystem::path food = CONVSCOPE_TEST_DATA "/food";
    const nlohmann::json reference = imageReference();
    REQUIRE(reference["photos"].size() == 16);
    for (const auto &[file, expected] : reference["photos"].items()) {
        INFO(file);
        CHECK(summary(loadPhoto({food / file, {}}, {}).input) == summary(expected));
    }
}

TEST_CASE("a loaded photo keeps its file, its label and what was noted")
{
    const PhotoRef photo{CONVSCOPE_TEST_DATA "/odd/alpha.png", 4};
    const Photo loaded = loadPhoto(photo, {InputSize{20, 10}});
    CHECK(loaded.file == photo.file);
    CHECK(loaded.label == 4);
    CHECK(loaded.input.width == 20);
    CHECK(loaded.input.height == 10);
    CHECK(loaded.notes == Notes{Note::PhotoHadAlpha});
}

TEST_CASE("photos are turned upright where the input says so")
{
    const std::filesystem::path lying = CONVSCOPE_TEST_DATA "/odd/orientation-6.jpg";
    InputDescription input{InputSize{16, 24}};
    CHECK(loadPhoto({lying, {}}, input).notes == Notes{Note::PhotoNotTurned});
    input.upright = true;
    const Photo turned = loadPhoto({lying, {}}, input);
    CHECK(turned.notes.empty());
    CHECK(turned.input == decodeImage(lying, Orientation::Upright).image); // which has that size
    CHECK(inputFromJson(toJson(input)) == input);
    CHECK(preparationJson(input) != preparationJson(InputDescription{InputSize{16, 24}}));
}
