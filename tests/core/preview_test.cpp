#include "tests/core/toynetwork.h"

#include "core/engine/tensors.h"
#include "core/explain/methods.h"

#include "tests/core/reference.h"
#include "tests/support/catch.h"

using namespace convscope;
using namespace convscope::test;

namespace {

/// None where this processor has no bfloat16; then that it is refused is checked.
std::unique_ptr<Network> previewNetwork()
{
    std::unique_ptr<Network> network;
    if (const auto error = errorOf([&] { network = narrowNetwork(Precision::Preview); })) {
        CHECK(error->kind() == ErrorKind::PreviewUnavailable);
        CHECK(error->file().empty());
    }
    return network;
}

/// bfloat16 has eight bits, so that each rounding is off by up to 2⁻⁹ of the number. A layer rounds its
/// input, its weights and its output: as if all of these added up.
double roundings(const Network &network)
{
    double layers = 0;
    for (const Layer &layer : network.info().layers)
        layers += layer.kind == "Conv2d" || layer.kind == "Linear";
    return 3 * layers / 512;
}

/// Of the largest value.
double relativeDifference(const at::Tensor &found, const at::Tensor &expected)
{
    return ((found - expected).abs().max() / expected.abs().max()).item<double>();
}

} // namespace

TEST_CASE("preview precision is near float32, and not the same")
{
    const auto preview = previewNetwork();
    if (!preview)
        return;
    const auto exact = narrowNetwork(Precision::Float32);
    const Photo photo = foodPhoto("training/3_10");
    const at::Tensor input = inputTensor(*preview, photo.input);
    REQUIRE(input.scalar_type() == at::kFloat);

    const at::Tensor logits = preview->logits(input);
    CHECK(logits.scalar_type() == at::kFloat);
    CHECK(relativeDifference(logits, exact->logits(input)) < roundings(*preview));
    CHECK(relativeDifference(logits, exact->logits(input)) > 1e-5);
    for (const Layer &layer : preview->info().layers) {
        INFO(layer.name);
        if (!layer.hasMaps())
            continue;
        const at::Tensor maps = preview->activations(input, layer.index);
        CHECK(maps.scalar_type() == at::kFloat);
        CHECK(relativeDifference(maps, exact->activations(input, layer.index)) < roundings(*preview));
    }
    // The weights that are shown are the file's.
    CHECK(at::equal(preview->kernel(0, 1), exact->kernel(0, 1)));
}

TEST_CASE("gradients pass through preview precision")
{
    const auto preview = previewNetwork();
    if (!preview)
        return;
    const auto exact = narrowNetwork(Precision::Float32);
    const Photo photo = foodPhoto("training/3_10");
    const auto gradientOf = [&photo](const Network &network, const auto &objective) {
        at::Tensor input = inputTensor(network, photo.input).requires_grad_();
        return inputGradient(objective(network, input), input);
    };
    // Linear: the gradient is made of weights, whatever the photo, and only rounded.
    const auto first = [](const Network &network, const at::Tensor &x) {
        return network.activation(x, 0, 1).sum();
    };
    const at::Tensor linear = gradientOf(*preview, first);
    CHECK(linear.scalar_type() == at::kFloat);
    CHECK(relativeDifference(linear, gradientOf(*exact, first)) < roundings(*preview));
    // Through the whole network single values are far off, since a value near zero that changes its sign
    // opens or closes a path; but it points the same way.
    const auto whole = [](const Network &network, const at::Tensor &x) {
        return network.logits(x).select(1, 3).sum();
    };
    const at::Tensor found = gradientOf(*preview, whole), expected = gradientOf(*exact, whole);
    CHECK((found * expected).sum().item<double>() > 0.5 * (found.norm() * expected.norm()).item<double>());
}

TEST_CASE("each answer of preview precision says that it is one")
{
    const auto preview = previewNetwork();
    if (!preview)
        return;
    const Photo photo = foodPhoto("training/3_10");
    LimeOptions lime;
    lime.samples = 20;
    FeatureVisualisationOptions image;
    image.layer = 3;
    image.iterations = 2;
    ActivationOptions activation;
    activation.layer = 3;
    for (const MethodOptions &options : {MethodOptions(SaliencyOptions()), MethodOptions(activation),
             MethodOptions(image), MethodOptions(lime)}) {
        INFO(methodName(options));
        const auto explanation = explain(*preview, photo, options);
        while (explanation->step()) { }
        const Answer answer = explanation->answer();
        const Notes notes = std::visit([](const auto &any) { return any.notes; }, answer);
        CHECK(std::count(notes.begin(), notes.end(), Note::PreviewPrecision) == 1);
    }
}
