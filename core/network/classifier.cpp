#include "core/network/classifier.h"

#include "core/error.h"
#include "core/internal/convolution.h"
#include "core/internal/precision.h"
#include "core/internal/tensors.h"
#include "core/network/answers.h"
#include "core/network/applymodules.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace convscope {

namespace {

using Kind = PlannedLayer::Kind;
using Tensors = std::map<std::string, at::Tensor>;

at::Tensor find(const Tensors &tensors, const std::string &name)
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? at::Tensor() : found->second;
}

void checkFinite(const at::Tensor &tensor, const std::string &name)
{
    if (tensor.defined() && !at::isfinite(tensor).all().item<bool>())
        throw Error(ErrorKind::NotFinite, {}, {name});
}

/// The notebook's kind of classifier, run layer by layer. Parameters do not require gradients, so that
/// autograd computes those of the input only: a third of the work.
class Classifier : public Network
{
public:
    Classifier(NetworkInfo info, const std::vector<PlannedLayer> &layers, const Tensors &tensors);

    const NetworkInfo &info() const override { return m_info; }
    at::Tensor logits(const at::Tensor &batch) const override;
    at::Tensor activation(const at::Tensor &batch, int layer, int filter) const override;
    at::Tensor activations(const at::Tensor &batch, int layer) const override;
    at::Tensor kernel(int layer, int filter) const override;

private:
    struct Affine
    {
        at::Tensor weight;
        at::Tensor bias; ///< undefined where there is none
    };

    struct Module
    {
        PlannedLayer plan;
        Affine own; ///< of a convolution or a linear layer, as in the file
        Affine folded; ///< as it is computed: in m_type, with the batch norm behind a convolution
        Convolution convolution; ///< the folded one and a ReLU behind it; of a linear layer, one of 1×1
        std::size_t end = 0; ///< of a convolution: the index of what follows on all that it computes
    };

    /// From `first` up to, without, `last`, which is not between a convolution and its activation; batch
    /// norms are part of their convolutions.
    FeatureMaps run(FeatureMaps maps, std::size_t first, std::size_t last) const;
    at::Tensor maps(const at::Tensor &batch, std::size_t layer, std::optional<int> filter) const;
    at::Tensor apply(const Module &module, const at::Tensor &values) const;
    static at::Tensor linear(const Module &module, const at::Tensor &values);
    Affine converted(const Affine &affine) const;
    Affine folded(const Affine &convolution, const std::string &batchNorm, const Tensors &tensors) const;

    NetworkInfo m_info;
    Modules m_modulesTold; ///< what the modules without weights are
    at::ScalarType m_type; ///< in which layers compute
    std::vector<Module> m_modules;
};

Classifier::Classifier(NetworkInfo info, const std::vector<PlannedLayer> &layers, const Tensors &tensors)
    : m_info(std::move(info))
    , m_modulesTold(m_info.input.modules.value_or(Modules()))
    , m_type(computeType(m_info.precision, m_info.device))
{
    const c10::NoGradGuard noGrad;
    for (const auto &[name, tensor] : tensors)
        checkFinite(tensor, name);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        Module module;
        module.plan = layers[i];
        const std::string &name = layers[i].name;
        if (layers[i].kind == Kind::Conv2d || layers[i].kind == Kind::Linear) {
            module.own = {find(tensors, name + ".weight"), find(tensors, name + ".bias")};
            module.folded = converted(module.own);
        }
        if (layers[i].kind == Kind::BatchNorm2d) {
            Module &convolution = m_modules.back();
            convolution.folded = folded(convolution.own, name, tensors);
        }
        m_modules.push_back(std::move(module));
    }
    const bool withReLU = m_modulesTold.activation == Modules::Activation::ReLU;
    std::size_t activation = m_modules.size(); // the next one: planLayers() puts one behind each convolution
    for (std::size_t i = m_modules.size(); i-- > 0;) {
        Module &module = m_modules[i];
        if (module.plan.kind == Kind::Activation)
            activation = i;
        if (module.plan.kind == Kind::Conv2d) {
            module.convolution = Convolution(
                module.folded.weight, module.folded.bias, withReLU, module.plan.height, module.plan.width);
            module.end = withReLU ? activation + 1 : activation;
        }
        if (module.plan.kind == Kind::Linear)
            module.convolution =
                Convolution(module.folded.weight.unsqueeze(2).unsqueeze(3), module.folded.bias,
                    /*withReLU=*/false, /*height=*/1, /*width=*/1);
    }
}

Classifier::Affine Classifier::converted(const Affine &affine) const
{
    return {affine.weight.to(m_type), affine.bias.defined() ? affine.bias.to(m_type) : affine.bias};
}

/// Batch norm in eval mode is y = s·x + t for each channel, s = γ/√(σ² + ε), t = β − s·μ; after a convolution
/// that is a convolution with s·w and s·b + t. In double, so that only the last rounding is left.
Classifier::Affine Classifier::folded(
    const Affine &convolution, const std::string &batchNorm, const Tensors &tensors) const
{
    const at::Tensor mean = find(tensors, batchNorm + ".running_mean").to(at::kDouble);
    const at::Tensor variance = find(tensors, batchNorm + ".running_var").to(at::kDouble);
    at::Tensor scale = at::rsqrt(variance + m_modulesTold.epsilon);
    if (const at::Tensor gamma = find(tensors, batchNorm + ".weight"); gamma.defined())
        scale = scale * gamma.to(at::kDouble);
    at::Tensor shift = -scale * mean;
    if (const at::Tensor beta = find(tensors, batchNorm + ".bias"); beta.defined())
        shift = shift + beta.to(at::kDouble);
    if (convolution.bias.defined())
        shift = shift + scale * convolution.bias.to(at::kDouble);
    const Affine result = {
        (convolution.weight.to(at::kDouble) * scale.view({-1, 1, 1, 1})).to(m_type),
        shift.to(m_type),
    };
    // A variance below zero, or numbers too large for the precision.
    checkFinite(result.weight, batchNorm + ".running_var");
    checkFinite(result.bias, batchNorm + ".running_var");
    return result;
}

/// B×C → B×F. By oneDNN like the convolutions: the threads of another library's matrix product would spin on
/// beside the next photo's convolutions, a tenth of a pass for one photo.
at::Tensor Classifier::linear(const Module &module, const at::Tensor &values)
{
    if (module.convolution.isPacked())
        return module.convolution({values.unsqueeze(2).unsqueeze(3)}).values.flatten(1);
    return at::linear(values, module.folded.weight, module.folded.bias);
}

/// What treats each channel alone, on plain maps or blocks of them, and linear layers.
at::Tensor Classifier::apply(const Module &module, const at::Tensor &values) const
{
    switch (module.plan.kind) {
    case Kind::Activation:
        return activated(values, m_modulesTold, module.plan.height > 0);
    case Kind::Pool:
        return pooled(values, m_modulesTold, module.plan.kernel);
    case Kind::Linear:
        return linear(module, values);
    case Kind::Conv2d: // run() does it
    case Kind::BatchNorm2d: // in its convolution
    case Kind::Dropout: // does nothing in eval mode
        break;
    }
    return values;
}

FeatureMaps Classifier::run(FeatureMaps maps, std::size_t first, std::size_t last) const
{
    for (std::size_t i = first; i < last; ++i) {
        const Module &module = m_modules[i];
        if (module.plan.kind == Kind::Linear && maps.values.dim() == 4)
            maps = {maps.plain().flatten(1)};
        if (module.plan.kind == Kind::Conv2d) {
            maps = module.convolution(maps);
            i = module.end - 1;
        } else {
            maps.values = apply(module, maps.values);
        }
    }
    return maps;
}

at::Tensor Classifier::logits(const at::Tensor &batch) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const at::Tensor values = normalised(batch, m_info.input).to(m_type);
        const at::Tensor answers = run({values}, 0, m_modules.size()).values;
        const bool isOne = answers.size(1) == 1;
        return logitsOf(answers, isOne ? AnswerForm::OneLogit : AnswerForm::Logits).to(batch.scalar_type());
    });
}

/// The output of a layer for one filter of the convolution that it comes from, or for all: what lies between
/// the two works on each channel alone.
at::Tensor Classifier::maps(const at::Tensor &batch, std::size_t layer, std::optional<int> filter) const
{
    const c10::AutoGradMode mode(batch.requires_grad());
    std::size_t last = layer;
    while (m_modules[last].plan.kind != Kind::Conv2d)
        --last;
    const Module &module = m_modules[last];
    Affine affine = last == layer ? converted(module.own) : module.folded;
    if (filter) {
        affine.weight = affine.weight.narrow(0, *filter, 1);
        if (affine.bias.defined())
            affine.bias = affine.bias.narrow(0, *filter, 1);
    }
    const Convolution convolution(
        affine.weight, affine.bias, /*withReLU=*/false, module.plan.height, module.plan.width);
    const FeatureMaps before = run({normalised(batch, m_info.input).to(m_type)}, 0, last);
    return run(convolution(before), last + 1, layer + 1).plain().to(batch.scalar_type());
}

at::Tensor Classifier::activation(const at::Tensor &batch, int layer, int filter) const
{
    return translated([&] { return maps(batch, std::size_t(layer), filter).squeeze(1); });
}

at::Tensor Classifier::activations(const at::Tensor &batch, int layer) const
{
    return translated([&] { return maps(batch, std::size_t(layer), std::nullopt); });
}

at::Tensor Classifier::kernel(int layer, int filter) const
{
    return translated([&] {
        const Module &module = m_modules[std::size_t(layer)];
        return module.plan.kind == Kind::Conv2d ? module.own.weight[filter] : at::Tensor();
    });
}

} // namespace

std::unique_ptr<Network> makeClassifier(
    NetworkInfo info, const std::vector<PlannedLayer> &layers, const Tensors &tensors)
{
    return translated([&] { return std::make_unique<Classifier>(std::move(info), layers, tensors); });
}

} // namespace convscope
