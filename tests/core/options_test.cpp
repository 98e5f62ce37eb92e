#include "tests/core/toynetwork.h"

#include "core/explain/check.h"
#include "core/explain/readoptions.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

using namespace convscope;
using namespace convscope::test;

TEST_CASE("numbers outside their bounds are refused by name")
{
    const auto refused = [](const auto &options) {
        const auto error = errorOf([&] { checkOptions(options); });
        std::vector<std::string> told;
        if (error && error->kind() == ErrorKind::InvalidOption && error->phrase()) {
            told = error->values();
            told.push_back(name(error->phrase()->kind));
            told.insert(told.end(), error->phrase()->values.begin(), error->phrase()->values.end());
        }
        return told;
    };
    LimeOptions lime;
    lime.samples = 1;
    CHECK((refused(lime) == std::vector<std::string>{"samples", "1", "NumberWithin", "2", "1000000"}));
    lime = {};
    lime.minWeight = std::nan("");
    CHECK(
        (refused(lime) == std::vector<std::string>{"min-weight", "nan", "NumberWithin", "0", "1000000000"}));
    FeatureVisualisationOptions image;
    image.lr = 0;
    CHECK((refused(image) == std::vector<std::string>{"lr", "0", "NumberWithin", "1e-09", "1000"}));
    checkOptions(FeatureVisualisationOptions{});
    checkOptions(LimeOptions{});
}

TEST_CASE("every method refuses what it cannot do when it is made")
{
    const ToyNetwork network({}, {});
    const Target classThree{Target::Kind::Class, 3};
    LimeOptions limeOfClassThree;
    limeOfClassThree.target = classThree;
    LimeOptions withoutSegments;
    withoutSegments.slic.segments = 0;
    const auto kindOf = [&](const MethodOptions &options) {
        const auto error = errorOf([&] { explain(network, blackAndWhite(), options); });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(kindOf(SaliencyOptions{classThree}) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(ActivationOptions{1, 0}) == ErrorKind::NoSuchLayer);
    CHECK(kindOf(ActivationOptions{0, 1}) == ErrorKind::FilterOutOfRange);
    CHECK(kindOf(FeatureVisualisationOptions{0, 0, 0}) == ErrorKind::InvalidOption);
    CHECK(kindOf(FeatureVisualisationOptions{-1, 0}) == ErrorKind::NoSuchLayer);
    CHECK(kindOf(limeOfClassThree) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(withoutSegments) == ErrorKind::InvalidOption);
}

TEST_CASE("a question is written as JSON with all its fields")
{
    CHECK(toJson(SaliencyOptions{}) == R"({"kind":"abs","map":"as-is","objective":"loss","target":"true"})");
    CHECK(toJson(ActivationOptions{}) == R"({"filter":0,"layer":15})");
    CHECK(toJson(FeatureVisualisationOptions{})
        == R"({"filter":0,"iterations":100,"layer":15,"lr":0.1,"noise-seed":null})");
    FeatureVisualisationOptions fromNoise;
    fromNoise.noiseSeed = 7;
    CHECK(toJson(fromNoise) == R"({"filter":0,"iterations":100,"layer":15,"lr":0.1,"noise-seed":7})");
    CHECK(toJson(LimeOptions{})
        == R"({"compactness":1.0,"features":11,"min-weight":0.05,"samples":1000,"score":"logits","seed":16,)"
           R"("segments":100,"sigma":1.0,"stop-when-stable":false,"stream-offset":0,"target":"true"})");
    CHECK(toJson(GradCamOptions{}) == R"({"layer":15,"map":"as-is","target":"true"})");
    CHECK(toJson(CamOptions{}) == R"({"kind":"layercam","layer":15,"map":"as-is","target":"true"})");
    CHECK(toJson(IntegratedGradientsOptions{})
        == R"({"baseline":"black","map":"as-is","rule":"gausslegendre","seed":16,"steps":50,"target":"true"})");
    CHECK(toJson(SmoothGradOptions{})
        == R"({"kind":"smoothgrad","map":"as-is","of":"signed","random":"numpy","samples":25,"seed":16,"sigma":0.15,)"
           R"("stop-when-stable":false,"target":"true"})");
}

TEST_CASE("the defaults of every method are read back as they were written")
{
    for (const MethodOptions &method : allMethods()) {
        INFO(methodName(method));
        const ReadOptions read = fromJson(methodName(method), toJson(method));
        CHECK(read.options == method);
        CHECK(read.unknown.empty());
        CHECK(fromJson(methodName(method), "{}").options == method);
    }
}

TEST_CASE("a question is read back as it was written")
{
    FeatureVisualisationOptions fromNoise;
    fromNoise.layer = 3;
    fromNoise.lr = 1e-9;
    fromNoise.noiseSeed = 4294967295;
    LimeOptions lime;
    lime.target = {Target::Kind::Class, 7};
    lime.slic.sigma = 0.1;
    lime.score = Score::Probabilities;
    lime.stopWhenStable = true;
    lime.streamOffset = 10000000000;
    SmoothGradOptions smooth;
    smooth.kind = SmoothGradKind::VarGrad;
    smooth.of = GradientForm::GuidedBackprop;
    smooth.random = RandomStream::Torch;
    const MethodOptions questions[] = {smooth,
        SaliencyOptions{{Target::Kind::Predicted, 0}, Objective::Logit, SaliencyKind::L2},
        ActivationOptions{4, 11}, FeatureVisualisationOptions{}, fromNoise, lime,
        GradCamOptions{{Target::Kind::Class, 2}, 7}, CamOptions{{}, 36, CamKind::GradPlusPlus},
        IntegratedGradientsOptions{{}, 7, IntegrationRule::Trapezoid, BaselinePicture::Noise, 3}};
    for (const MethodOptions &question : questions) {
        INFO(toJson(question));
        const ReadOptions read = fromJson(methodName(question), toJson(question));
        CHECK(read.options.index() == question.index());
        CHECK(toJson(read.options) == toJson(question));
        CHECK(read.unknown.empty());
    }
}

TEST_CASE("what is missing keeps its default, what is unknown is left out and told")
{
    const ReadOptions read = fromJson("lime", R"({"samples": 20, "kernel": "cosine", "depth": [1]})");
    const auto &lime = std::get<LimeOptions>(read.options);
    CHECK(lime.samples == 20);
    CHECK(lime.features == LimeOptions{}.features);
    CHECK((read.unknown == std::vector<std::string>{"depth", "kernel"}));
}

TEST_CASE("a value that a question cannot have is refused by name")
{
    struct Case
    {
        const char *method, *json, *named;
    };
    const Case cases[] = {{"tea-leaves", "{}", "method"}, {"lime", "[]", "parameters"},
        {"lime", "{\"samples\": 1", "parameters"}, {"lime", "", "parameters"},
        {"lime", R"({"samples": "20"})", "samples"}, {"lime", R"({"samples": 20.5})", "samples"},
        {"lime", R"({"stop-when-stable": 1})", "stop-when-stable"}, {"lime", R"({"samples": 1})", "samples"},
        {"lime", R"({"samples": 1e300})", "samples"},
        {"lime", R"({"samples": 18446744073709551615})", "samples"}, {"lime", R"({"seed": -1})", "seed"},
        {"lime", R"({"seed": 4294967296})", "seed"}, {"lime", R"({"sigma": null})", "sigma"},
        {"lime", R"({"score": "odds"})", "score"}, {"lime", R"({"target": 3})", "target"},
        {"saliency", R"({"kind": "root"})", "kind"}, {"smoothgrad", R"({"samples": 1})", "samples"},
        {"saliency", R"({"target": "egg"})", "target"}, {"saliency", R"({"objective": {}})", "objective"},
        {"activation", R"({"layer": -1})", "layer"}, {"activation", R"({"layer": true})", "layer"},
        {"visualize", R"({"lr": 0})", "lr"}, {"visualize", R"({"noise-seed": "7"})", "noise-seed"},
        {"gradcam", R"({"layer": "cnn.15"})", "layer"}, {"cam", R"({"kind": "LayerCAM"})", "kind"},
        {"cam", R"({"kind": 4})", "kind"}, {"integrated", R"({"steps": 1})", "steps"},
        {"integrated", R"({"rule": "Left"})", "rule"}, {"integrated", R"({"baseline": 0})", "baseline"}};
    for (const Case &one : cases) {
        INFO(one.method << ' ' << one.json);
        const auto error = errorOf([&] { fromJson(one.method, one.json); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::InvalidOption);
        CHECK(error->values().at(0) == one.named);
        CHECK(error->values().size() == 2);
        CHECK(error->phrase());
    }
}
