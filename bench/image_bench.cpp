#include "bench/inputs.h"

#include "core/image/slic.h"

#include <benchmark/benchmark.h>

using namespace convscope;
using namespace convscope::bench;

namespace {

constexpr auto milliseconds = benchmark::kMillisecond;

void superpixels(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(slic(photos().front().input, {}));
}
BENCHMARK(superpixels)->Name("slic")->Unit(milliseconds)->UseRealTime();

/// Decoding a JPEG of that width and resizing it to what the network takes.
void preprocessing(benchmark::State &state)
{
    const auto &file = state.range(0) == 512 ? inputs().smallJpeg : inputs().largeJpeg;
    if (file.empty())
        state.SkipWithError("no JPEG given");
    for (auto _ : state)
        benchmark::DoNotOptimize(loadPhoto({file, {}}, {}));
}
BENCHMARK(preprocessing)->Name("preprocessing")->Arg(512)->Arg(4000)->Unit(milliseconds)->UseRealTime();

} // namespace
