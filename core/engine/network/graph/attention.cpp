#include "core/engine/network/graph/attention.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Question
{
    at::Tensor query;
    at::Tensor key;
    at::Tensor value;
    c10::IValue mask = {}; ///< of bool, what may be looked at, or of numbers that are added
    bool isCausal = false; ///< each place looks at itself and those before
    c10::IValue scale = {}; ///< None: 1 / √(length of a query)
    bool sharesKeys = false; ///< several heads of the query look at one key
};

at::Tensor answer(Question q)
{
    if (q.sharesKeys) {
        q.key = q.key.repeat_interleave(q.query.size(-3) / q.key.size(-3), -3);
        q.value = q.value.repeat_interleave(q.query.size(-3) / q.value.size(-3), -3);
    }
    const double scale = q.scale.isNone() ? 1 / std::sqrt(double(q.query.size(-1))) : q.scale.toDouble();
    at::Tensor scores = at::matmul(q.query * scale, q.key.transpose(-2, -1));
    if (q.isCausal) {
        const at::Tensor seen =
            at::ones({scores.size(-2), scores.size(-1)}, scores.options().dtype(at::kBool)).tril();
        scores = scores.masked_fill(seen.logical_not(), -infinity);
    }
    if (!q.mask.isNone()) {
        const at::Tensor mask = q.mask.toTensor();
        scores = mask.scalar_type() == at::kBool ? scores.masked_fill(mask.logical_not(), -infinity)
                                                 : scores + mask;
        return at::matmul(softmaxOrZero(scores, -1), q.value);
    }
    return at::matmul(at::softmax(scores, -1), q.value);
}

/// The first of so many outputs.
Arguments first(const Question &question, std::size_t outputs)
{
    Arguments result(outputs, at::Tensor());
    result[0] = answer(question);
    return result;
}

/// What of several heads is projected by one matrix for query, key and value each, one below the other.
struct Heads
{
    std::int64_t count = 1;
    at::Tensor weight;
    at::Tensor bias;
    at::Tensor outWeight;
    at::Tensor outBias;
    c10::IValue mask = {}; ///< what may not be looked at, or numbers that are added
    c10::IValue maskType =
        {}; ///< 0: places by places, 1: pictures by places, 2: pictures by heads by places by places
};

/// As attention() takes it: what may be looked at.
c10::IValue maskOf(const Heads &heads)
{
    if (heads.mask.isNone())
        return {};
    at::Tensor mask = heads.mask.toTensor();
    if (heads.maskType.isInt() && heads.maskType.toInt() == 1)
        mask = mask.unsqueeze(1).unsqueeze(1);
    return mask.scalar_type() == at::kBool ? mask.logical_not() : mask;
}

/// Pictures × places × channels each.
at::Tensor answerOfHeads(
    const Heads &heads, const at::Tensor &query, const at::Tensor &key, const at::Tensor &value)
{
    const std::vector<at::Tensor> weights = heads.weight.chunk(3);
    const std::vector<at::Tensor> biases = heads.bias.chunk(3);
    const auto project = [&](const at::Tensor &input, std::size_t part) {
        return at::linear(input, weights[part], biases[part])
            .reshape({input.size(0), input.size(1), heads.count, -1})
            .transpose(1, 2);
    };
    const at::Tensor result = answer({project(query, 0), project(key, 1), project(value, 2), maskOf(heads)});
    return at::linear(result.transpose(1, 2).flatten(2), heads.outWeight, heads.outBias);
}

} // namespace

at::Tensor softmaxOrZero(const at::Tensor &scores, std::int64_t axis)
{
    const at::Tensor isNothing = scores.eq(-infinity).all(axis, /*keepdim=*/true);
    return at::softmax(scores.masked_fill(isNothing, 0), axis).masked_fill(isNothing, 0);
}

Arguments attention(const Arguments &a)
{
    return {answer(
        {a[0].toTensor(), a[1].toTensor(), a[2].toTensor(), a[3], a[5].toBool(), a[6], a[7].toBool()})};
}

Arguments mathAttention(const Arguments &a)
{
    return first(
        {a[0].toTensor(), a[1].toTensor(), a[2].toTensor(), a[3], a[5].toBool(), a[7], a[8].toBool()}, 2);
}

Arguments flashAttentionForCpu(const Arguments &a)
{
    return first({a[0].toTensor(), a[1].toTensor(), a[2].toTensor(), a[5], a[4].toBool(), a[6]}, 2);
}

Arguments flashAttention(const Arguments &a)
{
    return first({a[0].toTensor(), a[1].toTensor(), a[2].toTensor(), {}, a[4].toBool(), a[6]}, 9);
}

Arguments efficientAttention(const Arguments &a)
{
    return first({a[0].toTensor(), a[1].toTensor(), a[2].toTensor(), a[3], a[6].toBool(), a[7]}, 4);
}

Arguments cudnnAttention(const Arguments &a)
{
    return first({a[0].toTensor(), a[1].toTensor(), a[2].toTensor(), a[3], a[6].toBool(), a[8]}, 9);
}

Arguments multiHeadAttention(const Arguments &a)
{
    const Heads heads{
        a[4].toInt(), a[5].toTensor(), a[6].toTensor(), a[7].toTensor(), a[8].toTensor(), a[9], a[12]};
    return {answerOfHeads(heads, a[0].toTensor(), a[1].toTensor(), a[2].toTensor()), at::Tensor()};
}

Arguments transformerEncoderLayer(const Arguments &a)
{
    const Heads heads{
        a[2].toInt(), a[3].toTensor(), a[4].toTensor(), a[5].toTensor(), a[6].toTensor(), a[18], a[19]};
    const bool usesGelu = a[7].toBool();
    const auto normalise = [&](const at::Tensor &x, std::size_t weight) {
        return at::layer_norm(
            x, {x.size(-1)}, a[weight].toTensor(), a[weight + 1].toTensor(), a[9].toDouble());
    };
    const auto look = [&](const at::Tensor &x) { return answerOfHeads(heads, x, x, x); };
    const auto feed = [&](const at::Tensor &x) {
        const at::Tensor inner = at::linear(x, a[14].toTensor(), a[15].toTensor());
        return at::linear(usesGelu ? at::gelu(inner) : at::relu(inner), a[16].toTensor(), a[17].toTensor());
    };
    const at::Tensor x = a[0].toTensor();
    if (a[8].toBool()) { // normalises first
        const at::Tensor seen = x + look(normalise(x, 10));
        return {seen + feed(normalise(seen, 12))};
    }
    const at::Tensor seen = normalise(x + look(x), 10);
    return {normalise(seen + feed(seen), 12)};
}

} // namespace convscope
