#include "tests/core/toynetwork.h"

#include "core/engine/relurule.h"
#include "core/explain/methods.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

#include <numeric>

using namespace convscope;
using namespace convscope::test;

namespace {

Attribution run(const Network &network, const Photo &photo, GradientForm form, const Target &target = {})
{
    OneGradientRun run(network, photo, target, form);
    CHECK(run.progress().done == 0);
    CHECK_FALSE(run.step());
    CHECK(run.progress().done == 1);
    return run.result();
}

const std::pair<GradientForm, const char *> changed[] = {
    {GradientForm::GuidedBackprop, "guidedbackprop"}, {GradientForm::Deconvnet, "deconvnet"}};

/// |found − expected| in parts of the largest, rising.
std::vector<double> differences(const Map &found, const std::string &name)
{
    const std::vector<double> expected = expectedArray(name).values;
    std::vector<double> values = sampled(found, 7);
    REQUIRE(values.size() == expected.size());
    const double size = expectedJson("gradients")[name]["largest"];
    std::transform(values.begin(), values.end(), expected.begin(), values.begin(),
        [size](double a, double b) { return std::abs(a - b) / size; });
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace

TEST_CASE("methods of one gradient equal PyTorch's in float64")
{
    const auto network = narrowNetwork();
    struct Case
    {
        GradientForm form;
        const char *name;
        Meaning meaning;
    };
    for (const Case &one : {Case{GradientForm::InputXGradient, "inputxgradient", Meaning::Evidence},
             {GradientForm::GuidedBackprop, "guidedbackprop", Meaning::Slope},
             {GradientForm::Deconvnet, "deconvnet", Meaning::Slope},
             {GradientForm::Signed, "saliency-signed", Meaning::Slope}}) {
        INFO(one.name);
        const Attribution found = run(*network, foodPhoto("training/3_10"), one.form);
        CHECK(found.map.channels == 3);
        CHECK(found.meaning == one.meaning);
        CHECK(found.target == 3);
        CHECK(found.notes.empty());
        CHECK(differences(found.map, one.name).back() < 1e-9);
    }
}

TEST_CASE("guided backprop and deconvnet in float32, whose ReLUs are parts of the convolutions")
{
    const auto network = narrowNetwork(Precision::Float32);
    for (const auto &[form, name] : changed) {
        INFO(name);
        const std::vector<double> off =
            differences(run(*network, foodPhoto("training/3_10"), form).map, name);
        CHECK(off[std::size_t(0.999 * double(off.size()))] < 1e-3);
        CHECK(std::accumulate(off.begin(), off.end(), 0.0) < 1e-4 * double(off.size()));
    }
}

TEST_CASE("the ReLUs of TorchScript networks obey a rule, also those that work in place")
{
    struct Case
    {
        const char *file, *values;
        int target = 1;
        std::optional<InputDescription> input = {};
        const char *photo = "training/3_10";
    };
    InputDescription oblong;
    oblong.size = {48, 24};
    const Case cases[] = {{"residual-scripted.pt", "-residual"}, {"residual-traced.pt", "-residual"},
        {"oblong-traced.pt", "-oblong", 1, oblong, "training/0_0"}, {"narrow-scripted.pt", "", 3},
        {"narrow-traced.pt", "", 3}};
    for (const Case &one : cases) {
        NetworkOptions options{testDevice(), Precision::Float64};
        options.input = one.input;
        const auto network = openNetwork(testFile(std::string("torchscript/") + one.file), options);
        const Photo photo =
            loadPhoto({testFile(std::string("food/") + one.photo + ".jpg"), 3}, network->info().input);
        for (const auto &[form, name] : changed) {
            INFO(one.file << ' ' << name);
            const Target target{Target::Kind::Class, one.target};
            CHECK(differences(run(*network, photo, form, target).map, name + std::string(one.values)).back()
                < 1e-9);
        }
    }
}

TEST_CASE("each method of one gradient has its form")
{
    const auto network = narrowNetwork();
    const Photo photo = foodPhoto("training/3_10");
    const std::pair<MethodOptions, GradientForm> methods[] = {
        {InputXGradientOptions{}, GradientForm::InputXGradient},
        {GuidedBackpropOptions{}, GradientForm::GuidedBackprop},
        {DeconvnetOptions{}, GradientForm::Deconvnet}};
    for (const auto &[options, form] : methods) {
        INFO(methodName(options));
        CHECK(std::string(methodName(options)) == word(form));
        CHECK(meaningOf(options) == meaningOf(form));
        const auto explanation = explain(*network, photo, options);
        CHECK_FALSE(explanation->step());
        const auto found = std::get<Attribution>(explanation->answer());
        CHECK(found.map.values == run(*network, photo, form).map.values);
    }
}

TEST_CASE("an error ends a rule")
{
    const ToyNetwork network([](const at::Tensor &) -> at::Tensor { throw Error(ErrorKind::OutOfMemory); });
    CHECK(errorOf([&] { OneGradientRun(network, blackAndWhite(1), {}, GradientForm::Deconvnet).step(); }));
    CHECK_FALSE(hasReluRule());
}

TEST_CASE("a network without a ReLU has no guided backprop and no deconvnet")
{
    const ToyNetwork smooth([](const at::Tensor &x) { return x.tanh().sum({2, 3}); });
    InputDescription input;
    input.modules =
        Modules{.activation = Modules::Activation::Tanh, .linearActivation = Modules::Activation::Tanh};
    const auto told = openNetwork(testFile("narrow.pth"), {.device = testDevice(), .input = input});
    for (const auto &[form, name] : changed) {
        INFO(name);
        for (const auto &[network, photo] : {std::pair<const Network *, Photo>(&smooth, blackAndWhite(1)),
                 {told.get(), foodPhoto("training/3_10")}}) {
            const auto error = errorOf(
                [&, &each = *network, &seen = photo] { OneGradientRun(each, seen, {}, form).step(); });
            REQUIRE(error);
            CHECK(error->kind() == ErrorKind::NetworkWithoutReLU);
        }
    }
    CHECK(run(smooth, blackAndWhite(1), GradientForm::InputXGradient).notes.empty());
}

TEST_CASE("input times gradient of a network of one line")
{
    // Logit 1 is Σ x² − 3·x over the first channel: x·(2·x − 3) is −1 where x is 1.
    const ToyNetwork network([](const at::Tensor &x) {
        const at::Tensor sum = (x * x - x * 3).select(1, 0).sum({1, 2});
        return at::stack({sum * 0, sum, sum * 0}, 1);
    });
    std::vector<double> expected(24, 0.0);
    for (const std::size_t i : {2u, 3u, 6u, 7u})
        expected[i] = -1;
    CHECK(run(network, blackAndWhite(1), GradientForm::InputXGradient).map.values == expected);
    CHECK(run(network, blackAndWhite(1), GradientForm::Abs).map.at(0, 0, 0) == 3);
}

TEST_CASE("an empty map of one gradient says why")
{
    const ToyNetwork cut([](const at::Tensor &x) { return reluWithRule(x).detach().sum({2, 3}); });
    const ToyNetwork dead([](const at::Tensor &x) { return reluWithRule(x * 0).sum({2, 3}); });
    const ToyNetwork falling([](const at::Tensor &x) { return -reluWithRule(x + 1).sum({2, 3}); });
    for (const GradientForm form : {GradientForm::InputXGradient, GradientForm::GuidedBackprop}) {
        const Attribution found = run(cut, blackAndWhite(1), form);
        CHECK(found.map.values == std::vector<double>(24, 0.0));
        CHECK(found.notes == Notes{Note::GradientCut});
    }
    CHECK(run(dead, blackAndWhite(1), GradientForm::InputXGradient).notes == Notes{Note::DeadLogit});
    CHECK(run(falling, blackAndWhite(1), GradientForm::InputXGradient).notes.empty());
    for (const auto &[form, name] : changed)
        CHECK(run(falling, blackAndWhite(1), form).notes == Notes{Note::NothingPassesReLUs});
}

TEST_CASE("methods of one gradient refuse bad questions and NaN")
{
    const ToyNetwork sums([](const at::Tensor &x) { return x.sum({2, 3}); });
    const ToyNetwork infiniteSlope([](const at::Tensor &x) { return x.sqrt().sum({2, 3}); });
    const ToyNetwork always([](const at::Tensor &x) { return x.sum({2, 3}) * std::nan(""); });
    const auto kindOf = [](const Network &network, const Target &target) {
        const auto error = errorOf(
            [&] { InputXGradientRun(network, blackAndWhite(1), InputXGradientOptions{target}).step(); });
        return error ? error->kind() : ErrorKind::Internal;
    };
    CHECK(kindOf(sums, {Target::Kind::Class, 3}) == ErrorKind::ClassOutOfRange);
    CHECK(kindOf(infiniteSlope, {}) == ErrorKind::NotFinite);
    CHECK(kindOf(always, {}) == ErrorKind::NotFinite);
    Photo unknown = blackAndWhite();
    CHECK(run(sums, unknown, GradientForm::InputXGradient).notes == Notes{Note::LabelUnknown});
}
