#include "tests/device/countingdevice.h"

#include "core/explain/methods.h"
#include "core/index/photoscan.h"
#include "core/runtime.h"
#include "tests/core/reference.h"

#include <ATen/ATen.h>
#undef CHECK
#include "tests/support/catch.h"

// What runs on a device gives what the processor gives, and lets the device work on.

using namespace convscope;
using namespace convscope::test;

namespace {

/// CONVSCOPE_TEST_DEVICE, e.g. "cuda:0"; else the device that counts.
const std::string device = std::getenv("CONVSCOPE_TEST_DEVICE") ? testDevice() : "privateuseone:0";
const bool isCounting = device.starts_with("privateuseone");

/// A few steps of what takes many.
MethodOptions shortened(MethodOptions options)
{
    std::visit(
        [](auto &all) {
            if constexpr (requires { all.samples; })
                all.samples = 12;
            if constexpr (requires { all.iterations; })
                all.iterations = 4;
            if constexpr (requires { all.masks; })
                all.masks = 12;
            if constexpr (requires { all.gradients; })
                all.gradients = 12;
            if constexpr (requires { all.rounds; })
                all.rounds = 4;
        },
        options);
    return options;
}

/// All methods, and those of their parameters that choose another computation.
std::vector<MethodOptions> questions()
{
    std::vector<MethodOptions> all;
    for (const MethodOptions &each : allMethods())
        all.push_back(shortened(each));
    for (int kind = 0; kind < int(Words<CamKind>::all.size()); ++kind)
        all.push_back(CamOptions{{}, 15, CamKind(kind)});
    for (int rules = 0; rules < int(Words<LrpComposite>::all.size()); ++rules)
        all.push_back(LrpOptions{.composite = LrpComposite(rules)});
    OptimiseOptions direction;
    direction.aim = Aim::Direction;
    direction.pictures = 2;
    direction.variation = 1e-4;
    all.push_back(shortened(direction));
    SmoothGradOptions integrated;
    integrated.kind = SmoothGradKind::VarGrad;
    integrated.of = GradientForm::Integrated;
    all.push_back(shortened(integrated));
    SaliencyOptions entropy;
    entropy.target.kind = Target::Kind::Entropy;
    entropy.objective = Objective::Logit;
    all.push_back(entropy);
    return all;
}

std::unique_ptr<Network> demo(const std::string &where, Precision precision = Precision::Float64)
{
    return openNetwork(std::filesystem::path(CONVSCOPE_DEMO) / "checkpoint.pth", {where, precision});
}

Answer answerOf(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const auto run = explain(network, photo, options);
    while (run->step()) { }
    return run->answer();
}

std::vector<double> numbersOf(const Answer &answer)
{
    std::vector<double> numbers;
    const auto add = [&numbers](const std::vector<double> &values) {
        numbers.insert(numbers.end(), values.begin(), values.end());
    };
    struct Visitor
    {
        const std::function<void(const std::vector<double> &)> add;
        void operator()(const Attribution &found) const
        {
            add(found.map.values);
            if (found.errors)
                add(found.errors->values);
        }
        void operator()(const Activation &found) const { add(found.map.values); }
        void operator()(const OptimisedImage &found) const
        {
            add(found.image.values);
            add(found.objective);
        }
        void operator()(const SuperpixelWeights &found) const
        {
            for (const ClassWeights &one : found.classes)
                addWeights(found, one);
            if (found.other)
                addWeights(found, *found.other);
        }
        void operator()(const LayerMaps &found) const
        {
            for (const auto &one : found.maps)
                add(one.map.values);
        }
        void operator()(const FilterWeights &found) const { add(found.weights); }
        /// By superpixel: equal weights may stand in any order.
        void addWeights(const SuperpixelWeights &found, const ClassWeights &one) const
        {
            std::vector<double> weights(std::size_t(found.segments.count), 0);
            for (const SegmentWeight &weight : one.weights)
                weights[std::size_t(weight.segment)] = weight.weight;
            add(weights);
        }
    };
    std::visit(Visitor{add}, answer);
    return numbers;
}

/// Beside the largest value.
double relativeDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    if (a.size() != b.size())
        return 1;
    double size = 0;
    for (const double value : b)
        size = std::max(size, std::abs(value));
    return largestDifference(a, b) / std::max(size, 1e-30);
}

} // namespace

TEST_CASE("a device that is not the processor is found")
{
    const std::vector<std::string> all = devices();
    for (const std::string &each : {std::string("cpu"), device, std::string("privateuseone:1")})
        CHECK(std::ranges::find(all, each) != all.end());
    CHECK(resolveDevice("privateuseone:1") == "privateuseone:1");
    const bool hasGpu = std::ranges::find(all, "cuda:0") != all.end();
    CHECK(resolveDevice("auto") == (hasGpu ? "cuda:0" : "cpu")); // only GPUs are taken unasked
}

TEST_CASE("every method gives on a device what it gives on the processor")
{
    const auto onProcessor = demo("cpu");
    const auto onDevice = demo(device);
    const Photo photo = foodPhoto("training/3_10");
    for (const MethodOptions &options : questions()) {
        INFO(methodName(options));
        const Answer expected = answerOf(*onProcessor, photo, options);
        const Answer found = answerOf(*onDevice, photo, options);
        CHECK(relativeDifference(numbersOf(found), numbersOf(expected)) < 1e-9);
    }
}

// Rounding flips ReLUs, and Adam divides by the gradient's size: two ways of computing the same differ by so
// much in float32.
TEST_CASE("in float32 a device's answers differ from the processor's by rounding alone")
{
    const auto onProcessor = demo("cpu", Precision::Float32);
    const auto onDevice = demo(device, Precision::Float32);
    const Photo photo = foodPhoto("training/3_10");
    for (const MethodOptions &options : questions()) {
        INFO(methodName(options));
        const Answer expected = answerOf(*onProcessor, photo, options);
        const Answer found = answerOf(*onDevice, photo, options);
        if (const auto *image = std::get_if<OptimisedImage>(&found)) {
            const double before = std::get<OptimisedImage>(expected).objective.back();
            CHECK(std::abs(image->objective.back() - before) < 0.02 * std::abs(before));
            continue;
        }
        const std::vector<double> a = numbersOf(found);
        const std::vector<double> b = numbersOf(expected);
        REQUIRE(a.size() == b.size());
        double size = 0;
        for (const double value : b)
            size = std::max(size, std::abs(value));
        std::size_t far = 0;
        double sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            far += std::abs(a[i] - b[i]) > 1e-3 * size;
            sum += std::abs(a[i] - b[i]);
        }
        CHECK(double(far) <= 0.001 * double(a.size()));
        CHECK(sum <= 1e-4 * size * double(a.size()));
    }
}

// The first step asks what the network says, for which the class is chosen, and how it stands to it. From
// then on a step waits once, at its end, and what it sends it sends without waiting.
TEST_CASE("a step of a method waits for a device once")
{
    const auto network = demo(device);
    const Photo photo = foodPhoto("training/3_10");
    for (const MethodOptions &options : questions()) {
        INFO(methodName(options));
        const auto run = explain(*network, photo, options);
        // It makes two maps one after the other.
        const bool startsTwice = std::holds_alternative<GuidedGradCamOptions>(options);
        int step = 0;
        int waits = 0;
        for (bool more = true; more; ++step) {
            INFO("step " << step);
            resetDeviceCounts();
            more = run->step();
            const DeviceCounts counts = deviceCounts();
            waits += counts.waits;
            for (const auto &[name, times] : counts.waitsBy)
                UNSCOPED_INFO(name << ' ' << times);
            if (!isCounting)
                continue;
            CHECK(counts.waits <= (step == 0 || startsTwice ? 4 : 1));
            CHECK(counts.waitedUploads == 0);
        }
        CHECK((waits > 0 || !isCounting)); // it has run there
    }
}

// LibTorch moves TorchScript to the devices only that it knows by name.
TEST_CASE("networks of other files run on a device")
{
    for (const char *file : {"exported/residual-2.15.pt2", "exported/attention-2.15.pt2",
             "onnx/networks/older-pytorch.onnx", "onnx/networks/newer-pytorch.onnx"}) {
        INFO(file);
        const auto onProcessor = openNetwork(testFile(file), {"cpu", Precision::Float64});
        const auto onDevice = openNetwork(testFile(file), {device, Precision::Float64});
        const Photo photo = loadPhoto({testFile("food/training/3_10.jpg"), 3}, onProcessor->info().input);
        const auto &layers = onProcessor->info().layers;
        const auto withMaps = std::ranges::find_if(layers, &Layer::hasMaps);
        REQUIRE(withMaps != layers.end());
        for (const MethodOptions &options :
            {MethodOptions(SaliencyOptions{}), MethodOptions(GradCamOptions{{}, withMaps->index})}) {
            INFO(methodName(options));
            CHECK(relativeDifference(numbersOf(answerOf(*onDevice, photo, options)),
                      numbersOf(answerOf(*onProcessor, photo, options)))
                < 1e-9);
        }
    }
}

TEST_CASE("where the device's memory runs out, fewer pictures share a step")
{
    if (!isCounting)
        return;
    const auto network = demo(device);
    const Photo photo = foodPhoto("training/3_10");
    const MethodOptions options = RiseOptions{.masks = 100};
    const std::vector<double> expected = numbersOf(answerOf(*network, photo, options));
    const std::size_t held = deviceBytes();
    struct Unlimited
    {
        ~Unlimited() { limitDevice(0); }
    } const unlimited;
    limitDevice(held + (std::size_t(64) << 20));
    resetDeviceCounts();
    CHECK(relativeDifference(numbersOf(answerOf(*network, photo, options)), expected) < 1e-9);
    CHECK(deviceCounts().refusals > 0);
    resetDeviceCounts();
    CHECK(relativeDifference(numbersOf(answerOf(*network, photo, options)), expected) < 1e-9);
    CHECK(deviceCounts().refusals == 0); // what was too much is remembered
    limitDevice(held + (std::size_t(1) << 20));
    const auto error = errorOf([&] { answerOf(*network, photo, options); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::OutOfMemory);
    limitDevice(0);
    CHECK(relativeDifference(numbersOf(answerOf(*network, photo, options)), expected) < 1e-9);
    CHECK(deviceBytes() == held); // nothing of what failed is kept
}

TEST_CASE("a device that is lost ends what it does with an error of its own")
{
    if (!isCounting)
        return;
    const auto network = demo(device);
    const Photo photo = foodPhoto("training/3_10");
    const auto run = explain(*network, photo, RiseOptions{.masks = 500});
    run->step();
    run->step();
    struct Back
    {
        ~Back() { loseDevice(false); }
    } const back;
    loseDevice();
    const auto error = errorOf([&] { run->step(); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::DeviceLost);
    CHECK(error->values() == std::vector<std::string>{"CUDA error: unspecified launch failure"});
    const auto atOpening = errorOf([] { demo(device); });
    REQUIRE(atOpening);
    CHECK(atOpening->kind() == ErrorKind::DeviceLost);
    // On the processor all goes on.
    CHECK_FALSE(numbersOf(answerOf(*demo("cpu"), photo, SaliencyOptions{})).empty());
}

TEST_CASE("what an index keeps of a photo is found on a device as on the processor")
{
    const Photo photo = foodPhoto("training/3_10");
    ScanPlan plan;
    for (const Layer &layer : demo("cpu")->info().layers) {
        if (layer.kind == "BatchNorm2d" || layer.kind == "MaxPool2d") {
            plan.layers.push_back(layer.index);
            plan.areRectified.push_back(layer.kind == "BatchNorm2d");
        }
    }
    plan.features = plan.layers.back();
    const auto onProcessor = demo("cpu");
    const auto onDevice = demo(device);
    const auto expecting = makePhotoScanner(*onProcessor, plan);
    const auto finding = makePhotoScanner(*onDevice, plan);
    const PhotoScan expected = expecting->scan(photo.input);
    resetDeviceCounts();
    const PhotoScan found = finding->scan(photo.input);
    CHECK((!isCounting || deviceCounts().waits == 1));
    CHECK((!isCounting || deviceCounts().waitedUploads == 0));
    CHECK(relativeDifference(found.said.logits, expected.said.logits) < 1e-9);
    CHECK(relativeDifference({found.features.begin(), found.features.end()},
              {expected.features.begin(), expected.features.end()})
        < 1e-6); // they are kept in float32
    REQUIRE(found.layers.size() == expected.layers.size());
    const auto close = [](const auto &a, const auto &b, double limit) {
        return relativeDifference({a.begin(), a.end()}, {b.begin(), b.end()}) < limit;
    };
    for (std::size_t layer = 0; layer < plan.layers.size(); ++layer) {
        INFO(plan.layers[layer]);
        const LayerScan &one = found.layers[layer];
        const LayerScan &other = expected.layers[layer];
        CHECK(one.height == other.height);
        CHECK(one.width == other.width);
        CHECK(close(one.max, other.max, 1e-6));
        CHECK(close(one.min, other.min, 1e-6));
        CHECK(one.maxAt == other.maxAt);
        CHECK(one.minAt == other.minAt);
        CHECK(close(one.sum, other.sum, 1e-9));
        CHECK(close(one.positiveSum, other.positiveSum, 1e-9));
        CHECK(one.positive == other.positive);
        CHECK(relativeDifference(finding->takeProducts(layer), expecting->takeProducts(layer)) < 1e-9);
    }
}
