#include "core/engine/network/chainreader.h"

#include "core/engine/network/batchnorm.h"

#include <ATen/ATen.h>
#include <ATen/core/function_schema.h>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

using Kind = ChainModule::Kind;

/// Height and width; a single number stands for both. Empty for what is neither.
std::vector<int> pairOf(const c10::IValue &value)
{
    std::vector<int> numbers;
    if (value.isIntList())
        for (const std::int64_t number : value.toIntVector())
            numbers.push_back(int(number));
    if (numbers.size() == 1)
        numbers.push_back(numbers.front());
    return numbers.size() == 2 ? numbers : std::vector<int>();
}

bool isTrue(const c10::IValue &value) { return value.isBool() && value.toBool(); }

bool isNothing(const c10::IValue &value)
{
    return value.isNone() || (value.isTensor() && !value.toTensor().defined());
}

at::Tensor tensorOf(const c10::IValue &value) { return isNothing(value) ? at::Tensor() : value.toTensor(); }

/// The padding of a convolution as numbers; "same" pads as much on either side. Empty where it does not.
std::vector<int> paddingOf(const TracedOperator &step, const LayerGeometry &geometry)
{
    const c10::IValue padding = step.argument("padding");
    if (!padding.isString())
        return pairOf(padding);
    if (padding.toStringRef() == "valid")
        return {0, 0};
    std::vector<int> found;
    for (std::size_t side = 0; side < 2; ++side) {
        const int all = geometry.dilation[side] * (geometry.kernel[side] - 1);
        if (all % 2 == 0)
            found.push_back(all / 2);
    }
    return found.size() == 2 ? found : std::vector<int>();
}

bool isComplete(const LayerGeometry &geometry)
{
    return !geometry.kernel.empty() && !geometry.stride.empty() && !geometry.padding.empty()
        && !geometry.dilation.empty();
}

} // namespace

bool ChainReader::read(const TracedOperator &step, const std::string &module)
{
    using Rule = bool (ChainReader::*)(const TracedOperator &);
    static const std::map<std::string, Rule> rules = {
        {"aten::conv2d", &ChainReader::readConvolution},
        {"aten::_convolution", &ChainReader::readConvolution},
        {"aten::convolution", &ChainReader::readConvolution},
        {"aten::_convolution_mode", &ChainReader::readConvolution},
        {"aten::batch_norm", &ChainReader::readBatchNorm},
        {"aten::linear", &ChainReader::readLinear},
        {"aten::addmm", &ChainReader::readMatrixProduct},
        {"aten::relu", &ChainReader::readReLU},
        {"aten::max_pool2d", &ChainReader::readMaxPool},
        {"aten::max_pool2d_with_indices", &ChainReader::readMaxPool},
        {"aten::avg_pool2d", &ChainReader::readAveragePool},
        {"aten::adaptive_avg_pool2d", &ChainReader::readAdaptivePool},
        {"aten::mean", &ChainReader::readMean},
        {"aten::flatten", &ChainReader::readShape},
        {"aten::reshape", &ChainReader::readShape},
        {"aten::view", &ChainReader::readShape},
        {"aten::squeeze", &ChainReader::readShape},
        {"aten::unsqueeze", &ChainReader::readShape},
        {"aten::dropout", &ChainReader::readDropout},
        {"aten::feature_dropout", &ChainReader::readDropout},
        {"aten::clone", &ChainReader::readCopy},
        {"aten::contiguous", &ChainReader::readCopy},
        {"aten::detach", &ChainReader::readCopy},
        {"aten::alias", &ChainReader::readCopy},
        {"aten::to", &ChainReader::readCopy},
    };
    const auto rule = rules.find(step.name);
    const bool isPlain = step.sources.size() == 1 && !step.outputs.empty() && step.inputShape.size() > 1
        && step.inputShape.front() == m_pictures && step.outputs.front().dim() > 1
        && step.outputs.front().size(0) == m_pictures;
    m_name = module;
    return isPlain && rule != rules.end() && (this->*rule->second)(step);
}

bool ChainReader::add(ChainModule module, const at::Tensor &weight, const c10::IValue &bias)
{
    module.name = m_name;
    module.weight = weight.detach();
    module.bias = isNothing(bias) ? at::zeros({weight.size(0)}, weight.options()) : bias.toTensor().detach();
    m_chain.modules.push_back(std::move(module));
    return true;
}

bool ChainReader::readConvolution(const TracedOperator &step)
{
    const at::Tensor weight = tensorOf(step.argument("weight"));
    if (step.sources.front().argument != 0 || weight.dim() != 4 || isTrue(step.argument("transposed")))
        return false;
    LayerGeometry geometry;
    geometry.kernel = {int(weight.size(2)), int(weight.size(3))};
    geometry.stride = pairOf(step.argument("stride"));
    geometry.dilation = pairOf(step.argument("dilation"));
    geometry.groups = int(step.argument("groups").toInt());
    if (!geometry.dilation.empty())
        geometry.padding = paddingOf(step, geometry);
    return isComplete(geometry)
        && add({.kind = Kind::Convolution, .geometry = geometry}, weight, step.argument("bias"));
}

bool ChainReader::readBatchNorm(const TracedOperator &step)
{
    const at::Tensor mean = tensorOf(step.argument("running_mean"));
    const at::Tensor variance = tensorOf(step.argument("running_var"));
    if (m_chain.modules.empty() || !m_chain.modules.back().hasWeights() || !mean.defined()
        || !variance.defined() || isTrue(step.argument("training")) || step.sources.front().argument != 0)
        return false;
    ChainModule &before = m_chain.modules.back();
    const Affine norm = batchNorm(mean, variance, tensorOf(step.argument("weight")),
        tensorOf(step.argument("bias")), step.argument("eps").toDouble());
    const Affine both = folded({before.weight, before.bias}, norm);
    before.bias = both.bias.to(before.weight.scalar_type());
    before.weight = both.weight.to(before.weight.scalar_type());
    return true;
}

bool ChainReader::readLinear(const TracedOperator &step)
{
    const at::Tensor weight = tensorOf(step.argument("weight"));
    return step.sources.front().argument == 0 && step.inputShape.size() == 2 && weight.dim() == 2
        && add({.kind = Kind::Linear}, weight, step.argument("bias"));
}

/// bias + input·weight, as older versions of PyTorch write a linear layer down when they trace it.
bool ChainReader::readMatrixProduct(const TracedOperator &step)
{
    const auto isOne = [&](const char *name) { return step.argument(name).toScalar().toDouble() == 1; };
    const at::Tensor weight = tensorOf(step.argument("mat2"));
    const bool isLinear = step.sources.front().argument == 1 && weight.dim() == 2 && isOne("alpha")
        && isOne("beta") && tensorOf(step.argument("self")).dim() == 1;
    return isLinear && add({.kind = Kind::Linear}, weight.t(), step.argument("self"));
}

bool ChainReader::readReLU(const TracedOperator &)
{
    m_chain.modules.push_back({.kind = Kind::ReLU, .name = m_name});
    return true;
}

bool ChainReader::readMaxPool(const TracedOperator &step)
{
    ChainModule module{.kind = Kind::MaxPool, .name = m_name};
    module.geometry.kernel = pairOf(step.argument("kernel_size"));
    module.geometry.stride = pairOf(step.argument("stride"));
    if (module.geometry.stride.empty()) // PyTorch's default
        module.geometry.stride = module.geometry.kernel;
    module.geometry.padding = pairOf(step.argument("padding"));
    module.geometry.dilation = pairOf(step.argument("dilation"));
    module.ceilMode = isTrue(step.argument("ceil_mode"));
    if (!isComplete(module.geometry) || step.inputShape.size() != 4)
        return false;
    m_chain.modules.push_back(std::move(module));
    return true;
}

bool ChainReader::readAveragePool(const TracedOperator &step)
{
    const std::vector<int> window = pairOf(step.argument("kernel_size"));
    const std::vector<int> stride = pairOf(step.argument("stride"));
    const bool isPlain = pairOf(step.argument("padding")) == std::vector<int>{0, 0}
        && !isTrue(step.argument("ceil_mode")) && step.argument("divisor_override").isNone();
    return isPlain && step.inputShape.size() == 4 && addAverage(window, stride.empty() ? window : stride);
}

/// Of windows that lie side by side.
bool ChainReader::readAdaptivePool(const TracedOperator &step)
{
    const at::IntArrayRef after = step.outputs.front().sizes();
    if (step.inputShape.size() != 4 || step.inputShape[2] % after[2] != 0
        || step.inputShape[3] % after[3] != 0)
        return false;
    const std::vector<int> window = {int(step.inputShape[2] / after[2]), int(step.inputShape[3] / after[3])};
    return addAverage(window, window);
}

/// Over height and width.
bool ChainReader::readMean(const TracedOperator &step)
{
    const c10::IValue dimensions = step.argument("dim");
    if (step.inputShape.size() != 4 || !dimensions.isIntList())
        return false;
    std::vector<std::int64_t> over = dimensions.toIntVector();
    for (std::int64_t &each : over)
        each = each < 0 ? each + 4 : each;
    std::sort(over.begin(), over.end());
    const std::vector<int> window = {int(step.inputShape[2]), int(step.inputShape[3])};
    return over == std::vector<std::int64_t>{2, 3} && step.outputs.front().numel() > 0
        && addAverage(window, window) && (step.outputs.front().dim() == 4 || readShape(step));
}

bool ChainReader::addAverage(std::vector<int> window, std::vector<int> stride)
{
    if (window.empty() || stride.empty())
        return false;
    if (window != std::vector<int>{1, 1} || stride != window)
        m_chain.modules.push_back({.kind = Kind::AveragePool,
            .name = m_name,
            .geometry = {std::move(window), std::move(stride), {0, 0}, {1, 1}}});
    return true;
}

/// Each photo's values in another shape, in the same order.
bool ChainReader::readShape(const TracedOperator &step)
{
    const std::vector<std::int64_t> shape = step.outputs.front().sizes().slice(1).vec();
    const std::vector<std::int64_t> before(step.inputShape.begin() + 1, step.inputShape.end());
    if (shape != before)
        m_chain.modules.push_back({.kind = Kind::Reshape, .shape = shape});
    return true;
}

/// Does nothing in eval mode.
bool ChainReader::readDropout(const TracedOperator &step) { return !isTrue(step.argument("train")); }

bool ChainReader::readCopy(const TracedOperator &step)
{
    const c10::IValue &before = step.arguments.front();
    return step.sources.front().argument == 0 && before.isTensor()
        && before.toTensor().scalar_type() == step.outputs.front().scalar_type();
}

} // namespace convscope
