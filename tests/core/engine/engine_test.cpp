#include "core/engine/engine.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <fstream>

#include <dlfcn.h>

using namespace convscope;

// Unlike the other tests of core these link what the program links, so that the engine is loaded as there.

namespace {

bool torchIsLoaded()
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.find("libtorch") != std::string::npos)
            return true;
    }
    return false;
}

std::filesystem::path fileOf(const void *code)
{
    Dl_info info = {};
    return dladdr(code, &info) ? info.dli_fname : "";
}

} // namespace

// First of all, while nothing else has loaded it.
TEST_CASE("photos are read without LibTorch, which the first call that needs it loads")
{
    CHECK_FALSE(decodeImage(testFile("food/validation/3_1.jpg")).image.isNull());
    CHECK(torchVersion().find('.') != std::string::npos);
    CHECK(
        findLayer({.file = {}, .title = {}, .layers = {{0, "cnn.0", "Conv2d", 8, 128, 128}}}, "cnn.0") == 0);
    CHECK_FALSE(torchIsLoaded());
    CHECK(useThreads(1) == 1);
    CHECK(torchIsLoaded());
}

TEST_CASE("an engine that is not there or is none is an error that names it")
{
    const TemporaryFolder folder;
    const auto refused = [](const std::filesystem::path &file) {
        const auto error = errorOf([&] { loadEngine(file); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::EngineMissing);
        CHECK(error->file() == file);
        REQUIRE(error->values().size() == 1);
        return error->values()[0];
    };
    CHECK(refused(folder / "none.so").find("No such file") != std::string::npos);
    CHECK_FALSE(refused(folder.add("text.so", "this is no library")).empty());
    // A library, but no engine: the one that this function lies in.
    CHECK(refused(fileOf(reinterpret_cast<const void *>(&loadEngine))) == "it is no engine");
}

TEST_CASE("values, errors and computations cross from the engine")
{
    const auto network = narrowNetwork();
    CHECK(network->info().classCount == 11);
    const Photo photo = loadPhoto({testFile("food/validation/3_1.jpg"), 3}, network->info().input);
    const Prediction prediction = predict(*network, photo.input);
    CHECK(prediction.logits.size() == 11);

    const auto run = explain(*network, photo, SaliencyOptions{.target = parseTarget("predicted")});
    while (run->step()) { }
    CHECK(std::get<Saliency>(run->answer()).target == prediction.best());

    const auto missing = errorOf([] { openNetwork("none.pth"); });
    REQUIRE(missing);
    CHECK(missing->kind() == ErrorKind::NoSuchFile);
    const auto outside =
        errorOf([&] { explain(*network, photo, ActivationOptions{.layer = 99, .filter = 0}); });
    REQUIRE(outside);
    CHECK(outside->kind() == ErrorKind::NoSuchLayer);
}
