#include "bench/inputs.h"

#include "core/error.h"
#include "core/runtime.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

// Options of our own, as NAME=VALUE after Google Benchmark's: model, photo (once for each), small, large,
// threads. scripts/bench gives them all.

namespace convscope::bench {

Inputs &inputs()
{
    static Inputs inputs;
    return inputs;
}

const Network &network()
{
    static const std::unique_ptr<Network> network = openNetwork(inputs().model, {"cpu"});
    return *network;
}

const std::vector<Photo> &photos()
{
    static const std::vector<Photo> photos = [] {
        std::vector<Photo> read;
        for (const auto &file : inputs().photos)
            read.push_back(loadPhoto({file, 0}, network().info().input));
        return read;
    }();
    return photos;
}

namespace {

[[noreturn]] void usage(const char *program)
{
    std::fprintf(stderr,
        "usage: %s [--benchmark_…] model=FILE photo=FILE… small=JPEG large=JPEG [threads=N]\n", program);
    std::exit(2);
}

int run(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    int threads = 0;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const std::size_t equals = argument.find('=');
        if (equals == std::string_view::npos)
            usage(argv[0]);
        const std::string_view name = argument.substr(0, equals);
        const std::string value(argument.substr(equals + 1));
        if (name == "model")
            inputs().model = value;
        else if (name == "photo")
            inputs().photos.emplace_back(value);
        else if (name == "small")
            inputs().smallJpeg = value;
        else if (name == "large")
            inputs().largeJpeg = value;
        else if (name == "threads")
            threads = std::atoi(value.c_str());
        else
            usage(argv[0]);
    }
    if (inputs().model.empty() || inputs().photos.empty())
        usage(argv[0]);
    benchmark::AddCustomContext("threads", std::to_string(useThreads(threads)));
    benchmark::AddCustomContext("convscope", version());
    benchmark::AddCustomContext("libtorch", torchVersion());
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

} // namespace

} // namespace convscope::bench

int main(int argc, char **argv)
{
    try {
        return convscope::bench::run(argc, argv);
    } catch (const convscope::Error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
