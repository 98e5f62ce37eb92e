// Times the main work on a device: device_bench NETWORK DEVICE PHOTO… Prints one JSON object: name to list of
// seconds, each of a whole answer, with what it took to bring it back to the processor. scripts/check_gpu
// sets it beside PyTorch's.

#include "core/data/photo.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/explain/evidence.h"
#include "core/explain/methods.h"
#include "core/index/indexkey.h"
#include "core/index/photoscan.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

using namespace convscope;

namespace {

/// The first rounds choose kernels and take memory.
constexpr int warmUp = 2;

double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class Report
{
public:
    void add(const std::string &name, int rounds, const std::function<void()> &work)
    {
        for (int i = 0; i < warmUp; ++i)
            work();
        std::string line = m_lines.empty() ? "" : ",\n";
        line += "  \"" + name + "\": [";
        for (int i = 0; i < rounds; ++i)
            line += (i > 0 ? ", " : "") + std::to_string(secondsOf(work));
        m_lines += line + "]";
        std::fprintf(stderr, "%s\n", name.c_str());
    }
    void print() const { std::printf("{\n%s\n}\n", m_lines.c_str()); }

private:
    std::string m_lines;
};

Answer answerOf(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    return run->answer();
}

} // namespace

int main(int count, char **arguments)
try {
    if (count < 4) {
        std::fprintf(stderr, "device_bench NETWORK DEVICE PHOTO…\n");
        return 2;
    }
    const auto network = openNetwork(arguments[1], {arguments[2], Precision::Float32});
    std::vector<Photo> photos;
    for (int i = 3; i < count; ++i)
        photos.push_back(loadPhoto({arguments[i], {}}, network->info().input));
    const Photo &photo = photos.front();

    Report report;
    const auto forward = [&](std::int64_t pictures) {
        const c10::NoGradGuard noGrad;
        const at::Tensor batch = inputTensor(*network, photo).repeat({pictures, 1, 1, 1});
        return [&network, batch] {
            const c10::NoGradGuard none;
            valuesOf({network->logits(batch)});
        };
    };
    report.add("forward of 1", 20, forward(1));
    report.add("forward of 64", 10, forward(64));
    report.add("saliency", 20, [&] { answerOf(*network, photo, SaliencyOptions{}); });
    FeatureVisualisationOptions filter;
    filter.iterations = 100;
    report.add("filter image, 100 steps", 3, [&] { answerOf(*network, photo, filter); });
    LimeOptions lime;
    lime.samples = 300;
    report.add("LIME, 300 samples", 3, [&] { answerOf(*network, photo, lime); });
    const IndexPlan plan = planIndex(*network);
    const auto scanner = makePhotoScanner(*network, {plan.layers, plan.areRectified(), plan.features});
    report.add("index of " + std::to_string(photos.size()) + " photos", 3, [&] {
        for (const Photo &each : photos)
            scanner->scan(each.input);
        for (std::size_t layer = 0; layer < plan.layers.size(); ++layer)
            scanner->takeProducts(layer);
    });
    const auto shared = std::make_shared<const Photo>(photo);
    const auto answer = std::make_shared<const Answer>(answerOf(*network, photo, SaliencyOptions{}));
    report.add("evidence of saliency", 3, [&] {
        EvidenceRun run(
            *network, shared, answer, SaliencyOptions{}, evidenceMeasures(*answer, SaliencyOptions{}));
        while (run.step()) { }
    });
    report.print();
    return 0;
} catch (const Error &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
