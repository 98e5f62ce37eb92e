#include "core/engine/convolution.h"

#include "core/engine/relurule.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/custom_function.h>

namespace convscope {

namespace {

/// A function of LibTorch that has no name in C++: what its compiler for TorchScript uses.
class Operator
{
public:
    explicit Operator(const char *name)
    {
        if (const auto found = c10::Dispatcher::singleton().findSchema({name, ""}))
            m_handles.push_back(*found);
    }

    bool exists() const { return !m_handles.empty(); }

    template <typename... Arguments> c10::IValue operator()(Arguments &&...arguments) const
    {
        torch::jit::Stack stack = {c10::IValue(std::forward<Arguments>(arguments))...};
        m_handles.front().callBoxed(stack);
        return std::move(stack.front());
    }

private:
    std::vector<c10::OperatorHandle> m_handles; ///< one, or none in a LibTorch without oneDNN
};

/// (weight, bias, stride, padding, dilation, groups, size of the input, what follows) → packed weights.
const Operator &packOperator()
{
    static const Operator found("mkldnn_prepacked::conv2d_prepack");
    return found;
}

/// (input, packed weights) → output, channels-last where the input is.
const Operator &runOperator()
{
    static const Operator found("mkldnn_prepacked::conv2d_run");
    return found;
}

c10::IValue packed(const at::Tensor &weight, const at::Tensor &bias, int height, int width, bool withReLU)
{
    const c10::List<std::int64_t> one({1, 1});
    const c10::List<std::int64_t> padding({weight.size(2) / 2, weight.size(2) / 2});
    const c10::List<std::int64_t> input({1, weight.size(1), height, width});
    return packOperator()(weight.contiguous(at::MemoryFormat::ChannelsLast),
        bias.defined() ? c10::IValue(bias) : c10::IValue(), one, padding, one, std::int64_t(1), input,
        std::string(withReLU ? "relu" : "none"));
}

/// w'[c, f, i, j] = w[f, c, k−1−i, k−1−j]: for stride 1 and padding (k−1)/2 the convolution with it is the
/// gradient of the input.
at::Tensor turned(const at::Tensor &weight) { return weight.flip({2, 3}).transpose(0, 1); }

/// In the layout that `kernel`, as in Convolution::m_packed, takes and gives.
at::Tensor convolved(const at::Tensor &values, const c10::IValue &kernel)
{
    if (kernel.isCapsule())
        return (*c10::static_intrusive_pointer_cast<BlockedConvolution>(kernel.toCapsule()))(values);
    return runOperator()(values.contiguous(at::MemoryFormat::ChannelsLast), kernel).toTensor();
}

/// The same for autograd, which does not know the operator. Only the input has a gradient.
class ConvolvedWithGradient : public torch::autograd::Function<ConvolvedWithGradient>
{
public:
    static at::Tensor forward(torch::autograd::AutogradContext *context, const at::Tensor &values,
        const c10::IValue &kernel, const c10::IValue &turnedKernel, bool relu)
    {
        const at::Tensor result = convolved(values, kernel);
        context->saved_data["turned"] = turnedKernel;
        if (relu) {
            context->save_for_backward({result});
            context->saved_data["rule"] = std::int64_t(takeReluRule());
        }
        return result;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext *context, const torch::autograd::variable_list &gradients)
    {
        const torch::autograd::variable_list saved = context->get_saved_variables();
        at::Tensor gradient = gradients[0];
        if (!saved.empty())
            gradient = reluGradient(gradient, saved[0], ReluRule(context->saved_data["rule"].toInt()));
        return {convolved(gradient, context->saved_data["turned"]), {}, {}, {}};
    }
};

} // namespace

Convolution::Convolution(at::Tensor weight, at::Tensor bias, bool withReLU, int height, int width)
    : m_weight(std::move(weight))
    , m_bias(std::move(bias))
    , m_withReLU(withReLU)
{
    const auto type = m_weight.scalar_type();
    if (!m_weight.is_cpu() || (type != at::kFloat && type != at::kBFloat16) || !runOperator().exists())
        return;
    if (m_weight.size(2) == 1
        || !makeBlocked(height, width)) { // linear layers, 1×1 on one pixel, gain nothing
        m_packed = m_packedForGradient = packed(m_weight, m_bias, height, width, withReLU);
        m_packedTurned = packed(turned(m_weight), {}, height, width, false);
    }
}

bool Convolution::makeBlocked(int height, int width)
{
    using Algorithm = BlockedConvolution::Algorithm;
    const auto blocked =
        BlockedConvolution::make(Algorithm::Winograd, m_weight, m_bias, m_withReLU, height, width);
    // Which side of zero ReLU's argument lies on opens or closes a path of the gradient: Winograd's rounding
    // decides some of them otherwise, and a tenth of a saliency map's values would change. The gradient
    // itself is linear.
    const auto direct =
        BlockedConvolution::make(Algorithm::Direct, m_weight, m_bias, m_withReLU, height, width);
    const auto gradient = BlockedConvolution::make(
        Algorithm::Winograd, turned(m_weight), {}, /*withReLU=*/false, height, width);
    if (!blocked || !direct || !gradient)
        return false;
    m_blocked = blocked;
    m_packed = c10::IValue::make_capsule(blocked);
    m_packedForGradient = c10::IValue::make_capsule(direct);
    m_packedTurned = c10::IValue::make_capsule(gradient);
    return true;
}

FeatureMaps Convolution::operator()(const FeatureMaps &maps, Sums sums) const
{
    // A packed kernel gives no input of its ReLU.
    if (!isPacked() || (m_withReLU && ruleAsksForInput())) {
        const at::Tensor result =
            at::conv2d(maps.plain(), m_weight, m_bias, /*stride=*/1, m_weight.size(2) / 2);
        return {m_withReLU ? reluWithRule(result) : result};
    }
    const at::Tensor values = m_blocked && m_blocked->takesBlocks() ? maps.blocked().values : maps.plain();
    const std::int64_t blocks = m_blocked ? m_blocked->blocksGiven() : 0;
    if (c10::GradMode::is_enabled() && values.requires_grad())
        return {
            ConvolvedWithGradient::apply(values, m_packedForGradient, m_packedTurned, m_withReLU), blocks};
    return {convolved(values, sums == Sums::Plain ? m_packedForGradient : m_packed), blocks};
}

} // namespace convscope
