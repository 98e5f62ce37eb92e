#include "core/engine/network/graph/graphplan.h"
#include "core/engine/network/graph/graphprogram.h"
#include "core/engine/relurule.h"
#include "core/error.h"
#include "tests/support/catch.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>

// Graphs that are made by hand; what they must give is computed with LibTorch's own functions.

using namespace convscope;

namespace {

using Stack = std::vector<c10::IValue>;

/// Builds a graph, value by value.
class Builder
{
public:
    Builder() { m_graph.picture = value("picture"); }

    int picture() const { return m_graph.picture; }

    int value(const std::string &name)
    {
        m_graph.values.push_back({name});
        return int(m_graph.values.size()) - 1;
    }

    int weight(const std::string &name, const at::Tensor &tensor)
    {
        m_graph.values.push_back({name, tensor, true});
        return int(m_graph.values.size()) - 1;
    }

    int module(const std::string &name, const std::string &kind)
    {
        m_graph.modules.push_back({name, kind});
        return int(m_graph.modules.size()) - 1;
    }

    Operator &add(const std::string &kind, const std::vector<int> &inputs, Kernel kernel,
        const std::vector<int> &modules = {})
    {
        Operator step;
        step.name = kind + "_" + std::to_string(m_graph.operators.size());
        step.kind = kind;
        step.kernel = std::move(kernel);
        for (const int input : inputs)
            step.arguments.push_back(input < 0 ? OperatorArgument::of({}) : OperatorArgument::ofValue(input));
        for (const int each : modules)
            step.modules.push_back({each, 0});
        step.outputs = {value(step.name)};
        m_graph.operators.push_back(std::move(step));
        return m_graph.operators.back();
    }

    int last() const { return m_graph.operators.back().outputs.front(); }

    int convolution(int input, int weight, const std::vector<int> &modules)
    {
        Operator &step = add(
            "Conv", {input, weight, -1},
            [](Stack &stack) {
                const at::Tensor bias = stack[2].isTensor() ? stack[2].toTensor() : at::Tensor();
                stack = {at::conv2d(stack[0].toTensor(), stack[1].toTensor(), bias, 1, 1)};
            },
            modules);
        step.role = Role::Convolution;
        step.weights = {1, 2};
        return last();
    }

    int norm(int input, const std::vector<int> &affine, const std::vector<int> &modules)
    {
        std::vector<int> inputs = {input};
        inputs.insert(inputs.end(), affine.begin(), affine.end());
        Operator &step = add(
            "BatchNormalization", inputs,
            [](Stack &stack) {
                stack = {at::batch_norm(stack[0].toTensor(), stack[1].toTensor(), stack[2].toTensor(),
                    stack[3].toTensor(), stack[4].toTensor(), false, 0.1, 1e-5, false)};
            },
            modules);
        step.role = Role::BatchNorm;
        step.weights = {1, 2, 3, 4, 1e-5};
        return last();
    }

    int reluInPlace(int input, const std::vector<int> &modules)
    {
        Operator &step = add(
            "aten.relu_.default", {input},
            [](Stack &stack) { stack = {at::relu_(const_cast<at::Tensor &>(stack[0].toTensor()))}; },
            modules);
        step.role = Role::ReLU;
        step.isInPlace = true;
        return last();
    }

    int sum(int a, int b, const std::vector<int> &modules)
    {
        add(
            "aten.add.Tensor", {a, b},
            [](Stack &stack) { stack = {stack[0].toTensor() + stack[1].toTensor()}; }, modules);
        return last();
    }

    int head(int input)
    {
        add("mean", {input}, [](Stack &stack) { stack = {stack[0].toTensor().mean({2, 3})}; });
        m_graph.outputs = {{"0", last()}};
        return last();
    }

    Graph graph() const { return m_graph; }

private:
    Graph m_graph;
};

struct Weights4
{
    at::Tensor kernel = at::randn({4, 4, 3, 3}, at::kDouble);
    std::vector<at::Tensor> norm = {at::rand({4}, at::kDouble) + 0.5, at::randn({4}, at::kDouble),
        at::randn({4}, at::kDouble), at::rand({4}, at::kDouble) + 0.5};
};

/// A residual block: x + relu(norm(conv(x))), with the ReLU in place, and the mean of each map.
struct Residual
{
    Weights4 weights;
    Builder builder;
    int convolved = 0;
    int normed = 0;
    int rectified = 0;
    int summed = 0;

    Residual()
    {
        const int block = builder.module("block", "Block");
        const int conv = builder.module("block.conv", "Conv2d");
        const int bn = builder.module("block.bn", "BatchNorm2d");
        const int relu = builder.module("block.relu", "ReLU");
        std::vector<int> affine;
        for (const at::Tensor &tensor : weights.norm)
            affine.push_back(builder.weight("block.bn." + std::to_string(affine.size()), tensor));
        convolved = builder.convolution(
            builder.picture(), builder.weight("block.conv.weight", weights.kernel), {block, conv});
        normed = builder.norm(convolved, affine, {block, bn});
        rectified = builder.reluInPlace(normed, {block, relu});
        summed = builder.sum(builder.picture(), rectified, {block});
        builder.head(summed);
    }

    at::Tensor convolutionOf(const at::Tensor &x) const { return at::conv2d(x, weights.kernel, {}, 1, 1); }
    at::Tensor normOf(const at::Tensor &x) const
    {
        return at::batch_norm(convolutionOf(x), weights.norm[0], weights.norm[1], weights.norm[2],
            weights.norm[3], false, 0.1, 1e-5, false);
    }
    at::Tensor blockOf(const at::Tensor &x) const { return x + at::relu(normOf(x)); }
};

at::Tensor pictures(int count) { return at::rand({count, 4, 6, 5}, at::kDouble); }

/// The module of that name.
int moduleOf(const Program &program, const std::string &name)
{
    const auto &modules = program.modules();
    const auto found = std::find_if(
        modules.begin(), modules.end(), [&](const ProgramModule &each) { return each.name == name; });
    REQUIRE(found != modules.end());
    return int(found - modules.begin());
}

bool areClose(const at::Tensor &a, const at::Tensor &b) { return at::allclose(a, b, 1e-12, 1e-12); }

} // namespace

TEST_CASE("a graph gives what its operators compute, folded or not")
{
    at::manual_seed(1);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    const at::Tensor x = pictures(2);
    const at::Tensor expected = made.blockOf(x).mean({2, 3});
    const at::Tensor before = x.clone();
    CHECK(areClose(program.run(x).at(0).second, expected));
    CHECK(areClose(program.run(x, {[](int, at::Tensor &) { return true; }}).at(0).second, expected));
    CHECK(at::equal(x, before)); // in-place operators leave the picture alone
}

TEST_CASE("all modules of a graph are seen as hooks see them, with operators that are none")
{
    at::manual_seed(2);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    const at::Tensor x = pictures(1);
    std::vector<std::pair<std::string, at::Tensor>> seen;
    program.run(x, {[&](int module, at::Tensor &output) {
        seen.emplace_back(program.modules()[std::size_t(module)].name, output.clone());
        return true;
    }});
    REQUIRE(seen.size() == 5);
    CHECK(seen[0].first == "block.conv");
    CHECK(areClose(seen[0].second, made.convolutionOf(x)));
    CHECK(seen[1].first == "block.bn");
    CHECK(areClose(seen[1].second, made.normOf(x)));
    CHECK(seen[2].first == "block.relu");
    CHECK(areClose(seen[2].second, at::relu(made.normOf(x))));
    CHECK(seen[3].first == "block");
    CHECK(areClose(seen[3].second, made.blockOf(x)));
    CHECK(seen[4].first == "mean_4");
    CHECK(program.modules()[std::size_t(moduleOf(program, "mean_4"))].isOperator);
    CHECK_FALSE(program.modules()[std::size_t(moduleOf(program, "block"))].isLeaf);
    CHECK(program.modules()[std::size_t(moduleOf(program, "block"))].parameterCount == 4 * 4 * 9 + 16);
    CHECK(program.facts().parameterCount == 4 * 4 * 9 + 16);
    CHECK(at::equal(program.weightOf(moduleOf(program, "block.conv")), made.weights.kernel));
    CHECK_FALSE(program.weightOf(moduleOf(program, "block.bn")).defined());
}

TEST_CASE("what a tap leaves is what follows, under all names of a value")
{
    at::manual_seed(3);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    const at::Tensor x = pictures(1);
    const at::Tensor other = at::randn({1, 4, 6, 5}, at::kDouble);
    for (const std::string name : {"block.bn", "block.conv", "block.relu"}) {
        const int module = moduleOf(program, name);
        const auto replaced = program.run(x,
            {[&](int each, at::Tensor &output) {
                 if (each == module)
                     output = other.clone();
                 return true;
             },
                std::vector{module}});
        const at::Tensor normed = name == "block.conv"
            ? at::batch_norm(other, made.weights.norm[0], made.weights.norm[1], made.weights.norm[2],
                made.weights.norm[3], false, 0.1, 1e-5, false)
            : other;
        const at::Tensor rectified = name == "block.relu" ? other : at::relu(normed);
        CHECK(areClose(replaced.at(0).second, (x + rectified).mean({2, 3})));
    }
}

TEST_CASE("gradients flow through a graph as through its operators")
{
    at::manual_seed(4);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    const at::Tensor x = pictures(1).requires_grad_(true);
    const at::Tensor expected = torch::autograd::grad({made.blockOf(x).mean({2, 3})[0][1]}, {x}).front();
    CHECK(areClose(torch::autograd::grad({program.run(x).at(0).second[0][1]}, {x}).front(), expected));
}

TEST_CASE("only what is looked at is computed")
{
    const Residual made;
    const Graph graph = made.builder.graph();
    const GraphPlanner planner(graph);
    const auto steps = [&](const PlanRequest &request) {
        std::vector<int> found;
        const std::vector<PlannedStep> plan = planner.plan(request).value();
        for (const PlannedStep &step : plan)
            found.push_back(step.step);
        return found;
    };
    CHECK(steps({{made.convolved}, false, {}}) == std::vector{0});
    CHECK(steps({{made.rectified}, false, {}}) == std::vector{0, 1, 2});
    CHECK(steps({{}, true, {}}) == std::vector{0, 1, 2, 3, 4});
    CHECK(planner.plan({{}, true, {}})->at(0).isFolded);
    CHECK(planner.plan({{}, true, {}})->at(1).passesOn);
    CHECK_FALSE(planner.plan({{made.convolved}, true, {}})->at(0).isFolded);
    CHECK_FALSE(planner.plan({{}, true, made.rectified})); // the picture goes around it
    CHECK(planner.plan({{}, true, made.summed})->size() == 1);
    // The picture is needed up to the sum, and the block's maps no longer.
    CHECK(planner.plan({{}, true, {}})->at(3).released == std::vector<int>{0, made.rectified});
}

TEST_CASE("a graph goes on behind a module where nothing leads around it")
{
    at::manual_seed(5);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    CHECK_FALSE(program.canBeginBehind(moduleOf(program, "block.relu")));
    const int block = moduleOf(program, "block");
    REQUIRE(program.canBeginBehind(block));
    const at::Tensor maps = pictures(3);
    CHECK(areClose(program.runBehind(block, maps).at(0).second, maps.mean({2, 3})));
}

TEST_CASE("the ReLUs of a graph obey a rule, in place as well")
{
    at::manual_seed(6);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    const at::Tensor x = pictures(1).requires_grad_(true);
    const ReluRuleGuard guard(GENERATE(ReluRule::Guided, ReluRule::Redirected));
    const at::Tensor given = program.run(x).at(0).second;
    CHECK(guard.count() == 1);
    CHECK(areClose(given, made.blockOf(x).mean({2, 3})));
    const at::Tensor expected =
        torch::autograd::grad({(x + reluWithRule(made.normOf(x)))
                                      .mean({2, 3})
                                      .mul(at::tensor({1., -2., 3., -4.}, at::kDouble))
                                      .sum()},
            {x})
            .front();
    const at::Tensor found = torch::autograd::grad(
        {program.run(x).at(0).second.mul(at::tensor({1., -2., 3., -4.}, at::kDouble)).sum()}, {x})
                                 .front();
    CHECK(areClose(found, expected));
}

TEST_CASE("the last weights of a graph are drawn anew, from the seed")
{
    at::manual_seed(7);
    const Residual made;
    const GraphProgram program(made.builder.graph());
    const at::Tensor x = pictures(1);
    const auto drawn = program.withRandomWeights(1, 3); // the norm's
    const at::Tensor normed = made.convolutionOf(x) / std::sqrt(1 + 1e-5);
    CHECK(areClose(drawn->run(x).at(0).second, (x + at::relu(normed)).mean({2, 3})));
    const auto all = program.withRandomWeights(2, 3);
    const auto again = program.withRandomWeights(2, 3);
    const at::Tensor kernel = all->weightOf(moduleOf(program, "block.conv"));
    CHECK(at::equal(kernel, again->weightOf(moduleOf(program, "block.conv"))));
    CHECK(kernel.abs().max().item<double>() <= 1.0 / 6); // 1/√(4·3·3)
    CHECK(kernel.abs().max().item<double>() > 0.9 / 6);
    CHECK_FALSE(
        at::equal(kernel, program.withRandomWeights(2, 4)->weightOf(moduleOf(program, "block.conv"))));
    CHECK(at::equal(program.weightOf(moduleOf(program, "block.conv")), made.weights.kernel));
}

TEST_CASE("an operator's failure names it")
{
    Builder builder;
    builder.add("aten.view.default", {builder.picture()}, [](Stack &stack) {
        stack = {stack[0].toTensor().view({7, 11})};
    });
    Graph graph = builder.graph();
    graph.outputs = {{"0", builder.last()}};
    const GraphProgram program(graph);
    try {
        program.run(pictures(1));
        FAIL("it did not fail");
    } catch (const Error &error) {
        CHECK(error.values().front().find("aten.view.default, aten.view.default_0") != std::string::npos);
    }
}

TEST_CASE("a graph that doubles its values is stopped before memory is full")
{
    Builder builder;
    int value = builder.picture();
    for (int i = 0; i < 30; ++i) {
        builder.add("Concat", {value}, [](Stack &stack) {
            // A view, which takes no memory, stands for what a concatenation would make.
            const at::Tensor before = stack[0].toTensor().select(0, 0).unsqueeze(0);
            stack = {before.expand({stack[0].toTensor().size(0) * 4, -1, -1, -1})};
        });
        value = builder.last();
    }
    Graph graph = builder.graph();
    graph.outputs = {{"0", value}};
    CHECK_THROWS_AS(GraphProgram(graph).run(pictures(1)), Error);
}

TEST_CASE("what is changed in place through a view is computed in each run")
{
    // zeros → its first channel → filled with the picture's third, as a network that swaps channels does
    Builder builder;
    builder.add("zeros", {}, [](Stack &stack) { stack = {at::zeros({1, 4, 6, 5}, at::kDouble)}; });
    const int made = builder.last();
    Operator &select =
        builder.add("select", {made}, [](Stack &stack) { stack = {stack[0].toTensor().select(1, 0)}; });
    select.isView = true;
    const int view = builder.last();
    Operator &copy = builder.add("copy_", {view, builder.picture()},
        [](Stack &stack) { stack = {stack[0].toTensor().copy_(stack[1].toTensor().select(1, 2))}; });
    copy.isInPlace = true;
    builder.head(made);
    const GraphProgram program(builder.graph());
    const at::Tensor x = pictures(1);
    at::Tensor expected = at::zeros({1, 4}, at::kDouble);
    expected[0][0] = x[0][2].mean();
    for (int run = 0; run < 2; ++run)
        CHECK(areClose(program.run(x).at(0).second, expected));
    const at::Tensor leaf = x.clone().requires_grad_(true);
    const at::Tensor gradient = torch::autograd::grad({program.run(leaf).at(0).second.sum()}, {leaf}).front();
    CHECK(gradient[0][2].min().item<double>() > 0);
    CHECK(gradient[0][1].abs().max().item<double>() == 0);
}

TEST_CASE("changes in place that have nothing to do with a layer are made behind it as well")
{
    Builder builder;
    const int module = builder.module("conv", "Conv2d");
    builder.add("zeros", {}, [](Stack &stack) { stack = {at::zeros({1, 4, 6, 5}, at::kDouble)}; });
    const int made = builder.last();
    Operator &fill =
        builder.add("fill_", {made}, [](Stack &stack) { stack = {stack[0].toTensor().fill_(2)}; });
    fill.isInPlace = true;
    at::manual_seed(8);
    const at::Tensor kernel = at::randn({4, 4, 3, 3}, at::kDouble);
    const int convolved = builder.convolution(builder.picture(), builder.weight("w", kernel), {module});
    builder.head(builder.sum(convolved, made, {}));
    const GraphProgram program(builder.graph());
    const int conv = moduleOf(program, "conv");
    REQUIRE(program.canBeginBehind(conv));
    const at::Tensor maps = pictures(1);
    CHECK(areClose(program.runBehind(conv, maps).at(0).second, maps.mean({2, 3}) + 2));
}

TEST_CASE("a later part of a view keeps what is changed in place")
{
    Builder builder;
    Operator &chunk = builder.add("chunk", {builder.picture()}, [](Stack &stack) {
        const std::vector<at::Tensor> parts = stack[0].toTensor().clone().chunk(2, 1);
        stack = {parts[0], parts[1]};
    });
    chunk.isView = true;
    chunk.outputs.push_back(builder.value("second"));
    builder.graph();
    const int second = builder.value("unused") - 1;
    Operator &relu =
        builder.add("relu_", {second}, [](Stack &stack) { stack = {stack[0].toTensor().sub_(0.5).relu_()}; });
    relu.isInPlace = true;
    builder.head(second);
    const GraphProgram program(builder.graph());
    const at::Tensor x = pictures(1);
    const at::Tensor expected = (x.slice(1, 2) - 0.5).relu().mean({2, 3});
    CHECK(areClose(program.run(x).at(0).second, expected));
}

TEST_CASE("an operator that changes weights behind LibTorch's back is found")
{
    at::manual_seed(9);
    Builder builder;
    const int weight = builder.weight("w", at::randn({4, 4, 3, 3}, at::kDouble));
    builder.add("careless", {builder.picture(), weight}, [](Stack &stack) {
        const at::Tensor changed = stack[1].toTensor();
        changed.add_(1);
        stack = {at::conv2d(stack[0].toTensor(), changed, {}, 1, 1)};
    });
    builder.head(builder.last());
    const GraphProgram program(builder.graph());
    CHECK_THROWS_AS(program.run(pictures(1)), Error);
}

TEST_CASE("weights that are computed from others are not drawn anew")
{
    at::manual_seed(10);
    Builder builder;
    const int own = builder.weight("v", at::randn({4, 4, 3, 3}, at::kDouble));
    builder.add("scaled", {own}, [](Stack &stack) { stack = {stack[0].toTensor() * 2}; });
    builder.head(builder.convolution(builder.picture(), builder.last(), {}));
    const GraphProgram program(builder.graph());
    CHECK_THROWS_AS(program.withRandomWeights(1, 1), Error);
}
