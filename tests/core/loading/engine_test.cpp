#include "core/computing.h"
#include "core/io/npy.h"
#include "core/loading/engine.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <algorithm>
#include <fstream>
#include <thread>

#include <dlfcn.h>

using namespace convscope;

// Unlike the other tests of core these link what the program links, so that the engine is loaded as there.

namespace {

std::vector<std::string> offences; ///< of the thread that must not compute

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
    NetworkInfo info;
    info.layers = {{0, "cnn.0", "Conv2d", 8, 128, 128}};
    CHECK(findLayer(info, "cnn.0") == 0);
    CHECK_FALSE(torchIsLoaded());
    CHECK(useThreads(1) == 1);
    CHECK(torchIsLoaded());
}

TEST_CASE("an engine that is not there or is none is an error that names it")
{
    const TemporaryFolder folder;
    // The system's words for it, or the name of a phrase.
    const auto refused = [](const std::filesystem::path &file) -> std::string {
        const auto error = errorOf([&] { loadEngine(file); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::EngineMissing);
        CHECK(error->file() == file);
        if (error->phrase())
            return name(error->phrase()->kind);
        REQUIRE(error->values().size() == 1);
        return error->values()[0];
    };
    CHECK(refused(folder / "none.so").find("No such file") != std::string::npos);
    CHECK_FALSE(refused(folder.add("text.so", "this is no library")).empty());
    // A library, but no engine: the one that this function lies in.
    CHECK(refused(fileOf(reinterpret_cast<const void *>(&loadEngine))) == "NotTheEngine");
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
    CHECK(std::get<Attribution>(run->answer()).target == prediction.best());

    const FilterMaps maps = filterMaps(*network, photo, 16);
    CHECK(maps.maps.channels == 12);
    CHECK(maps.filters.size() == 12);
    CHECK(convolutionOf(network->info(), 16) == 14);
    CHECK(filterKernel(*network, 14, 3).value().channels == 8);

    const auto missing = errorOf([] { openNetwork("none.pth"); });
    REQUIRE(missing);
    CHECK(missing->kind() == ErrorKind::NoSuchFile);
    const auto outside =
        errorOf([&] { explain(*network, photo, ActivationOptions{.layer = 99, .filter = 0}); });
    REQUIRE(outside);
    CHECK(outside->kind() == ErrorKind::NoSuchLayer);
}

TEST_CASE("whatever computes or waits for a disk tells so on a thread that must not")
{
    const TemporaryFolder folder;
    const auto network = narrowNetwork();
    const Photo photo = loadPhoto({testFile("food/validation/3_1.jpg"), 3}, network->info().input);
    const auto run = explain(*network, photo, ActivationOptions{.layer = 0, .filter = 0});

    const auto everything = [&] {
        narrowNetwork();
        predict(*network, photo.input);
        explain(*network, photo, ActivationOptions{.layer = 0, .filter = 0});
        run->step();
        noise(1, {2, 2});
        slic(photo.input, {});
        useThreads(1);
        devices();
        resolveDevice("cpu");
        decodeImage(testFile("food/validation/3_1.jpg"));
        openPhotoSet(testFile("food"), "training");
        splitsOf(testFile("food"));
        writeFile(folder / "file", "text");
    };
    forbidComputing([](const char *function) { offences.push_back(function); });
    everything();
    for (const char *function :
        {"openNetwork", "predict", "explain", "Explanation::step", "noise", "slic", "useThreads", "devices",
            "resolveDevice", "readFile", "PhotoListing::step", "splitsOf", "writeFile"}) {
        INFO(function);
        CHECK(std::ranges::count(offences, function) >= 1);
    }
    offences.clear();
    std::thread(everything).join();
    CHECK(offences.empty());
    forbidComputing(nullptr);
    everything();
    CHECK(offences.empty());
}
