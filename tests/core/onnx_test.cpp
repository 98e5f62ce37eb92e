#include "core/engine/network/graph/onnxfile.h"
#include "core/engine/network/graph/onnxoperators.h"
#include "core/engine/network/graph/onnxtidy.h"

#include "tests/core/graphevaluation.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"
#include "tests/support/temporaryfolder.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <set>

using namespace convscope;
using namespace convscope::test;

// The files are made by tests/reference/make_onnx.py. With the network, each holds what goes in ("given x")
// and what comes out ("expected y") as tensors that no operator uses; the latter computed by onnxruntime, or
// by ONNX's own reference implementation.

namespace {

namespace fs = std::filesystem;

constexpr const char *givenPrefix = "given ";
constexpr const char *expectedPrefix = "expected ";

at::Tensor stored(const OnnxModel &model, const std::string &name)
{
    OnnxFolder nowhere({});
    return tensorOf(model.graph.tensors.at(name), nowhere).clone();
}

std::vector<fs::path> filesIn(const std::string &folder)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(testFile(folder))) {
        if (entry.path().extension() == ".onnx")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A file of operators, which takes any number of inputs.
struct Operators
{
    explicit Operators(const fs::path &file, const GraphTarget &target = {})
        : model(readOnnxModel(file))
    {
        OnnxBuilder builder(model, OnnxFolder(file.parent_path()), target);
        builder.build();
        const std::map<std::string, int> inputs = builder.inputs;
        // Numbers of values are made anew: find the inputs by their names
        joinBiases(builder);
        removeUnused(builder);
        graph = graphOf(std::move(builder));
        for (std::size_t i = 0; i < graph.values.size(); ++i) {
            const std::string &name = graph.values[i].name;
            if (!inputs.contains(name) || !graph.values[i].constant.isNone())
                continue;
            const at::Tensor value = stored(model, givenPrefix + name);
            given[int(i)] = value.is_floating_point() ? value.to(target.type) : value;
        }
    }

    OnnxModel model;
    Graph graph;
    std::map<int, at::Tensor> given;
};

/// As a share of the largest number.
double differenceOf(const at::Tensor &a, const at::Tensor &b)
{
    if (a.sizes() != b.sizes())
        return 1e300;
    if (a.numel() == 0)
        return 0;
    const at::Tensor first = a.to(at::kDouble);
    const at::Tensor second = b.to(at::kDouble);
    const at::Tensor same = first.eq(second).logical_or(first.isnan().logical_and(second.isnan()));
    const at::Tensor distance = at::where(same, at::zeros_like(first), (first - second).abs());
    return distance.max().item<double>()
        / std::max(1.0, second.nan_to_num(0, 0, 0).abs().max().item<double>());
}

} // namespace

TEST_CASE("Operators of ONNX compute what onnxruntime computes")
{
    std::set<std::string> seen;
    for (const fs::path &file : filesIn("onnx/operators")) {
        const Operators operators(file, {at::kCPU, at::kDouble});
        const auto values = evaluated(operators.graph, operators.given);
        for (const auto &[name, value] : operators.graph.outputs) {
            INFO(file.filename() << ": " << name);
            const at::Tensor expected = stored(operators.model, expectedPrefix + name);
            const at::Tensor computed = values.at(std::size_t(value)).toTensor();
            CHECK(computed.is_floating_point() == expected.is_floating_point());
            CHECK(differenceOf(computed, expected) < 1e-5);
        }
        for (const OnnxNode &node : operators.model.graph.nodes)
            seen.insert(node.domain + "." + node.kind);
    }
    for (const OnnxOperator &known : onnxOperators()) {
        INFO(known.kind);
        CHECK(seen.contains(std::string(known.domain) + "." + known.kind));
    }
}
