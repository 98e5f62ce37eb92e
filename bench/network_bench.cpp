#include "bench/inputs.h"

#include "core/engine/outputs.h"
#include "core/engine/tensors.h"

#include <ATen/ATen.h>
#include <benchmark/benchmark.h>
#include <c10/core/GradMode.h>

using namespace convscope;
using namespace convscope::bench;

namespace {

constexpr auto milliseconds = benchmark::kMillisecond;

/// What the machine can do: 2·n³ operations on matrices that fit no cache of a core.
void sgemm(benchmark::State &state)
{
    const c10::NoGradGuard noGrad;
    const std::int64_t n = state.range(0);
    const at::Tensor a = at::rand({n, n}), b = at::rand({n, n});
    for (auto _ : state)
        benchmark::DoNotOptimize(at::mm(a, b));
    state.counters["FLOP/s"] = benchmark::Counter(
        2.0 * double(n) * double(n) * double(n), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(sgemm)->Name("sgemm")->Arg(2048)->Unit(milliseconds)->UseRealTime();

/// Multiplications and additions for one photo, convolutions and linear layers only.
double operations(const NetworkInfo &info)
{
    double sum = 0;
    double inputs = 3; // of the layer at hand: channels before the first linear layer, values from there on
    double plane = 1;
    for (const Layer &layer : info.layers) {
        const double outputs = layer.channels.value_or(0);
        if (layer.kind == "Conv2d")
            sum += 2 * 9 * inputs * outputs * *layer.height * *layer.width;
        if (layer.kind == "Linear")
            sum += 2 * inputs * plane * outputs;
        plane = layer.hasMaps() ? double(*layer.height) * *layer.width : 1;
        inputs = outputs;
    }
    return sum;
}

void forward(benchmark::State &state)
{
    const at::Tensor batch = inputTensor(network(), photos().front().input).repeat({state.range(0), 1, 1, 1});
    for (auto _ : state)
        benchmark::DoNotOptimize(network().logits(batch));
    state.counters["FLOP/s"] = benchmark::Counter(
        operations(network().info()) * double(state.range(0)), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(forward)->Name("forward")->Arg(10)->Arg(1)->Unit(milliseconds)->UseRealTime();

/// All layers with maps.
std::vector<int> layersWithMaps()
{
    std::vector<int> layers;
    for (const Layer &layer : network().info().layers) {
        if (layer.hasMaps())
            layers.push_back(layer.index);
    }
    return layers;
}

/// Their outputs beside the logits, in one pass.
void allLayers(benchmark::State &state)
{
    const at::Tensor photo = inputTensor(network(), photos().front().input);
    const std::vector<int> layers = layersWithMaps();
    network().run(photo, layers); // lays out what is needed for that
    for (auto _ : state)
        benchmark::DoNotOptimize(network().run(photo, layers));
}
BENCHMARK(allLayers)->Name("all layers")->Unit(milliseconds)->UseRealTime();

/// What of that goes into writing the outputs down: each is copied once.
void copiesOfAllLayers(benchmark::State &state)
{
    const std::vector<at::Tensor> outputs =
        network().run(inputTensor(network(), photos().front().input), layersWithMaps()).layers;
    for (auto _ : state) {
        std::vector<at::Tensor> copies;
        for (const at::Tensor &output : outputs)
            copies.push_back(output.clone());
        benchmark::DoNotOptimize(copies);
    }
}
BENCHMARK(copiesOfAllLayers)->Name("copies of all layers")->Unit(milliseconds)->UseRealTime();

void loading(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(openNetwork(inputs().model, {"cpu"}));
}
BENCHMARK(loading)->Name("loading")->Unit(milliseconds)->UseRealTime();

} // namespace
