#include "core/explain/methods.h"
#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <fstream>

using namespace convscope;
using namespace convscope::test;

namespace {

/// What the process holds in memory, in MiB.
double residentMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    }
    throw std::runtime_error("no VmRSS in /proc/self/status");
}

void explainAll(const Network &network, const Photo &photo)
{
    LimeOptions lime;
    lime.samples = 10;
    FeatureVisualisationOptions filter;
    filter.iterations = 3;
    const CamOptions ablation{{}, 24, CamKind::Ablation};
    IntegratedGradientsOptions integrated;
    integrated.gradients = 3;
    SmoothGradOptions smooth;
    smooth.samples = 3;
    smooth.of = GradientForm::GuidedBackprop;
    for (const MethodOptions &options : {MethodOptions(SaliencyOptions{}), MethodOptions(ActivationOptions{}),
             MethodOptions(filter), MethodOptions(lime), MethodOptions(GradCamOptions{}),
             MethodOptions(ablation), MethodOptions(integrated), MethodOptions(smooth),
             MethodOptions(BlurIgOptions{.gradients = 3}), MethodOptions(GuidedIgOptions{.rounds = 3})}) {
        const auto explanation = explain(network, photo, options);
        while (explanation->step()) { }
        explanation->answer();
    }
}

} // namespace

// Sanitizers keep freed memory on purpose.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("300 explanations in a row leave no memory behind")
{
    const Precision precision = GENERATE(Precision::Float32, Precision::Float64);
    const auto network = narrowNetwork(precision);
    const Photo photo = foodPhoto("training/3_10");
    for (int i = 0; i < 10; ++i)
        explainAll(*network, photo);
    const double before = residentMiB();
    for (int i = 0; i < 50; ++i)
        explainAll(*network, photo);
    // One map of 3×128×128 in double is 0.375 MiB: any result kept from each explanation would be 19 MiB or
    // more.
    CHECK(residentMiB() - before < 10);
}
#endif
