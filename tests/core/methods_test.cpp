#include "tests/core/toynetwork.h"

#include "core/explain/methods.h"

#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("a method can be slow for some of its questions")
{
    CHECK(isSlow(LimeOptions{}));
    CHECK_FALSE(isSlow(GradCamOptions{}));
    CHECK_FALSE(isSlow(CamOptions{{}, 0, CamKind::Eigen}));
    CHECK(isSlow(CamOptions{{}, 0, CamKind::Score}));
}

TEST_CASE("every method runs through one interface")
{
    const ToyNetwork network(
        [](const at::Tensor &x) {
            return x.sum({2, 3});
        },
        [](const at::Tensor &x) { return x.select(1, 0) * 2; });
    LimeOptions lime;
    lime.samples = 12;
    IntegratedGradientsOptions integrated;
    integrated.gradients = 4;
    KernelShapOptions shap;
    shap.samples = 30;
    SmoothGradOptions smooth;
    smooth.samples = 3;
    struct Case
    {
        MethodOptions options;
        const char *name;
        int total;
    };
    const Case cases[] = {{SaliencyOptions{}, "saliency", 1}, {ActivationOptions{0, 0}, "activation", 1},
        {FeatureVisualisationOptions{0, 0, 3}, "visualize", 3}, {lime, "lime", 12},
        {GradCamOptions{{}, 0}, "gradcam", 1}, {CamOptions{{}, 0}, "cam", 1}, {integrated, "integrated", 4},
        {OcclusionOptions{.window = 2, .stride = 2}, "occlusion", 2},
        {InputXGradientOptions{}, "inputxgradient", 1}, {smooth, "smoothgrad", 3},
        {ExpectedGradientsOptions{.samples = 3}, "expectedgradients", 3},
        {BlurIgOptions{.gradients = 3}, "blurig", 3}, {GuidedIgOptions{.rounds = 3}, "guidedig", 3},
        {AblationOptions{}, "ablation", 0}, {shap, "kernelshap", 30}, {RiseOptions{.masks = 5}, "rise", 5},
        {RandomMapOptions{}, "random", 1}, {EdgesOptions{}, "edges", 1}};
    for (const Case &one : cases) {
        INFO(one.name);
        CHECK(std::string(methodName(one.options)) == one.name);
        const auto explanation = explain(network, blackAndWhite(1), one.options);
        CHECK_FALSE(explanation->hasAnswer());
        CHECK(explanation->progress().total == one.total);
        Monitor monitor;
        CHECK(runToEnd(*explanation, monitor));
        CHECK(explanation->hasAnswer());
        CHECK(kindOf(explanation->answer()) == traitsOf(one.options).answer);
    }
}
