#include "core/error.h"
#include "core/index/dissection.h"

#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <nlohmann/json.hpp>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

std::vector<PhotoRef> demoPhotos()
{
    std::vector<PhotoRef> photos;
    for (const auto &entry : fs::directory_iterator(fs::path(CONVSCOPE_DEMO) / "photos/validation"))
        photos.push_back({entry.path(), std::stoi(entry.path().filename().string())});
    return photos;
}

} // namespace

TEST_CASE("thresholds and overlaps with masks are NumPy's, for all photos and by class")
{
    const auto network = narrowNetwork();
    const nlohmann::json expected = nlohmann::json::parse(referenceText("filters.json"))["dissection"];
    REQUIRE(expected.size() == 2);
    for (const nlohmann::json &told : expected) {
        INFO("layer " << told["layer"]);
        DissectionRun run(*network, demoPhotos(), told["layer"]);
        while (run.step()) { }
        const Dissection &found = run.result();
        CHECK(found.photos == told["photos"].get<std::int64_t>());
        CHECK(found.failed.empty());
        for (std::size_t filter = 0; filter < found.filters.size(); ++filter) {
            INFO("filter " << filter);
            const DissectedFilter &each = found.filters[filter];
            CHECK(each.threshold
                == Approx(told["threshold"][filter].get<double>()).epsilon(1e-12).margin(1e-12));
            CHECK(each.all.both == told["all"][0][filter].get<std::int64_t>());
            CHECK(each.all.either == told["all"][1][filter].get<std::int64_t>());
            REQUIRE(each.classes.size() == told["classes"].size());
            for (const auto &[label, overlap] : each.classes) {
                const nlohmann::json &counts = told["classes"][std::to_string(label)];
                CHECK(overlap.both == counts[0][filter].get<std::int64_t>());
                CHECK(overlap.either == counts[1][filter].get<std::int64_t>());
            }
        }
    }
}

TEST_CASE("photos without masks cannot be dissected, and one that cannot be read is left out")
{
    const auto network = narrowNetwork();
    const TemporaryFolder folder;
    const PhotoRef alone{folder.add("0_0.jpg"), 0};
    CHECK(errorOf([&] { DissectionRun(*network, {alone}, 2); }).value().kind()
        == ErrorKind::PhotosWithoutMasks);
    CHECK(errorOf([&] { DissectionRun(*network, demoPhotos(), 27); }).value().kind()
        == ErrorKind::LayerWithoutMaps);

    fs::copy(fs::path(CONVSCOPE_DEMO) / "photos/masks/validation/0_0.png", folder.path() / "mask.png");
    folder.add("masks/0_0.png");
    fs::copy_file(folder.path() / "mask.png", folder / "masks/0_0.png", fs::copy_options::overwrite_existing);
    std::vector<PhotoRef> photos = demoPhotos();
    photos.resize(3);
    photos.push_back(alone);
    DissectionRun run(*network, photos, 20);
    while (run.step()) { }
    CHECK(run.result().photos == 3);
    REQUIRE(run.result().failed.size() == 1);
    CHECK(run.result().failed[0].file() == alone.file);
}
