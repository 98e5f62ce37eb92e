#include "core/engine/network/scriptcorrections.h"

#include "core/engine/network/scriptvalues.h"
#include "core/error.h"

#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace convscope {

namespace {

namespace jit = torch::jit;

/// Rewrites constants that hold only where and as the file was written.
class Corrections
{
public:
    Corrections(jit::Graph &graph, const std::string &device, bool float64)
        : m_graph(graph)
        , m_device(device)
        , m_floatType(float64 ? at::kDouble : at::kFloat)
    {
    }

    /// Returns whether there was anything in training mode.
    bool run()
    {
        correct(*m_graph.block());
        for (jit::Node *node : m_replaced)
            node->destroy();
        return m_wasTraining;
    }

private:
    void correct(jit::Block &block)
    {
        for (jit::Node *node : block.nodes()) {
            for (jit::Block *inner : node->blocks())
                correct(*inner);
            leaveTraining(*node);
            changeFloatType(*node);
            moveCall(*node);
            if (node->kind() == jit::prim::Constant)
                moveConstant(*node);
        }
    }

    void moveConstant(jit::Node &node)
    {
        if (node.output()->type() == c10::DeviceObjType::get()) {
            node.s_(jit::attr::value, m_device.str());
        } else if (node.hasAttribute(jit::attr::value)
            && node.kindOf(jit::attr::value) == jit::AttributeKind::t) {
            const at::Tensor tensor = node.t(jit::attr::value).detach().to(m_device);
            node.t_(jit::attr::value, tensor.is_floating_point() ? tensor.to(m_floatType) : tensor);
        }
    }

    /// x.cuda() and x.cpu() name a device without a constant.
    void moveCall(jit::Node &node)
    {
        static const std::set<std::string> names = {"aten::cuda", "aten::cpu"};
        if (!isOneOf(node, names))
            return;
        const jit::WithInsertPoint here(node.next());
        jit::Value *moved = m_graph.insert(jit::aten::to, {node.input(0), c10::IValue(m_device)});
        node.output()->replaceAllUsesWith(moved);
        m_replaced.push_back(&node); // it would run though nobody uses what it gives
    }

    static int indexOf(const jit::Node &node, const std::string &argument)
    {
        const c10::FunctionSchema *schema = node.maybeSchema();
        return schema ? schema->argumentIndexWithName(argument).value_or(-1) : -1;
    }

    void setConstant(jit::Node &node, int input, const c10::IValue &value)
    {
        const jit::WithInsertPoint here(&node);
        node.replaceInput(std::size_t(input), m_graph.insertConstant(value));
    }

    /// Tracing writes training mode down as a constant, which eval() does not reach.
    void leaveTraining(jit::Node &node)
    {
        static const std::map<std::string, std::string> flags = {{"aten::batch_norm", "training"},
            {"aten::instance_norm", "use_input_stats"}, {"aten::dropout", "train"},
            {"aten::dropout_", "train"}, {"aten::feature_dropout", "train"},
            {"aten::feature_dropout_", "train"}, {"aten::alpha_dropout", "train"},
            {"aten::alpha_dropout_", "train"}, {"aten::feature_alpha_dropout", "train"},
            {"aten::feature_alpha_dropout_", "train"}, {"aten::native_dropout", "train"},
            {"aten::rrelu", "training"}, {"aten::rrelu_", "training"}};
        const auto flag = flags.find(node.kind().toQualString());
        const int input = flag == flags.end() ? -1 : indexOf(node, flag->second);
        if (input < 0)
            return;
        const auto value = jit::toIValue(node.input(std::size_t(input)));
        if (!value || !value->isBool() || !value->toBool())
            return;
        const int mean = indexOf(node, "running_mean");
        if (mean >= 0 && node.input(std::size_t(mean))->type() == c10::NoneType::get())
            return; // keeps no statistics: it takes the photo's own in eval mode, too
        setConstant(node, input, false);
        m_wasTraining = true;
    }

    void changeFloatType(jit::Node &node)
    {
        const int input = indexOf(node, "dtype");
        if (input < 0)
            return;
        const auto value = jit::toIValue(node.input(std::size_t(input)));
        if (value && value->isInt() && c10::isFloatingType(at::ScalarType(value->toInt())))
            setConstant(node, input, std::int64_t(m_floatType));
    }

    jit::Graph &m_graph;
    at::Device m_device;
    at::ScalarType m_floatType;
    bool m_wasTraining = false;
    std::vector<jit::Node *> m_replaced;
};

/// "aten::sub" of "aten::sub_"; none where a node does not work in place.
std::optional<jit::Symbol> makingNew(const jit::Node &node)
{
    const std::string name = node.kind().toQualString();
    if (!name.ends_with('_') || name.ends_with("__") || node.inputs().empty() || node.outputs().size() != 1)
        return std::nullopt;
    return jit::Symbol::fromQualString(name.substr(0, name.size() - 1));
}

/// Nothing but `node` and what follows it can see that it changes its first input.
bool changesInSecret(const jit::Node &node)
{
    for (const jit::Use &use : node.input(0)->uses()) {
        if (use.user == &node || use.user->isAfter(&node))
            continue;
        const c10::FunctionSchema *schema = use.user->maybeSchema();
        if (!schema || !use.user->blocks().empty())
            return false;
        for (const c10::Argument &result : schema->returns()) { // a view
            if (result.alias_info())
                return false;
        }
    }
    return true;
}

/// Walks over lists of sizes whose first is a constant.
void collectBatches(const jit::Block &block, std::set<int> &batches)
{
    static const std::set<std::string> shaping = {"aten::view", "aten::reshape", "aten::expand",
        "aten::broadcast_to", "aten::zeros", "aten::ones", "aten::full", "aten::empty", "aten::new_zeros"};
    constexpr std::int64_t largest = 1024;
    for (const jit::Node *node : block.nodes()) {
        for (const jit::Block *inner : node->blocks())
            collectBatches(*inner, batches);
        if (!isOneOf(*node, shaping))
            continue;
        for (const jit::Value *input : node->inputs()) {
            std::optional<c10::IValue> first;
            if (input->node()->kind() == jit::prim::ListConstruct && !input->node()->inputs().empty()) {
                if (const auto value = jit::toIValue(input->node()->input(0)))
                    first = *value;
            } else if (const auto list = jit::toIValue(input); list && list->isIntList()) {
                if (const std::vector<std::int64_t> sizes = list->toIntVector(); !sizes.empty())
                    first = sizes.front();
            }
            if (first && first->isInt() && first->toInt() > 1 && first->toInt() <= largest)
                batches.insert(int(first->toInt()));
        }
    }
}

} // namespace

void leavePictureAlone(jit::Graph &graph)
{
    jit::Value *picture = graph.inputs().at(1);
    jit::Value *current = nullptr;
    {
        const jit::WithInsertPoint here(*graph.nodes().begin());
        current = graph.insert(jit::aten::clone, {picture});
    }
    picture->replaceAllUsesWith(current);
    current->node()->replaceInput(0, picture);
    for (auto each = graph.nodes().begin(); each != graph.nodes().end();) {
        jit::Node *node = *each;
        ++each;
        const auto symbol = makingNew(*node);
        if (!symbol || node->input(0) != current || !changesInSecret(*node))
            continue;
        // Not by name and arguments, for which a tensor may become a number.
        jit::Node *made = graph.create(*symbol, node->inputs(), 1);
        if (!made->maybeSchema()) { // there is no such operator
            made->destroy();
            continue;
        }
        made->insertBefore(node);
        made->output()->setType(node->output()->type());
        node->output()->replaceAllUsesWith(made->output());
        current->replaceAllUsesAfterNodeWith(node, made->output());
        node->destroy();
        current = made->output();
    }
}

bool correctConstants(jit::Graph &graph, const std::string &device, bool float64)
{
    return Corrections(graph, device, float64).run();
}

std::vector<int> writtenBatches(const jit::Graph &graph)
{
    constexpr std::size_t max = 8; // each costs a run where a network does not run on one picture
    std::set<int> batches;
    collectBatches(*graph.block(), batches);
    std::vector<int> result(batches.begin(), batches.end());
    result.resize(std::min(result.size(), max));
    return result;
}

void refuseRandom(const jit::Graph &graph)
{
    static const std::set<std::string> names = {"aten::bernoulli", "aten::bernoulli_", "aten::normal",
        "aten::normal_", "aten::uniform_", "aten::rand", "aten::rand_like", "aten::randn",
        "aten::randn_like"};
    for (const jit::Node *node : graph.nodes()) {
        if (isOneOf(*node, names))
            throw Error(ErrorKind::NetworkRandom, {}, {node->kind().toUnqualString()});
    }
}

void refuseQuantised(const jit::Graph &graph)
{
    static const std::set<std::string> names = {"aten::quantize_per_tensor", "aten::quantize_per_channel",
        "aten::quantize_per_tensor_dynamic", "aten::dequantize"};
    for (const jit::Node *node : graph.nodes()) {
        const c10::Symbol kind = node->kind();
        if (kind.ns().toUnqualString() != std::string("quantized") && !isOneOf(*node, names))
            continue;
        const std::string output = node->outputs().empty() ? "" : node->outputs().front()->debugName();
        throw Error(ErrorKind::NetworkQuantised, {}, {kind.toQualString(), output});
    }
}

} // namespace convscope
