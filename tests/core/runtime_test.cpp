#include "core/runtime.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <thread>

using namespace convscope;

TEST_CASE("the number of threads is what was asked")
{
    const int before = useThreads(0);
    CHECK(before == int(std::thread::hardware_concurrency())); // 0 takes all
    CHECK(useThreads(1) == 1);
    CHECK(useThreads(0) == before);
    CHECK(useThreads(before) == before);
    const auto error = errorOf([] { useThreads(-1); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::InvalidOption);
    CHECK(error->values() == std::vector<std::string>{"threads", "-1"});
    CHECK(error->phrase() == Phrase{Phrase::WholeNumberWithin, {"0", "1024"}});
    CHECK(errorOf([] { useThreads(1 << 20); }));
}

TEST_CASE("devices are resolved or refused with those that there are")
{
    REQUIRE(devices().at(0) == "cpu");
    CHECK(resolveDevice("cpu") == "cpu");
    CHECK(resolveDevice("auto") == (devices().size() > 1 ? "cuda:0" : "cpu"));
    if (devices().size() == 1) {
        for (const char *gpu : {"cuda", "cuda:0", "cuda:99"}) {
            const auto error = errorOf([&] { resolveDevice(gpu); });
            REQUIRE(error);
            CHECK(error->kind() == ErrorKind::NoGpu);
            CHECK(error->values() == std::vector<std::string>{gpu});
            REQUIRE(error->phrase());
            const bool knowsGpus = error->phrase()->kind == Phrase::GpuDoesNotAnswer;
            CHECK((knowsGpus || error->phrase()->kind == Phrase::LibTorchWithoutCuda));
        }
    }
    for (const char *wrong : {"gpu", "", "cuda:", "cuda:x", "cpu:1"}) {
        INFO(wrong);
        const auto error = errorOf([&] { resolveDevice(wrong); });
        REQUIRE(error);
        if (std::string(wrong).starts_with("cuda") && devices().size() == 1) {
            CHECK(error->kind() == ErrorKind::NoGpu);
            continue;
        }
        CHECK(error->kind() == ErrorKind::DeviceUnavailable);
        REQUIRE(error->values().size() == 2);
        CHECK(error->values()[0] == wrong);
        CHECK(error->values()[1].starts_with("cpu"));
    }
}

TEST_CASE("versions look like versions")
{
    for (const std::string &text : {torchVersion(), opencvVersion(), version()}) {
        INFO(text);
        CHECK(std::isdigit(text.at(0)));
        CHECK(text.find('.') != std::string::npos);
    }
}
