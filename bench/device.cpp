// Times the main work on a device: device_bench NETWORK DEVICE PHOTO… Prints one JSON object: name to list of
// seconds, each of a whole answer, with what it took to bring it back to the processor. scripts/check_gpu
// sets it beside PyTorch's. device_bench --limited NETWORK DEVICE PHOTO: checks that LIME gives the same
// where memory is short.

#include "core/data/photo.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/explain/evidence.h"
#include "core/explain/methods.h"
#include "core/index/indexkey.h"
#include "core/index/photoscan.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <chrono>
#include <cmath>
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
    explicit Report(bool isTrial)
        : m_isTrial(isTrial)
    {
    }

    void add(const std::string &name, int rounds, const std::function<void()> &work)
    {
        if (m_isTrial)
            rounds = 1;
        for (int i = 0; i < warmUp && !m_isTrial; ++i)
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
    bool m_isTrial;
    std::string m_lines;
};

Answer answerOf(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    return run->answer();
}

int limited(const std::string &model, const std::string &device, const std::string &photoFile)
{
    const auto network = openNetwork(model, {device, Precision::Float32});
    const Photo photo = loadPhoto({photoFile, {}}, network->info().input);
    LimeOptions options;
    options.samples = 300;
    const auto weightsOf = [&] {
        const auto answer = std::get<SuperpixelWeights>(answerOf(*network, photo, options));
        std::vector<double> weights(std::size_t(answer.segments.count), 0);
        for (const SegmentWeight &weight : answer.ofTarget().weights)
            weights[std::size_t(weight.segment)] = weight.weight;
        return weights;
    };
    const std::vector<double> expected = weightsOf();
    // All but what a few pictures take is taken away, in pieces that leave no gap.
    std::vector<at::Tensor> taken;
    const at::TensorOptions where = at::TensorOptions(at::kByte).device(at::Device(device));
    if (!where.device().is_cuda()) {
        std::printf("nothing is limited on the device %s\n", device.c_str());
        return 0;
    }
    for (std::int64_t piece = std::int64_t(1) << 34; piece >= std::int64_t(1) << 26; piece /= 2) {
        while (true) {
            try {
                taken.push_back(at::empty({piece}, where));
            } catch (const std::exception &) {
                break;
            }
        }
    }
    const int room = 6; // pieces of 64 MiB that are given back
    taken.resize(taken.size() - std::min<std::size_t>(taken.size(), room));
    const std::vector<double> found = weightsOf();
    double size = 0;
    double far = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        size = std::max(size, std::abs(expected[i]));
        far = std::max(far, std::abs(found[i] - expected[i]));
    }
    std::printf("largest weight %g, largest difference where memory is short %g\n", size, far);
    return far <= 1e-3 * size ? 0 : 1;
}

} // namespace

int main(int count, char **arguments)
try {
    if (count == 5 && std::string(arguments[1]) == "--limited")
        return limited(arguments[2], arguments[3], arguments[4]);
    if (count < 4) {
        std::fprintf(stderr, "device_bench NETWORK DEVICE PHOTO…\n");
        return 2;
    }
    const auto network = openNetwork(arguments[1], {arguments[2], Precision::Float32});
    std::vector<Photo> photos;
    for (int i = 3; i < count; ++i)
        photos.push_back(loadPhoto({arguments[i], {}}, network->info().input));
    const Photo &photo = photos.front();

    Report report(/*isTrial=*/network->info().device == "cpu");
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
