#include "core/engine/network/graph/composedoperators.h"

#include "core/engine/network/graph/attention.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/jit/frontend/function_schema_parser.h>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace convscope {

namespace {

using Stack = std::vector<c10::IValue>;

/// What an operator is made of.
using Composition = Stack (*)(const Stack &arguments);

at::Tensor tensorOrNone(const c10::IValue &value) { return value.isNone() ? at::Tensor() : value.toTensor(); }

/// Where nobody computes what nobody uses.
c10::IValue nothing() { return at::Tensor(); }

/// LibTorch's own operator, with the same arguments.
Stack call(const char *name, const char *overload, Stack stack)
{
    c10::Dispatcher::singleton().findSchemaOrThrow(name, overload).callBoxed(&stack);
    return stack;
}

/// In eval mode: input, γ, β, mean, variance, …; momentum and ε last.
at::Tensor normalisedBatch(const Stack &a)
{
    const double epsilon = a[a.size() - 1].toDouble();
    const double momentum = a[a.size() - 2].toDouble();
    return at::batch_norm(a[0].toTensor(), tensorOrNone(a[1]), tensorOrNone(a[2]), a[3].toTensor(),
        a[4].toTensor(), /*training=*/false, momentum, epsilon, /*cudnn_enabled=*/false);
}

Stack batchNorm3(const Stack &a) { return {normalisedBatch(a), nothing(), nothing()}; }

Stack batchNorm4(const Stack &a) { return {normalisedBatch(a), nothing(), nothing(), nothing()}; }

/// The statistics stay as they are.
Stack batchNorm5(const Stack &a) { return {normalisedBatch(a), nothing(), nothing(), a[3], a[4]}; }

Stack batchNorm6(const Stack &a) { return {normalisedBatch(a), nothing(), nothing(), nothing(), a[3], a[4]}; }

/// Keeps no statistics: it takes the photo's own.
Stack batchNormWithoutStatistics(const Stack &a)
{
    return {
        at::batch_norm(a[0].toTensor(), tensorOrNone(a[1]), tensorOrNone(a[2]), at::Tensor(), at::Tensor(),
            /*training=*/true, a[4].toDouble(), a[5].toDouble(), /*cudnn_enabled=*/false),
        nothing(), nothing()};
}

/// LibTorch's writes the statistics back, even in eval mode, where it is a batch norm.
Stack instanceNorm(const Stack &a)
{
    if (a[5].toBool() || a[3].isNone())
        return {at::instance_norm(a[0].toTensor(), tensorOrNone(a[1]), tensorOrNone(a[2]), {}, {},
            /*use_input_stats=*/true, a[6].toDouble(), a[7].toDouble(), /*cudnn_enabled=*/false)};
    return {at::batch_norm(a[0].toTensor(), tensorOrNone(a[1]), tensorOrNone(a[2]), a[3].toTensor(),
        a[4].toTensor(), /*training=*/false, a[6].toDouble(), a[7].toDouble(), /*cudnn_enabled=*/false)};
}

/// LibTorch's own does not look at the sizes.
Stack weightNorm(const Stack &a)
{
    const at::Tensor direction = a[0].toTensor();
    const at::Tensor lengths = at::norm_except_dim(direction, 2, a[2].toInt());
    return {direction * (a[1].toTensor() / lengths)};
}

at::Tensor rootMeanSquareNorm(const Stack &a)
{
    const at::Tensor input = a[0].toTensor();
    std::vector<std::int64_t> axes(a[1].toIntVector().size());
    for (std::size_t i = 0; i < axes.size(); ++i)
        axes[i] = -std::int64_t(i) - 1;
    const double least = input.scalar_type() == at::kDouble ? std::numeric_limits<double>::epsilon()
                                                            : double(std::numeric_limits<float>::epsilon());
    const double epsilon = a[3].isNone() ? least : a[3].toDouble();
    at::Tensor result = input * at::rsqrt(input.square().mean(axes, /*keepdim=*/true) + epsilon);
    return a[2].isNone() ? result : result * a[2].toTensor();
}

Stack rmsNorm(const Stack &a) { return {rootMeanSquareNorm(a)}; }

Stack fusedRmsNorm(const Stack &a) { return {rootMeanSquareNorm(a), nothing()}; }

Stack preluKernel(const Stack &a)
{
    const at::Tensor input = a[0].toTensor();
    return {at::where(input > 0, input, input * a[1].toTensor())};
}

/// In eval mode; the noise is for training.
Stack rrelu(const Stack &a)
{
    const double slope = (a[2].toScalar().toDouble() + a[3].toScalar().toDouble()) / 2;
    return {at::leaky_relu(a[0].toTensor(), slope)};
}

Stack functionalRrelu(const Stack &a) { return {rrelu(a)[0], a[1]}; }

Stack safeSoftmax(const Stack &a)
{
    at::Tensor scores = a[0].toTensor();
    if (!a[2].isNone())
        scores = scores.to(a[2].toScalarType());
    return {softmaxOrZero(scores, a[1].toInt())};
}

/// The axes counted from the front, the last first; all where none are told.
std::vector<std::int64_t> axesFromBehind(const at::Tensor &tensor, const c10::IValue &told)
{
    std::vector<std::int64_t> axes;
    if (told.isNone()) {
        for (std::int64_t axis = 0; axis < tensor.dim(); ++axis)
            axes.push_back(axis);
    } else {
        for (const std::int64_t axis : told.toIntVector())
            axes.push_back(axis < 0 ? axis + tensor.dim() : axis);
    }
    std::sort(axes.rbegin(), axes.rend());
    return axes;
}

Stack squeezeAxes(const Stack &a)
{
    at::Tensor tensor = a[0].toTensor();
    for (const std::int64_t axis : axesFromBehind(tensor, a[1]))
        tensor = tensor.squeeze(axis);
    return {tensor};
}

Stack anyOfAxes(const Stack &a)
{
    at::Tensor tensor = a[0].toTensor().ne(0);
    for (const std::int64_t axis : axesFromBehind(tensor, a[1]))
        tensor = tensor.any(axis, a[2].toBool());
    return {tensor};
}

Stack allOfAxes(const Stack &a)
{
    at::Tensor tensor = a[0].toTensor().ne(0);
    for (const std::int64_t axis : axesFromBehind(tensor, a[1]))
        tensor = tensor.all(axis, a[2].toBool());
    return {tensor};
}

Stack index(const Stack &a) { return call("aten::index", "Tensor", a); }

Stack indexPut(const Stack &a) { return call("aten::index_put", "", a); }

/// Indices may lie outside where the mask is false.
Stack maskedIndex(const Stack &a)
{
    const at::Tensor tensor = a[0].toTensor();
    const c10::List<c10::IValue> given = a[2].toList();
    c10::List<c10::IValue> inside(given.elementType());
    for (std::size_t i = 0; i < given.size(); ++i) {
        const c10::IValue each = given.get(i);
        inside.push_back(each.isNone() ? each
                                       : c10::IValue(each.toTensor().clamp(
                                           0, std::max<std::int64_t>(tensor.size(std::int64_t(i)) - 1, 0))));
    }
    const at::Tensor values = call("aten::index", "Tensor", {tensor, inside})[0].toTensor();
    return {values.masked_fill(a[1].toTensor().logical_not(), a[3].toScalar())};
}

Stack sizeOfAxis(const Stack &a) { return {a[0].toTensor().size(a[1].toInt())}; }

Stack strideOfAxis(const Stack &a) { return {a[0].toTensor().stride(a[1].toInt())}; }

Stack countOfElements(const Stack &a) { return {a[0].toTensor().numel()}; }

Stack offsetInStorage(const Stack &a) { return {a[0].toTensor().storage_offset()}; }

Stack copyOf(const Stack &a) { return {a[0].toTensor().clone()}; }

Stack reshapedCopy(const Stack &a) { return {a[0].toTensor().reshape(a[1].toIntVector()).clone()}; }

/// A view where the memory allows it. Kernels of other LibTorchs arrange it otherwise.
Stack viewed(const Stack &a) { return {a[0].toTensor().reshape(a[1].toIntVector())}; }

Stack detached(const Stack &a) { return {a[0].toTensor().detach()}; }

/// Zeros where PyTorch leaves memory as it was; size, …, and dtype, layout, device, pin_memory from
/// `options`.
Stack zeros(const Stack &a, const c10::IValue &size, std::size_t options, at::TensorOptions usual)
{
    if (!a[options].isNone())
        usual = usual.dtype(a[options].toScalarType());
    if (!a[options + 2].isNone())
        usual = usual.device(a[options + 2].toDevice());
    return {at::zeros(size.toIntVector(), usual)};
}

Stack empty(const Stack &a) { return zeros(a, a[0], 1, at::TensorOptions()); }

Stack emptyArranged(const Stack &a) { return zeros(a, a[0], 2, at::TensorOptions()); }

Stack emptyLike(const Stack &a)
{
    return zeros(a, c10::IValue(a[0].toTensor().sizes().vec()), 1, a[0].toTensor().options());
}

Stack newEmpty(const Stack &a) { return zeros(a, a[1], 2, a[0].toTensor().options()); }

Stack newEmptyArranged(const Stack &a) { return zeros(a, a[1], 3, a[0].toTensor().options()); }

struct Row
{
    const char *schema; ///< as PyTorch's own, but for `Tensor` in place of what no caller uses
    Composition composition;
    bool always = false; ///< also where LibTorch has the operator
};

// The forms of attention for one device are used on any; what would change statistics leaves them; what tells
// a number is no operator on tensors.
constexpr Row rows[] = {
    {"_native_batch_norm_legit_no_training(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, "
     "Tensor running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor)",
        batchNorm3, true},
    {"_native_batch_norm_legit(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor "
     "running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)",
        batchNorm3, true},
    {"_native_batch_norm_legit.no_stats(Tensor input, Tensor? weight, Tensor? bias, bool training, float "
     "momentum, float eps) -> (Tensor, Tensor, Tensor)",
        batchNormWithoutStatistics, true},
    {"_native_batch_norm_legit_functional(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, "
     "Tensor running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor, "
     "Tensor)",
        batchNorm5, true},
    {"_batch_norm_with_update(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor "
     "running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor)",
        batchNorm4, true},
    {"_batch_norm_with_update_functional(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, "
     "Tensor running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)",
        batchNorm6, true},
    {"_batch_norm_no_update(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor "
     "running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor)",
        batchNorm4, true},
    {"cudnn_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor running_mean, Tensor running_var, "
     "bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor, Tensor)",
        batchNorm4, true},
    {"instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, "
     "bool "
     "use_input_stats, float momentum, float eps, bool cudnn_enabled) -> Tensor",
        instanceNorm, true},
    {"_weight_norm(Tensor v, Tensor g, int dim=0) -> Tensor", weightNorm, true},
    {"rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor",
        rmsNorm},
    {"_fused_rms_norm(Tensor input, int[] normalized_shape, Tensor? weight, float? eps) -> (Tensor, Tensor)",
        fusedRmsNorm},
    {"_prelu_kernel(Tensor self, Tensor weight) -> Tensor", preluKernel},
    {"rrelu_with_noise(Tensor self, Tensor noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool "
     "training=False) -> Tensor",
        rrelu, true},
    {"rrelu_with_noise_functional(Tensor self, Tensor noise, Scalar lower=0.125, Scalar "
     "upper=0.33333333333333331, bool training=False) -> (Tensor, Tensor)",
        functionalRrelu, true},
    {"_safe_softmax(Tensor self, int dim, ScalarType? dtype=None) -> Tensor", safeSoftmax},
    {"scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float "
     "dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor",
        attention},
    {"_scaled_dot_product_attention_math(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, "
     "float dropout_p=0.0, bool is_causal=False, Tensor? dropout_mask=None, *, float? scale=None, bool "
     "enable_gqa=False) -> (Tensor, Tensor)",
        mathAttention, true},
    {"_scaled_dot_product_flash_attention_for_cpu(Tensor query, Tensor key, Tensor value, float "
     "dropout_p=0.0, bool is_causal=False, *, Tensor? attn_mask=None, float? scale=None) -> (Tensor, Tensor)",
        flashAttentionForCpu, true},
    {"_scaled_dot_product_flash_attention(Tensor query, Tensor key, Tensor value, float dropout_p=0.0, bool "
     "is_causal=False, bool return_debug_mask=False, *, float? scale=None) -> (Tensor, Tensor, Tensor, "
     "Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)",
        flashAttention, true},
    {"_scaled_dot_product_efficient_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_bias, "
     "bool "
     "compute_log_sumexp, float dropout_p=0.0, bool is_causal=False, *, float? scale=None) -> (Tensor, "
     "Tensor, Tensor, Tensor)",
        efficientAttention, true},
    {"_scaled_dot_product_cudnn_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_bias, bool "
     "compute_log_sumexp, float dropout_p=0.0, bool is_causal=False, bool return_debug_mask=False, *, float? "
     "scale=None) -> (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)",
        cudnnAttention, true},
    {"_native_multi_head_attention(Tensor query, Tensor key, Tensor value, int embed_dim, int num_head, "
     "Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, Tensor? mask=None, bool "
     "need_weights=True, bool average_attn_weights=True, int? mask_type=None) -> (Tensor, Tensor)",
        multiHeadAttention, true},
    {"_transformer_encoder_layer_fwd(Tensor src, int embed_dim, int num_heads, Tensor qkv_weight, Tensor "
     "qkv_bias, Tensor proj_weight, Tensor proj_bias, bool use_gelu, bool norm_first, float eps, Tensor "
     "norm_weight_1, Tensor norm_bias_1, Tensor norm_weight_2, Tensor norm_bias_2, Tensor ffn_weight_1, "
     "Tensor ffn_bias_1, Tensor ffn_weight_2, Tensor ffn_bias_2, Tensor? mask=None, int? mask_type=None) -> "
     "Tensor",
        transformerEncoderLayer, true},
    {"squeeze.dims(Tensor(a) self, int[] dim) -> Tensor(a)", squeezeAxes},
    {"any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor", anyOfAxes},
    {"all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor", allOfAxes},
    {"_unsafe_index.Tensor(Tensor self, Tensor?[] indices) -> Tensor", index, true},
    {"_unsafe_index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor",
        indexPut, true},
    {"_unsafe_masked_index(Tensor self, Tensor mask, Tensor?[] indices, Scalar fill) -> Tensor", maskedIndex,
        true},
    {"view(Tensor(a) self, int[] size) -> Tensor(a)", viewed, true},
    {"sym_size.int(Tensor self, int dim) -> int", sizeOfAxis, true},
    {"sym_stride.int(Tensor self, int dim) -> int", strideOfAxis, true},
    {"sym_numel(Tensor self) -> int", countOfElements, true},
    {"sym_storage_offset(Tensor self) -> int", offsetInStorage, true},
    {"_lazy_clone(Tensor self) -> Tensor", copyOf, true},
    {"_reshape_copy(Tensor self, int[] size) -> Tensor", reshapedCopy, true},
    {"detach_(Tensor(a) self) -> Tensor(a)", detached, true},
    {"empty.memory_format(int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, "
     "bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor",
        empty, true},
    {"empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? "
     "pin_memory=None, MemoryFormat? memory_format=None) -> Tensor",
        emptyLike, true},
    {"empty_strided(int[] size, int[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? "
     "device=None, bool? pin_memory=None) -> Tensor",
        emptyArranged, true},
    {"empty_permuted(int[] size, int[] physical_layout, *, ScalarType? dtype=None, Layout? layout=None, "
     "Device? device=None, bool? pin_memory=None) -> Tensor",
        emptyArranged, true},
    {"new_empty(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? "
     "device=None, "
     "bool? pin_memory=None) -> Tensor",
        newEmpty, true},
    {"new_empty_strided(Tensor self, int[] size, int[] stride, *, ScalarType? dtype=None, Layout? "
     "layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
        newEmptyArranged, true},
};

struct Known
{
    ComposedOperator composed;
    bool isUsed = false; ///< in place of LibTorch's
};

std::map<std::pair<std::string, std::string>, Known> allKnown()
{
    std::map<std::pair<std::string, std::string>, Known> known;
    for (const Row &row : rows) {
        const c10::FunctionSchema schema = torch::jit::parseSchema(std::string("aten::") + row.schema);
        const bool isMissing =
            !c10::Dispatcher::singleton().findSchema({schema.name(), schema.overload_name()});
        const Kernel kernel = [compose = row.composition](Stack &stack) { stack = compose(stack); };
        known.emplace(std::pair(schema.name().substr(6), schema.overload_name()),
            Known{{schema, kernel}, row.always || isMissing});
    }
    return known;
}

const Known *find(const std::string &name, const std::string &overload)
{
    static const auto known = allKnown();
    const auto found = known.find({name, overload});
    return found == known.end() ? nullptr : &found->second;
}

} // namespace

const ComposedOperator *findComposed(const std::string &name, const std::string &overload)
{
    const Known *known = find(name, overload);
    return known && known->isUsed ? &known->composed : nullptr;
}

const ComposedOperator *composedAnyway(const std::string &name, const std::string &overload)
{
    const Known *known = find(name, overload);
    return known ? &known->composed : nullptr;
}

} // namespace convscope
