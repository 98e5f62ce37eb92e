#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxoperators.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>

namespace convscope {

namespace {

struct Attention
{
    std::int64_t heads = 0; ///< of the queries; 0 where the input has an axis for them
    std::int64_t keyHeads = 0;
    double scale = 0; ///< 0: by the root of the size
    double softcap = 0;
    bool isCausal = false;
};

/// B×heads×S×D
at::Tensor headsOf(const at::Tensor &values, std::int64_t heads)
{
    if (values.dim() == 4)
        return values;
    if (values.dim() != 3 || heads < 1)
        damaged("Attention without heads");
    return values.reshape({values.size(0), values.size(1), heads, values.size(2) / heads}).transpose(1, 2);
}

/// What is added to the scores: −∞ where nothing is to be looked at.
at::Tensor addedOf(const at::Tensor &mask, const at::Tensor &scores)
{
    const at::Tensor here = mask.to(scores.device());
    if (here.scalar_type() != at::kBool)
        return here.to(scores.scalar_type());
    return at::zeros_like(here, scores.options())
        .masked_fill(here.logical_not(), -std::numeric_limits<double>::infinity());
}

at::Tensor attended(const OnnxInputs &in, const Attention &how)
{
    const at::Tensor queries = headsOf(in[0], how.heads);
    at::Tensor keys = headsOf(in[1], how.keyHeads);
    at::Tensor values = headsOf(in[2], how.keyHeads);
    if (keys.size(1) < queries.size(1)) { // several queries share a key
        const std::int64_t each = queries.size(1) / keys.size(1);
        keys = keys.repeat_interleave(each, 1);
        values = values.repeat_interleave(each, 1);
    }
    const double scale = how.scale != 0 ? how.scale : 1 / std::sqrt(double(queries.size(-1)));
    const double root = std::sqrt(scale);
    at::Tensor scores = at::matmul(queries * root, keys.transpose(-1, -2) * root);
    if (in.has(3))
        scores = scores + addedOf(in[3], scores);
    if (how.isCausal) {
        const at::Tensor seen =
            at::ones({scores.size(-2), scores.size(-1)}, scores.options().dtype(at::kBool)).tril();
        scores = scores + addedOf(seen, scores);
    }
    if (how.softcap > 0)
        scores = at::tanh(scores / how.softcap) * how.softcap;
    const at::Tensor result = at::matmul(at::softmax(scores, -1), values);
    if (in[0].dim() == 4)
        return result;
    return result.transpose(1, 2).reshape({result.size(0), result.size(2), -1});
}

Kernel attention(OnnxCall &call)
{
    Attention how;
    how.heads = call.integer("q_num_heads", 0);
    how.keyHeads = call.integer("kv_num_heads", 0);
    how.scale = call.number("scale", 0);
    how.softcap = call.number("softcap", 0);
    how.isCausal = call.flag("is_causal");
    call.ignore({"softmax_precision", "qk_matmul_output_mode"});
    for (std::size_t input = 4; input <= 6; ++input) {
        if (call.has(input))
            call.refuse("input", std::to_string(input));
    }
    for (std::size_t output = 1; output <= 3; ++output) {
        if (call.usesOutput(output))
            call.refuse("output", std::to_string(output));
    }
    return kernelOf([how](const OnnxInputs &in) { return attended(in, how); });
}

struct Rotation
{
    std::int64_t heads = 0;
    std::int64_t size = 0; ///< how much of each vector is turned; 0: all
    bool isInterleaved = false;
};

at::Tensor rotated(const OnnxInputs &in, const Rotation &how)
{
    const at::Tensor vectors = in[0].dim() == 4
        ? in[0].transpose(1, 2)
        : in[0].reshape({in[0].size(0), in[0].size(1), how.heads,
            in[0].size(2) / std::max<std::int64_t>(how.heads, 1)}); // B×S×heads×D
    const std::int64_t size = how.size > 0 ? how.size : vectors.size(-1);
    const auto cached = [&](const at::Tensor &cache) { // B×S×1×D/2
        const at::Tensor rows = in.has(3) ? at::embedding(cache, in[3].to(cache.device(), at::kLong)) : cache;
        return rows.narrow(-1, 0, size / 2).unsqueeze(-2);
    };
    const at::Tensor cosine = cached(in[1]);
    const at::Tensor sine = cached(in[2]);
    const at::Tensor turned = vectors.narrow(-1, 0, size);
    const at::Tensor first =
        how.isInterleaved ? turned.slice(-1, 0, size, 2) : turned.narrow(-1, 0, size / 2);
    const at::Tensor second =
        how.isInterleaved ? turned.slice(-1, 1, size, 2) : turned.narrow(-1, size / 2, size / 2);
    const at::Tensor real = cosine * first - sine * second;
    const at::Tensor imaginary = sine * first + cosine * second;
    const at::Tensor whole = how.isInterleaved ? at::stack({real, imaginary}, -1).reshape(turned.sizes())
                                               : at::cat({real, imaginary}, -1);
    const at::Tensor result = at::cat({whole, vectors.narrow(-1, size, vectors.size(-1) - size)}, -1);
    return in[0].dim() == 4 ? result.transpose(1, 2) : result.reshape(in[0].sizes());
}

Kernel rotaryEmbedding(OnnxCall &call)
{
    Rotation how;
    how.heads = call.integer("num_heads", 0);
    how.size = call.integer("rotary_embedding_dim", 0);
    how.isInterleaved = call.flag("interleaved");
    return kernelOf([how](const OnnxInputs &in) { return rotated(in, how); });
}

} // namespace

std::vector<OnnxOperator> onnxAttention()
{
    return {
        {"Attention", "Q K V attn_mask? past_key? past_value? nonpad_kv_seqlen?", attention, 1, "",
            /*grows=*/true},
        {"RotaryEmbedding", "X cos_cache sin_cache position_ids?", rotaryEmbedding},
    };
}

} // namespace convscope
