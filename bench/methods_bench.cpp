#include "bench/inputs.h"

#include "core/engine/chain.h"
#include "core/engine/outputs.h"
#include "core/engine/ridge.h"
#include "core/explain/methods.h"
#include "core/explain/random.h"

#include <ATen/ATen.h>
#include <benchmark/benchmark.h>

using namespace convscope;
using namespace convscope::bench;

namespace {

constexpr auto milliseconds = benchmark::kMillisecond;

/// The whole explanation of each of the first `count` photos, one after the other.
void explainPhotos(const MethodOptions &options, std::size_t count)
{
    for (std::size_t i = 0; i < std::min(count, photos().size()); ++i) {
        const auto explanation = explain(network(), photos()[i], options);
        while (explanation->step()) { }
        benchmark::DoNotOptimize(explanation->answer());
    }
}

void saliency(benchmark::State &state)
{
    for (auto _ : state)
        explainPhotos(SaliencyOptions{}, std::size_t(state.range(0)));
}
BENCHMARK(saliency)->Name("saliency")->Arg(4)->Unit(milliseconds)->UseRealTime();

void activation(benchmark::State &state)
{
    for (auto _ : state)
        explainPhotos(ActivationOptions{}, std::size_t(state.range(0)));
}
BENCHMARK(activation)->Name("activation")->Arg(4)->Unit(milliseconds)->UseRealTime();

/// The notebook's call: the activation of four photos, then the filter image of the first one.
void filterImage(benchmark::State &state)
{
    FeatureVisualisationOptions options;
    options.iterations = int(state.range(0));
    for (auto _ : state) {
        explainPhotos(ActivationOptions{}, 4);
        explainPhotos(options, 1);
    }
}
BENCHMARK(filterImage)->Name("filter image")->Arg(100)->Arg(20)->Unit(milliseconds)->UseRealTime();

void lime(benchmark::State &state)
{
    LimeOptions options;
    options.samples = int(state.range(0));
    for (auto _ : state)
        explainPhotos(options, 1);
}
BENCHMARK(lime)->Name("LIME")->Arg(1000)->Arg(200)->Unit(milliseconds)->UseRealTime();

/// What LIME does beside the network: a network that answers at once.
class Instant : public Network
{
public:
    explicit Instant(NetworkInfo info)
        : m_info(std::move(info))
    {
    }
    const NetworkInfo &info() const override { return m_info; }
    Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until) const override
    {
        return {std::vector<at::Tensor>(layers.size(), batch),
            at::rand({batch.size(0), m_info.classCount}, batch.options())};
    }
    Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const override
    {
        return run(picture, layers, Until::Logits);
    }
    at::Tensor logitsBehind(int, const at::Tensor &maps, const at::Tensor &) const override
    {
        return run(maps, {}, Until::Logits).logits;
    }
    bool canBeginBehind(int) const override { return true; }
    at::Tensor activation(const at::Tensor &batch, int, int) const override { return batch.select(1, 0); }
    at::Tensor kernel(int, int) const override { return {}; }
    Chain chain() const override { return {}; }

private:
    NetworkInfo m_info;
};

void limeAlone(benchmark::State &state)
{
    const Instant instant(network().info());
    LimeOptions options;
    options.samples = int(state.range(0));
    for (auto _ : state) {
        const auto explanation = explain(instant, photos().front(), options);
        while (explanation->step()) { }
        benchmark::DoNotOptimize(explanation->answer());
    }
}
BENCHMARK(limeAlone)->Name("LIME beside the network")->Arg(1000)->Unit(milliseconds)->UseRealTime();

/// The surrogates of all classes from as many samples as LIME draws: 1000 × 60 superpixels.
void ridge(benchmark::State &state)
{
    constexpr int samples = 1000, segments = 60, classes = 11;
    NumpyRandom random(16);
    std::vector<std::uint8_t> kept(std::size_t(samples) * segments);
    for (std::uint8_t &value : kept)
        value = std::uint8_t(random.below(2));
    std::vector<double> scores(std::size_t(samples) * classes);
    for (double &value : scores)
        value = random.uniform();
    const std::vector<double> weights(std::size_t(samples), 0.5);
    for (auto _ : state)
        benchmark::DoNotOptimize(weightedRidge(kept, scores, weights, 1));
}
BENCHMARK(ridge)->Name("ridge")->Unit(milliseconds)->UseRealTime();

} // namespace
