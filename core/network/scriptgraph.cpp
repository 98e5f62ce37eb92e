#include "core/network/scriptgraph.h"

#include "core/error.h"

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/inliner.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace convscope {

namespace {

namespace jit = torch::jit;

bool isOneOf(const jit::Node &node, const std::set<std::string> &names)
{
    return names.contains(node.kind().toQualString());
}

/// Tracing numbers the calls of a module that runs more than once: forward, forward1, forward2.
bool isForward(const std::string &method)
{
    constexpr std::string_view name = "forward";
    return method.starts_with(name) && std::all_of(method.begin() + name.size(), method.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
}

bool isConvolution(const jit::Node &node)
{
    static const std::set<std::string> names = {"aten::_convolution", "aten::convolution", "aten::conv2d",
        "aten::_convolution_mode", "aten::conv_transpose2d"};
    return isOneOf(node, names);
}

/// Inlines every call and puts a tap behind every module's output.
class Flattener
{
public:
    explicit Flattener(const jit::Module &module)
        : m_module(module)
        , m_graph(jit::toGraphFunction(module.get_method("forward").function()).graph()->copy())
    {
        nameModules(module, {});
    }

    ScriptGraph run()
    {
        flatten(*m_graph->block());
        jit::Inline(*m_graph); // calls of functions and of what is no module
        return {m_graph, std::move(m_modules)};
    }

private:
    /// A module that several names reach has the first of them, as in Python.
    void nameModules(const jit::Module &module, const std::string &name)
    {
        m_names.emplace(module._ivalue().get(), name);
        for (const auto &child : module.named_children()) {
            if (!m_names.contains(child.value._ivalue().get()))
                nameModules(child.value, name.empty() ? child.name : name + '.' + child.name);
        }
    }

    /// The attributes that lead from the network to a value: {"layer1", "0", "conv1"}; none where it does not
    /// come from there.
    std::optional<std::vector<std::string>> pathOf(const jit::Value *value) const
    {
        std::vector<std::string> path;
        for (; value->node()->kind() == jit::prim::GetAttr; value = value->node()->input(0))
            path.insert(path.begin(), value->node()->s(jit::attr::name));
        return value == m_graph->inputs().at(0) ? std::optional(path) : std::nullopt;
    }

    jit::Module moduleAt(const std::vector<std::string> &path) const
    {
        jit::Module module = m_module;
        for (const std::string &name : path)
            module = module.attr(name).toModule();
        return module;
    }

    void flatten(jit::Block &block)
    {
        for (jit::Node *node = *block.nodes().begin(); node != block.return_node();) {
            for (jit::Block *inner : node->blocks())
                flatten(*inner);
            if (isConvolution(*node))
                tapConvolution(*node);
            node = node->kind() == jit::prim::CallMethod ? inlined(*node) : node->next();
        }
    }

    /// Replaces a call by what it runs. Returns the node with which to go on.
    jit::Node *inlined(jit::Node &call)
    {
        const auto type = call.input(0)->type()->cast<c10::ClassType>();
        const std::string &method = call.s(jit::attr::name);
        jit::Function *function = type ? type->findMethod(method) : nullptr;
        jit::GraphFunction *callee = function ? jit::tryToGraphFunction(*function) : nullptr;
        if (!callee)
            return call.next();
        const auto path = pathOf(call.input(0));
        if (path && !path->empty() && isForward(method) && type->is_module())
            tapModule(call, *path);
        callee->ensure_defined();
        jit::Node *before = call.prev();
        // As written: the optimised graph has its calls inlined already, which would hide the modules inside.
        jit::inlineCallTo(&call, callee, /*inline_optimized_graph=*/false);
        return before->next();
    }

    void tapModule(jit::Node &call, std::vector<std::string> path)
    {
        const jit::Module module = moduleAt(path);
        ScriptModule tapped;
        tapped.name = m_names.at(module._ivalue().get());
        tapped.kind = module.type()->name()->name();
        tapped.isLeaf = module.children().size() == 0;
        tapped.parameterCount = parametersOf(module);
        if (tapped.kind == "Conv2d" && module.hasattr("weight")) {
            path.push_back("weight");
            tapped.weight = std::move(path);
        }
        m_called.insert(tapped.name);
        tap(call, std::move(tapped));
    }

    /// A convolution whose module was tapped already has that module's name and needs no tap.
    void tapConvolution(jit::Node &node)
    {
        const auto path = pathOf(node.input(1));
        const bool isConstant = node.input(1)->node()->kind() == jit::prim::Constant;
        if ((!path || path->empty()) && !isConstant)
            return; // the weight is computed: the module that does so is what can be watched
        ScriptModule tapped;
        tapped.kind = "Conv2d";
        if (isConstant) {
            tapped.name = "convolution_" + std::to_string(m_unnamed++);
        } else {
            std::vector<std::string> owner = *path;
            const std::string weight = owner.back();
            owner.pop_back();
            const jit::Module module = moduleAt(owner);
            tapped.name = m_names.at(module._ivalue().get());
            if (weight != "weight" || tapped.name.empty())
                tapped.name += (tapped.name.empty() ? "" : ".") + weight;
            tapped.parameterCount = module.attr(weight).toTensor().numel();
            tapped.weight = *path;
        }
        if (!m_called.contains(tapped.name))
            tap(node, std::move(tapped));
    }

    void tap(jit::Node &node, ScriptModule module)
    {
        if (node.outputs().size() != 1)
            return;
        const auto [found, isNew] = m_numbers.try_emplace(module.name, int(m_modules.size()));
        if (isNew)
            m_modules.push_back(std::move(module));
        const jit::WithInsertPoint here(node.next());
        jit::Value *number = m_graph->insertConstant(found->second);
        jit::Node *tap =
            m_graph->insertNode(m_graph->create(jit::Symbol::fromQualString("convscope::tap"), {}, 1));
        tap->output()->setType(node.output()->type());
        node.output()->replaceAllUsesAfterNodeWith(tap, tap->output());
        tap->addInput(node.output());
        tap->addInput(number);
    }

    jit::Module m_module;
    std::shared_ptr<jit::Graph> m_graph;
    std::map<const void *, std::string> m_names; ///< object → qualified name
    std::set<std::string> m_called; ///< modules that were tapped
    std::map<std::string, int> m_numbers; ///< name → index in m_modules
    std::vector<ScriptModule> m_modules;
    int m_unnamed = 0;
};

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
};

/// Random numbers outside of any branch are drawn in every run; such as stochastic depth leaves behind when
/// it is traced in training mode.
void refuseRandom(jit::Graph &graph)
{
    static const std::set<std::string> names = {"aten::bernoulli", "aten::bernoulli_", "aten::normal",
        "aten::normal_", "aten::uniform_", "aten::rand", "aten::rand_like", "aten::randn",
        "aten::randn_like"};
    for (const jit::Node *node : graph.nodes()) {
        if (isOneOf(*node, names))
            throw Error(ErrorKind::NetworkRandom, {}, {node->kind().toUnqualString()});
    }
}

} // namespace

std::int64_t parametersOf(const jit::Module &module)
{
    std::int64_t count = 0;
    std::set<const void *> counted;
    for (const at::Tensor &parameter : module.parameters()) {
        if (counted.insert(parameter.unsafeGetTensorImpl()).second)
            count += parameter.numel();
    }
    return count;
}

ScriptGraph flattenScript(const jit::Module &module, const std::string &device, bool float64)
{
    ScriptGraph result = Flattener(module).run();
    result.wasTraining = Corrections(*result.graph, device, float64).run();
    refuseRandom(*result.graph);
    return result;
}

} // namespace convscope
