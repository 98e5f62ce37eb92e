#include "core/engine/network/graph/attention.h"
#include "core/engine/network/graph/composedoperators.h"
#include "core/engine/network/graph/operatorrules.h"
#include "core/engine/network/graph/symbolicoperators.h"
#include "core/error.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>
#include <optional>
#include <set>

// What operators that are composed must give is computed number by number, or with LibTorch's own operators.

using namespace convscope;

namespace {

using Stack = std::vector<c10::IValue>;

Stack composed(const std::string &name, const std::string &overload, Stack arguments)
{
    const ComposedOperator *found = composedAnyway(name, overload);
    REQUIRE(found);
    REQUIRE(arguments.size() == found->schema.arguments().size());
    found->kernel(arguments);
    CHECK(arguments.size() == found->schema.returns().size());
    return arguments;
}

/// LibTorch's own; none where it lacks the operator.
std::optional<Stack> ofLibTorch(const std::string &name, const std::string &overload, Stack arguments)
{
    const auto handle = c10::Dispatcher::singleton().findSchema({"aten::" + name, overload});
    if (!handle)
        return std::nullopt;
    handle->callBoxed(&arguments);
    return arguments;
}

at::Tensor numbers(at::IntArrayRef shape, double step = 0.7)
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    return at::arange(count, at::kDouble).mul(step).sin().reshape(shape);
}

double difference(const at::Tensor &a, const at::Tensor &b)
{
    REQUIRE(a.sizes() == b.sizes());
    return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

/// softmax(q · kᵀ · scale + added) · v, number by number, of matrices.
at::Tensor plainAttention(
    const at::Tensor &q, const at::Tensor &k, const at::Tensor &v, const at::Tensor &added, double scale)
{
    at::Tensor result = at::zeros({q.size(0), v.size(1)}, at::kDouble);
    for (std::int64_t i = 0; i < q.size(0); ++i) {
        double sum = 0;
        at::Tensor row = at::zeros({v.size(1)}, at::kDouble);
        for (std::int64_t j = 0; j < k.size(0); ++j) {
            const double weight =
                std::exp((q[i] * k[j]).sum().item<double>() * scale + added[i][j].item<double>());
            sum += weight;
            row += weight * v[j];
        }
        result[i] = sum == 0 ? row : row / sum;
    }
    return result;
}

/// The operator with the arguments that a network gives, ready for its rules.
TorchOperator operatorOf(const std::string &target, const std::vector<std::string> &given)
{
    TorchOperator op = findOperator("torch.ops.aten." + target, "node");
    op.arguments.assign(op.schema.arguments().size(), {});
    op.isGiven.assign(op.arguments.size(), false);
    for (const std::string &each : given)
        op.isGiven.at(std::size_t(op.place(each))) = true;
    return op;
}

bool isAllowed(const std::string &target, const std::vector<std::string> &given)
{
    return !errorOf([&] { requireHarmless(operatorOf(target, given)); });
}

c10::IValue symbolic(const std::string &target, Stack arguments)
{
    const auto op = findSymbolic(target);
    REQUIRE(op);
    REQUIRE(op->takes == int(arguments.size()));
    op->kernel(arguments);
    REQUIRE(arguments.size() == 1);
    return arguments[0];
}

} // namespace

TEST_CASE("attention that is composed is what its formula says")
{
    const at::Tensor q = numbers({2, 3, 4, 5}), k = numbers({2, 3, 6, 5}, 0.3),
                     v = numbers({2, 3, 6, 2}, 1.1);
    const at::Tensor bias = numbers({4, 6}, 0.9);
    const at::Tensor seen = numbers({4, 6}, 2.3) > -0.5;
    const at::Tensor causal = at::ones({4, 6}, at::kBool).tril();
    const auto addedFor = [](const at::Tensor &mask) {
        return at::zeros({4, 6}, at::kDouble).masked_fill(mask.logical_not(), -INFINITY);
    };
    struct Form
    {
        c10::IValue mask;
        bool isCausal;
        c10::IValue scale;
        at::Tensor added;
        double plainScale;
    };
    const double usual = 1 / std::sqrt(5.0);
    const at::Tensor nothing = at::zeros({4, 6}, at::kDouble);
    const std::vector<Form> forms = {{{}, false, {}, nothing, usual}, {{}, false, 0.3, nothing, 0.3},
        {bias, false, {}, bias, usual}, {seen, false, {}, addedFor(seen), usual},
        {{}, true, {}, addedFor(causal), usual}};
    for (const Form &form : forms) {
        const at::Tensor found = composed("scaled_dot_product_attention", "",
            {q, k, v, form.mask, 0.0, form.isCausal, form.scale, false})[0]
                                     .toTensor();
        CHECK(difference(found[1][2], plainAttention(q[1][2], k[1][2], v[1][2], form.added, form.plainScale))
            < 1e-12);
        const Stack own = {q, k, v, form.mask, 0.0, form.isCausal, form.scale, false};
        if (const auto real = ofLibTorch("scaled_dot_product_attention", "", own))
            CHECK(difference(found, (*real)[0].toTensor()) < 1e-12);
        for (const auto &[name, arguments] : std::vector<std::pair<std::string, Stack>>{
                 {"_scaled_dot_product_attention_math",
                     {q, k, v, form.mask, 0.0, form.isCausal, {}, form.scale, false}},
                 {"_scaled_dot_product_flash_attention_for_cpu",
                     {q, k, v, 0.0, form.isCausal, form.mask, form.scale}},
                 {"_scaled_dot_product_efficient_attention",
                     {q, k, v, form.mask, false, 0.0, form.isCausal, form.scale}},
                 {"_scaled_dot_product_cudnn_attention",
                     {q, k, v, form.mask, false, 0.0, form.isCausal, false, form.scale}}})
            CHECK(difference(composed(name, "", arguments)[0].toTensor(), found) == 0);
    }
}

TEST_CASE("attention gives nothing where nothing may be looked at, and shares keys among heads")
{
    const at::Tensor q = numbers({1, 4, 2, 3}), k = numbers({1, 2, 5, 3}, 0.3),
                     v = numbers({1, 2, 5, 3}, 1.1);
    const at::Tensor none = at::zeros({2, 5}, at::kBool);
    const at::Tensor found = composed("scaled_dot_product_attention", "",
        {q, k.repeat_interleave(2, 1), v.repeat_interleave(2, 1), none, 0.0, false, {}, false})[0]
                                 .toTensor();
    CHECK(found.abs().max().item<double>() == 0);
    const at::Tensor shared =
        composed("scaled_dot_product_attention", "", {q, k, v, {}, 0.0, false, {}, true})[0].toTensor();
    const at::Tensor added = at::zeros({2, 5}, at::kDouble);
    CHECK(difference(shared[0][3], plainAttention(q[0][3], k[0][1], v[0][1], added, 1 / std::sqrt(3.0)))
        < 1e-12);
}

TEST_CASE("gradients go through attention that is composed")
{
    const at::Tensor q = numbers({1, 1, 3, 4}).set_requires_grad(true);
    const at::Tensor k = numbers({1, 1, 3, 4}, 0.3), v = numbers({1, 1, 3, 4}, 1.1);
    const auto objective = [&](const at::Tensor &query) {
        return composed("scaled_dot_product_attention", "", {query, k, v, {}, 0.0, false, {}, false})[0]
            .toTensor()
            .square()
            .sum();
    };
    const at::Tensor gradient = torch::autograd::grad({objective(q)}, {q})[0];
    const at::Tensor direction = numbers({1, 1, 3, 4}, 0.2);
    constexpr double step = 1e-6;
    const at::Tensor from = q.detach();
    const double measured =
        (objective(from + step * direction) - objective(from - step * direction)).item<double>() / (2 * step);
    CHECK((gradient * direction).sum().item<double>() == Approx(measured).epsilon(1e-6));
    CHECK(std::abs(measured) > 1e-3);
}

TEST_CASE("PyTorch's own layers of transformers are what their formulas say")
{
    const at::Tensor x = numbers({2, 5, 6});
    const at::Tensor inWeight = numbers({18, 6}, 0.3), inBias = numbers({18}, 0.2);
    const at::Tensor outWeight = numbers({6, 6}, 0.5), outBias = numbers({6}, 0.4);
    const at::Tensor mask = at::zeros({5, 5}, at::kBool);
    const auto heads = [&](const at::Tensor &input) {
        at::Tensor result = at::zeros_like(input);
        const at::Tensor all = input.matmul(inWeight.t()) + inBias;
        for (std::int64_t picture = 0; picture < 2; ++picture) {
            for (std::int64_t head = 0; head < 2; ++head) {
                const auto part = [&](std::int64_t which) {
                    return all[picture].narrow(1, 6 * which + 3 * head, 3);
                };
                result[picture]
                    .narrow(1, 3 * head, 3)
                    .copy_(plainAttention(
                        part(0), part(1), part(2), at::zeros({5, 5}, at::kDouble), 1 / std::sqrt(3.0)));
            }
        }
        return result.matmul(outWeight.t()) + outBias;
    };
    const at::Tensor found = composed("_native_multi_head_attention", "",
        {x, x, x, 6, 2, inWeight, inBias, outWeight, outBias, {}, false, true, {}})[0]
                                 .toTensor();
    CHECK(difference(found, heads(x)) < 1e-12);
    CHECK(difference(composed("_native_multi_head_attention", "",
                         {x, x, x, 6, 2, inWeight, inBias, outWeight, outBias, mask, false, true, 0})[0]
                         .toTensor(),
              found)
        < 1e-12);

    const at::Tensor gamma = numbers({6}, 0.8), beta = numbers({6}, 0.6), up = numbers({4, 6}, 0.9),
                     upBias = numbers({4}, 0.1), down = numbers({6, 4}, 1.3), downBias = numbers({6}, 1.7);
    const auto norm = [&](const at::Tensor &input) {
        const at::Tensor mean = input.mean(-1, true);
        const at::Tensor variance = (input - mean).square().mean(-1, true);
        return (input - mean) / (variance + 1e-5).sqrt() * gamma + beta;
    };
    const auto feed = [&](const at::Tensor &input) {
        return (input.matmul(up.t()) + upBias).clamp_min(0).matmul(down.t()) + downBias;
    };
    const auto layer = [&](bool isNormFirst) {
        return composed("_transformer_encoder_layer_fwd", "",
            {x, 6, 2, inWeight, inBias, outWeight, outBias, false, isNormFirst, 1e-5, gamma, beta, gamma,
                beta, up, upBias, down, downBias, {}, {}})[0]
            .toTensor();
    };
    const at::Tensor after = norm(x + heads(x));
    CHECK(difference(layer(false), norm(after + feed(after))) < 1e-12);
    const at::Tensor before = x + heads(norm(x));
    CHECK(difference(layer(true), before + feed(norm(before))) < 1e-12);
}

TEST_CASE("batch norms of training are computed as in eval mode")
{
    const at::Tensor x = numbers({2, 3, 4, 4}), gamma = numbers({3}, 0.4), beta = numbers({3}, 0.5),
                     mean = numbers({3}, 0.6), variance = numbers({3}, 0.9).square() + 0.5;
    const auto row = [](const at::Tensor &values) { return values.view({1, 3, 1, 1}); };
    const at::Tensor expected = (x - row(mean)) / (row(variance) + 0.01).sqrt() * row(gamma) + row(beta);
    const Stack four = {x, gamma, beta, mean, variance, 0.1, 0.01};
    const Stack five = {x, gamma, beta, mean, variance, true, 0.1, 0.01};
    for (const char *name : {"_native_batch_norm_legit_no_training", "_batch_norm_with_update",
             "_batch_norm_with_update_functional", "_batch_norm_no_update"}) {
        INFO(name);
        CHECK(difference(composed(name, "", four)[0].toTensor(), expected) < 1e-12);
    }
    for (const char *name :
        {"_native_batch_norm_legit", "_native_batch_norm_legit_functional", "cudnn_batch_norm"}) {
        INFO(name);
        CHECK(difference(composed(name, "", five)[0].toTensor(), expected) < 1e-12);
    }
    const Stack functional = composed("_native_batch_norm_legit_functional", "", five);
    CHECK(difference(functional[3].toTensor(), mean) == 0);
    CHECK(difference(functional[4].toTensor(), variance) == 0);
    // Without statistics it takes those of what it is given.
    const at::Tensor own = x.mean({0, 2, 3}, true);
    const at::Tensor spread = (x - own).square().mean({0, 2, 3}, true);
    CHECK(
        difference(
            composed("_native_batch_norm_legit", "no_stats", {x, gamma, beta, true, 0.1, 0.01})[0].toTensor(),
            (x - own) / (spread + 0.01).sqrt() * row(gamma) + row(beta))
        < 1e-12);
}

TEST_CASE("the other operators that are composed are what PyTorch says of them")
{
    const at::Tensor x = numbers({2, 3, 4});
    const at::Tensor weight = numbers({4}, 0.3);
    CHECK(difference(composed("rms_norm", "", {x, std::vector<std::int64_t>{4}, weight, 0.1})[0].toTensor(),
              x / (x.square().mean(-1, true) + 0.1).sqrt() * weight)
        < 1e-12);
    CHECK(difference(composed("_prelu_kernel", "", {x, weight})[0].toTensor(),
              x.clamp_min(0) + weight * x.clamp_max(0))
        < 1e-12);
    CHECK(difference(composed("_safe_softmax", "", {x, -1, {}})[0].toTensor(), x.softmax(-1)) < 1e-15);
    CHECK(difference(composed("rrelu_with_noise_functional", "", {x, x, 0.1, 0.3, false})[0].toTensor(),
              x.clamp_min(0) + 0.2 * x.clamp_max(0))
        < 1e-12);

    const at::Tensor thin = numbers({1, 3, 1, 2});
    CHECK(composed("squeeze", "dims", {thin, std::vector<std::int64_t>{0, -2, 1}})[0].toTensor().sizes()
        == at::IntArrayRef{3, 2});
    const at::Tensor truths = at::arange(6).reshape({1, 2, 3}).remainder(5).eq(0);
    CHECK(difference(composed("any", "dims", {truths, std::vector<std::int64_t>{0, 2}, false})[0].toTensor(),
              truths.amax({0, 2}))
        == 0);
    CHECK(difference(composed("all", "dims", {truths, std::vector<std::int64_t>{0, 2}, true})[0].toTensor(),
              truths.amin({0, 2}, true))
        == 0);
    CHECK(composed("all", "dims", {truths, {}, false})[0].toTensor().dim() == 0);

    c10::impl::GenericList indices(c10::OptionalType::ofTensor());
    indices.push_back(c10::IValue());
    indices.push_back(at::tensor({2, -7, 0}, at::kLong));
    const at::Tensor mask = at::tensor({1, 0, 1}).eq(1).unsqueeze(1);
    const at::Tensor expected =
        at::stack({x.select(1, 2), at::full({2, 4}, 9.0, at::kDouble), x.select(1, 0)}, 1);
    CHECK(difference(composed("_unsafe_masked_index", "", {x, mask, indices, 9.0})[0].toTensor(), expected)
        == 0);
    CHECK(composed("sym_size", "int", {x, -1})[0].toInt() == 4);
    CHECK(composed("sym_numel", "", {x})[0].toInt() == 24);
    CHECK(composed("view", "", {x.transpose(0, 1), std::vector<std::int64_t>{3, -1}})[0].toTensor().sizes()
        == at::IntArrayRef{3, 8});
    const std::vector<std::int64_t> size = {2, 5};
    for (const Stack &made :
        {composed("empty", "memory_format", {size, std::int64_t(at::kFloat), {}, {}, {}, {}}),
            composed("new_empty", "", {x, size, {}, {}, {}, {}})}) {
        CHECK(made[0].toTensor().sizes() == at::IntArrayRef(size));
        CHECK(made[0].toTensor().abs().max().item<double>() == 0);
    }
}

TEST_CASE("only operators that do nothing but compute are allowed")
{
    for (const char *target :
        {"conv2d.default", "relu.default", "relu_.default", "add.Tensor", "cat.default", "_softmax.default",
            "upsample_bilinear2d.vec", "einsum.default", "chunk.default", "copy_.default",
            "index_put_.default", "zeros.default", "where.self", "max.dim", "native_layer_norm.default"}) {
        INFO(target);
        CHECK(isAllowed(target, {}));
    }
    CHECK(isAllowed("pad.default", {"self", "pad", "mode"}));
    CHECK(isAllowed("rrelu.default", {"self"})); // whose generator nobody gives
    for (const char *target :
        {"set_.source_Tensor", "resize_.default", "as_strided_.default", "squeeze_.default", "t_.default",
            "relu.out", "add.out", "item.default", "equal.default", "_cat.default",
            "is_floating_point.default", "convolution_backward.default", "mkldnn_convolution.default",
            "embedding_sparse_backward.default", "set_data.default", "requires_grad_.default",
            "_fused_dropout.default", "linalg_ldl_solve.default", "ctc_loss.IntList", "ctc_loss.Tensor",
            "batch_norm_update_stats.default", "native_batch_norm.default", "view.dtype", "view_copy.dtype",
            "empty.names", "zeros.names", "set.source_Tensor", "_reshape_alias.default", "lstm.data"}) {
        INFO(target);
        if (c10::Dispatcher::singleton().findSchema(
                {"aten::" + std::string(target).substr(0, std::string(target).find('.')),
                    std::string(target).ends_with(".default")
                        ? ""
                        : std::string(target).substr(std::string(target).find('.') + 1)}))
            CHECK(!isAllowed(target, {}));
    }
    CHECK(!isAllowed("from_file.default", {"filename"}));
    CHECK(!isAllowed("bernoulli.p", {"self", "generator"}));
}

TEST_CASE("whatever draws random numbers, writes elsewhere or takes other objects is refused, of all that "
          "LibTorch has")
{
    std::size_t allowed = 0;
    for (const c10::OperatorName &name : c10::Dispatcher::singleton().getAllOpNames()) {
        if (!name.name.starts_with("aten::"))
            continue;
        const std::string target =
            name.name.substr(6) + "." + (name.overload_name.empty() ? "default" : name.overload_name);
        std::optional<TorchOperator> op;
        if (errorOf([&] { op = findOperator("torch.ops.aten." + target, "node"); }) || op->isComposed)
            continue;
        op->arguments.assign(op->schema.arguments().size(), {});
        op->isGiven.assign(op->arguments.size(), true);
        if (errorOf([&] { requireHarmless(*op); }))
            continue;
        ++allowed;
        INFO(target);
        CHECK(!op->schema.returns().empty());
        CHECK(op->schema.overload_name().find("out") != 0);
        for (const c10::Argument &argument : op->schema.arguments()) {
            const std::string type = argument.real_type()->str();
            for (const char *foreign : {"Generator", "Storage", "Stream", "Future", "Any", "Dict"})
                CHECK(type.find(foreign) == std::string::npos);
            const bool isWritten = argument.alias_info() && argument.alias_info()->isWrite();
            CHECK((!isWritten || (&argument == &op->schema.arguments()[0] && op->name.ends_with('_'))));
            CHECK(argument.name() != "filename");
        }
    }
    CHECK(allowed > 500);
    CHECK(allowed < 1600);
}

TEST_CASE("sizes are computed as Python does")
{
    CHECK(symbolic("_operator.add", {3, 4}).toInt() == 7);
    CHECK(symbolic("_operator.mul", {3, 1.5}).toDouble() == 4.5);
    CHECK(symbolic("_operator.floordiv", {-7, 2}).toInt() == -4);
    CHECK(symbolic("_operator.floordiv", {7, 2}).toInt() == 3);
    CHECK(symbolic("_operator.mod", {-7, 3}).toInt() == 2);
    CHECK(symbolic("_operator.truediv", {7, 2}).toDouble() == 3.5);
    CHECK(symbolic("_operator.pow", {3, 4}).toInt() == 81);
    CHECK(symbolic("_operator.neg", {3}).toInt() == -3);
    CHECK(symbolic("_operator.lt", {3, 4}).toBool());
    CHECK(symbolic("math.ceil", {2.25}).toInt() == 3);
    CHECK(symbolic("math.floor", {-2.25}).toInt() == -3);
    CHECK(symbolic("torch.sym_max", {3, 8}).toInt() == 8);
    CHECK(symbolic("torch.sym_float", {3}).toDouble() == 3.0);
    CHECK(symbolic("torch.sym_ite", {false, 3, 4}).toInt() == 4);
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    for (const auto &[target, arguments] :
        std::vector<std::pair<std::string, Stack>>{{"_operator.add", {most, 1}}, {"_operator.mul", {most, 2}},
            {"_operator.floordiv", {3, 0}}, {"_operator.mod", {3, 0}}, {"_operator.pow", {10, 30}},
            {"math.floor", {1e300}}, {"_operator.sub", {-most, most}}}) {
        INFO(target);
        CHECK_THROWS_AS(symbolic(target, arguments), c10::Error);
    }
    CHECK(!findSymbolic("os.system"));
}

TEST_CASE("a weight norm scales each filter to its length")
{
    at::manual_seed(3);
    const at::Tensor direction = at::randn({3, 2, 2, 2}, at::kDouble);
    const at::Tensor length = at::rand({3, 1, 1, 1}, at::kDouble) + 0.5;
    const ComposedOperator *known = composedAnyway("_weight_norm", "");
    REQUIRE(known);
    std::vector<c10::IValue> stack = {direction, length, std::int64_t(0)};
    known->kernel(stack);
    const at::Tensor found = stack.at(0).toTensor();
    CHECK(at::allclose(found.flatten(1).norm(2, 1), length.flatten(), 1e-12, 0));
    CHECK(at::allclose(found, at::_weight_norm(direction, length, 0), 1e-12, 0));
}
