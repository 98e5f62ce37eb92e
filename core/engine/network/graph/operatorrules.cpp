#include "core/engine/network/graph/operatorrules.h"

#include "core/engine/network/graph/allowedoperators.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/jit_type.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace convscope {

namespace {

using Kind = c10::TypeKind;

/// Of a list or an option, what it holds.
c10::TypePtr innermost(c10::TypePtr type)
{
    while (type->kind() == Kind::ListType || type->kind() == Kind::OptionalType)
        type = type->containedType(0);
    return type;
}

/// The texts that say how to compute; any other could be the name of a file.
bool isHarmlessText(const std::string &argument)
{
    static const std::set<std::string> names = {
        "padding", "approximate", "mode", "rounding_mode", "equation", "indexing", "reduction", "ord"};
    return names.contains(argument);
}

bool isHarmless(const c10::Argument &argument)
{
    static const std::set<Kind> kinds = {Kind::TensorType, Kind::IntType, Kind::SymIntType, Kind::FloatType,
        Kind::BoolType, Kind::NumberType, Kind::ScalarTypeType, Kind::LayoutType, Kind::MemoryFormatType,
        Kind::DeviceObjType};
    const Kind kind = innermost(argument.real_type())->kind();
    return kinds.contains(kind) || (kind == Kind::StringType && isHarmlessText(argument.name()));
}

bool givesTensors(const c10::FunctionSchema &schema)
{
    const auto &returns = schema.returns();
    return !returns.empty() && std::all_of(returns.begin(), returns.end(), [](const c10::Argument &each) {
        const Kind kind = each.real_type()->kind();
        return kind == Kind::TensorType
            || (kind == Kind::ListType && innermost(each.real_type())->kind() == Kind::TensorType);
    });
}

bool writes(const c10::Argument &argument)
{
    return argument.alias_info() && argument.alias_info()->isWrite();
}

/// What is written is the first argument of an operator that has a twin which makes something new instead.
bool writesOnlyInPlace(const TorchOperator &op)
{
    const auto &arguments = op.schema.arguments();
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (writes(arguments[i]))
            return false;
    }
    if (arguments.empty() || !writes(arguments[0]))
        return true;
    if (op.changesShape || !op.name.ends_with('_') || op.name.ends_with("__"))
        return false;
    const std::string twin = "aten::" + op.name.substr(0, op.name.size() - 1);
    return c10::Dispatcher::singleton().findSchema({twin, op.schema.overload_name()}).has_value();
}

/// LibTorch may not say of these that they change the shape of what they are given.
bool changesShapeByName(const std::string &name)
{
    static const std::set<std::string> names = {
        "as_strided_", "squeeze_", "unsqueeze_", "transpose_", "t_", "swapaxes_", "swapdims_"};
    return names.contains(name);
}

/// Of operators that are allowed, the forms that are not: they read memory as what it is not, as it was
/// before, or by lengths that nobody looks at.
bool isForbiddenForm(const TorchOperator &op)
{
    const bool readsAnew = op.overload == "dtype" && (op.name == "view" || op.name == "view_copy");
    return readsAnew || op.place("names") >= 0 || op.place("batch_sizes") >= 0;
}

bool drawsByName(const std::string &name)
{
    static constexpr std::array<std::string_view, 13> starts = {"rand", "normal", "bernoulli", "multinomial",
        "poisson", "uniform", "exponential", "geometric", "cauchy", "log_normal", "binomial",
        "_standard_gamma", "_sample_dirichlet"};
    return std::any_of(
        starts.begin(), starts.end(), [&](std::string_view start) { return name.starts_with(start); });
}

/// The arguments that say that an operator is of training.
const std::map<std::string, std::string> &trainingFlags()
{
    static const std::map<std::string, std::string> flags = {{"batch_norm", "training"},
        {"native_batch_norm", "training"}, {"_native_batch_norm_legit", "training"},
        {"_native_batch_norm_legit_functional", "training"}, {"cudnn_batch_norm", "training"},
        {"instance_norm", "use_input_stats"}, {"dropout", "train"}, {"dropout_", "train"},
        {"feature_dropout", "train"}, {"feature_dropout_", "train"}, {"alpha_dropout", "train"},
        {"alpha_dropout_", "train"}, {"feature_alpha_dropout", "train"}, {"feature_alpha_dropout_", "train"},
        {"native_dropout", "train"}, {"rrelu", "training"}, {"rrelu_", "training"},
        {"rrelu_with_noise", "training"}, {"rrelu_with_noise_functional", "training"}};
    return flags;
}

/// Attention drops as many of its weights in training.
bool isAttention(const std::string &name) { return name.find("scaled_dot_product") != std::string::npos; }

bool isInTraining(const TorchOperator &op)
{
    if (op.name.starts_with("_batch_norm_with_update"))
        return true;
    if (isAttention(op.name)) {
        const auto dropped = op.constant("dropout_p");
        return !dropped || !dropped->isDouble() || dropped->toDouble() != 0;
    }
    const auto flag = trainingFlags().find(op.name);
    if (flag == trainingFlags().end())
        return false;
    const auto value = op.constant(flag->second);
    return !value || !value->isBool() || value->toBool();
}

bool keepsStatistics(const TorchOperator &op)
{
    const auto mean = op.constant("running_mean");
    return op.place("running_mean") < 0 || !mean || !mean->isNone();
}

} // namespace

bool isAssertion(const std::string &target)
{
    static constexpr std::array<std::string_view, 6> starts = {"torch.ops.aten._assert_",
        "torch.ops.aten.sym_constrain_range", "torch.ops.aten._functional_assert",
        "torch.ops.aten._functional_sym_constrain_range", "torch._check", "torch.sym_constrain_range"};
    return std::any_of(
        starts.begin(), starts.end(), [&](std::string_view start) { return target.starts_with(start); });
}

bool leaveTraining(TorchOperator &op)
{
    if (!isInTraining(op) || !keepsStatistics(op)) // without statistics it takes the photo's own
        return false;
    if (isAttention(op.name))
        op.set("dropout_p", 0.0);
    else if (const auto flag = trainingFlags().find(op.name); flag != trainingFlags().end())
        op.set(flag->second, false);
    return true;
}

void requireHarmless(const TorchOperator &op)
{
    const bool hasEvalMode = trainingFlags().contains(op.name) || isAttention(op.name);
    if (!hasEvalMode && (op.isRandom || drawsByName(op.name)))
        throw Error(ErrorKind::NetworkRandom, {}, {printable(op.kind)});
    if (op.isComposed)
        return;
    const auto &arguments = op.schema.arguments();
    bool isAllowed = isKnownToCompute(op.name) && !isForbiddenForm(op) && givesTensors(op.schema)
        && writesOnlyInPlace(op) && !changesShapeByName(op.name);
    for (std::size_t i = 0; i < arguments.size(); ++i)
        isAllowed = isAllowed && (!op.isGiven[i] || isHarmless(arguments[i]));
    if (!isAllowed)
        throw Error(ErrorKind::OperatorForbidden, {}, {printable(op.kind), printable(op.node)});
}

bool changesInPlace(const TorchOperator &op)
{
    return !op.schema.arguments().empty() && writes(op.schema.arguments()[0]);
}

bool mayBeView(const TorchOperator &op)
{
    // LibTorch says of these that they make something new, but they may give what they are given.
    static const std::set<std::string> silent = {"dropout", "feature_dropout", "alpha_dropout",
        "feature_alpha_dropout", "native_dropout", "type_as", "_unsafe_view", "atleast_1d", "atleast_2d",
        "atleast_3d", "meshgrid", "broadcast_tensors", "sum_to_size", "pixel_shuffle", "pixel_unshuffle",
        "einsum", "channel_shuffle", "nan_to_num", "tensordot", "_to_copy", "conj_physical", "lift",
        "to_dense", "unsafe_split", "unsafe_split_with_sizes", "unsafe_chunk", "copy", "chain_matmul",
        "resolve_conj", "resolve_neg", "contiguous", "to", "expand_as", "reshape_as", "view_as"};
    const auto &returns = op.schema.returns();
    if (changesInPlace(op) || returns.empty())
        return false;
    return returns[0].alias_info() || silent.contains(op.name);
}

} // namespace convscope
