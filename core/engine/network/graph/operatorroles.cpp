#include "core/engine/network/graph/operatorroles.h"

#include <ATen/ATen.h>

#include <limits>
#include <set>

namespace convscope {

namespace {

using Kind = OperatorArgument::Kind;

/// The constant that an argument stands for; undefined where it is none, or no tensor.
at::Tensor constantTensor(const Graph &graph, const OperatorArgument &argument)
{
    const c10::IValue &constant =
        argument.kind == Kind::Value ? graph.values[std::size_t(argument.value)].constant : argument.constant;
    return constant.isTensor() ? constant.toTensor() : at::Tensor();
}

at::Tensor constantTensor(const TorchOperator &op, const Graph &graph, const std::string &argument)
{
    const int place = op.place(argument);
    return place < 0 ? at::Tensor() : constantTensor(graph, op.arguments[std::size_t(place)]);
}

bool isOne(const TorchOperator &op, const std::string &argument)
{
    const auto value = op.constant(argument);
    return value && value->isScalar() && value->toScalar().toDouble() == 1;
}

/// −1 of an argument that is None.
int givenPlace(const TorchOperator &op, const std::string &argument)
{
    const int place = op.place(argument);
    const bool isValue = place >= 0 && op.arguments[std::size_t(place)].kind == Kind::Value;
    return isValue ? place : -1;
}

/// Two-dimensional, and not transposed.
bool isConvolution(const TorchOperator &op, const Graph &graph)
{
    static const std::set<std::string> names = {"conv2d", "convolution", "_convolution"};
    if (!names.contains(op.name))
        return false;
    const auto transposed = op.constant("transposed");
    const at::Tensor weight = constantTensor(op, graph, "weight");
    return !(transposed && transposed->toBool())
        && (op.name == "conv2d" || (weight.defined() && weight.dim() == 4));
}

bool isBatchNorm(const TorchOperator &op)
{
    static const std::set<std::string> names = {"batch_norm", "native_batch_norm", "_native_batch_norm_legit",
        "_native_batch_norm_legit_no_training", "_native_batch_norm_legit_functional",
        "_batch_norm_with_update", "_batch_norm_with_update_functional", "_batch_norm_no_update",
        "cudnn_batch_norm"};
    return names.contains(op.name) && givenPlace(op, "running_mean") >= 0
        && givenPlace(op, "running_var") >= 0;
}

Role roleOf(const TorchOperator &op, const Graph &graph)
{
    if (isConvolution(op, graph))
        return Role::Convolution;
    if (isBatchNorm(op))
        return Role::BatchNorm;
    if (op.name == "linear")
        return Role::Linear;
    return op.name == "relu" || op.name == "relu_" ? Role::ReLU : Role::Other;
}

Weights weightsOf(const TorchOperator &op, Role role)
{
    Weights weights;
    if (role == Role::Other || role == Role::ReLU)
        return weights;
    weights.weight = op.place("weight");
    weights.bias = op.place("bias"); // a batch norm that is folded in brings one where there is none
    if (role != Role::BatchNorm)
        return weights;
    weights.mean = givenPlace(op, "running_mean");
    weights.variance = givenPlace(op, "running_var");
    const auto epsilon = op.constant(op.place("eps") >= 0 ? "eps" : "epsilon");
    weights.epsilon = epsilon && epsilon->isDouble() ? epsilon->toDouble() : 0;
    return weights;
}

/// Height and width; empty where the file does not tell them. A single number stands for both.
std::vector<int> pairOf(const TorchOperator &op, const std::string &argument)
{
    const auto value = op.constant(argument);
    std::vector<int> numbers;
    if (!value || !value->isIntList())
        return numbers;
    for (const std::int64_t number : value->toIntVector()) {
        if (number < 0 || number > std::numeric_limits<int>::max())
            return {};
        numbers.push_back(int(number));
    }
    if (numbers.size() == 1)
        numbers.push_back(numbers.front());
    return numbers.size() == 2 ? numbers : std::vector<int>();
}

std::optional<LayerGeometry> geometryOf(const TorchOperator &op, const Graph &graph, Role role)
{
    static const std::set<std::string> pools = {"max_pool2d", "avg_pool2d", "max_pool2d_with_indices"};
    LayerGeometry geometry;
    if (role == Role::Convolution) {
        const at::Tensor weight = constantTensor(op, graph, "weight");
        if (!weight.defined() || weight.dim() != 4)
            return {};
        geometry.kernel = {int(weight.size(2)), int(weight.size(3))};
        const auto groups = op.constant("groups");
        geometry.groups = groups && groups->isInt() ? int(groups->toInt()) : 1;
    } else if (pools.contains(op.name)) {
        geometry.kernel = pairOf(op, "kernel_size");
    }
    if (geometry.kernel.empty())
        return {};
    geometry.stride = pairOf(op, "stride");
    const auto stride = op.constant("stride");
    if (stride && stride->isIntList() && stride->toIntVector().empty())
        geometry.stride = geometry.kernel; // PyTorch's default
    geometry.padding = pairOf(op, "padding");
    geometry.dilation = pairOf(op, "dilation");
    return geometry;
}

} // namespace

int transposedMatrix(const Graph &graph, const TorchOperator &op)
{
    const auto isNumber = [&](const char *argument, std::int64_t number, std::int64_t fromBehind) {
        const auto value = op.constant(argument);
        return value && value->isInt() && (value->toInt() == number || value->toInt() == fromBehind);
    };
    const bool isSwap = op.name == "transpose" && op.overload == "int"
        && ((isNumber("dim0", 0, -2) && isNumber("dim1", 1, -1))
            || (isNumber("dim0", 1, -1) && isNumber("dim1", 0, -2)));
    const auto axes = op.name == "permute" ? op.constant("dims") : std::nullopt;
    const bool isPermuted =
        axes && axes->isIntList() && axes->toIntVector() == std::vector<std::int64_t>{1, 0};
    if (op.name != "t" && !isSwap && !isPermuted)
        return -1;
    const at::Tensor matrix = constantTensor(graph, op.arguments[0]);
    return matrix.defined() && matrix.dim() == 2 && op.arguments[0].kind == Kind::Value
        ? op.arguments[0].value
        : -1;
}

void becomeLinear(TorchOperator &op, const Graph &graph, const std::vector<int> &matrixOf)
{
    const bool hasBias = op.name == "addmm";
    if (op.overload != "default" || (!hasBias && op.name != "mm"))
        return;
    if (hasBias && (!isOne(op, "beta") || !isOne(op, "alpha")))
        return;
    const OperatorArgument input = op.arguments[hasBias ? 1 : 0];
    const OperatorArgument transposed = op.arguments[hasBias ? 2 : 1];
    const OperatorArgument bias = hasBias ? op.arguments[0] : OperatorArgument();
    const int matrix = transposed.kind == Kind::Value ? matrixOf[std::size_t(transposed.value)] : -1;
    const at::Tensor biases = constantTensor(graph, bias);
    if (matrix < 0 || (hasBias && (!biases.defined() || biases.dim() != 1)))
        return;
    TorchOperator linear = findOperator("torch.ops.aten.linear.default", op.node);
    linear.kind = op.kind; // as in the file
    linear.arguments = {input, OperatorArgument::ofValue(matrix), bias};
    linear.isGiven = {true, true, hasBias};
    op = std::move(linear);
}

void describeOperator(const TorchOperator &op, const Graph &graph, Operator &described)
{
    described.role = roleOf(op, graph);
    described.weights = weightsOf(op, described.role);
    described.geometry = geometryOf(op, graph, described.role);
    const auto &wanted = op.schema.arguments();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        described.argumentNames.push_back(wanted[i].name());
        const OperatorArgument &argument = op.arguments[i];
        if (argument.kind == Kind::Constant && !argument.constant.isNone() && op.isGiven[i])
            described.attributes.emplace_back(wanted[i].name(), shortText(argument.constant));
    }
}

} // namespace convscope
