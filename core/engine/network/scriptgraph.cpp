#include "core/engine/network/scriptgraph.h"

#include "core/engine/network/scriptcorrections.h"
#include "core/engine/network/scriptgeometry.h"
#include "core/engine/network/scriptvalues.h"
#include "core/error.h"
#include "core/runtime.h"

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

/// Tracing numbers the calls of a module that runs more than once: forward, forward1, forward2.
bool isForward(const std::string &method)
{
    constexpr std::string_view name = "forward";
    return method.starts_with(name) && std::all_of(method.begin() + name.size(), method.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
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
        refuseOtherTaps(*m_graph->block());
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
        ProgramModule tapped;
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
        ProgramModule tapped;
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

    void tap(jit::Node &node, ProgramModule module)
    {
        if (node.outputs().size() != 1)
            return;
        const auto [found, isNew] = m_numbers.try_emplace(module.name, int(m_modules.size()));
        if (isNew)
            m_modules.push_back(std::move(module));
        const jit::WithInsertPoint here(node.next());
        jit::Value *number = m_graph->insertConstant(found->second);
        jit::Node *tap = m_graph->insertNode(m_graph->create(jit::Symbol::fromQualString(tapName), {}, 1));
        tap->output()->setType(node.output()->type());
        node.output()->replaceAllUsesAfterNodeWith(tap, tap->output());
        tap->addInput(node.output());
        tap->addInput(number);
        m_taps.insert(tap);
    }

    /// The operator is known to every file that is loaded, and one that names it could pass any number.
    void refuseOtherTaps(const jit::Block &block) const
    {
        for (const jit::Node *node : block.nodes()) {
            for (const jit::Block *inner : node->blocks())
                refuseOtherTaps(*inner);
            if (node->kind() == jit::Symbol::fromQualString(tapName) && !m_taps.contains(node))
                throw Error(ErrorKind::NetworkNotLoadable, {}, {torchVersion(), tapName});
        }
    }

    jit::Module m_module;
    std::shared_ptr<jit::Graph> m_graph;
    std::map<const void *, std::string> m_names; ///< object → qualified name
    std::set<const jit::Node *> m_taps;
    std::set<std::string> m_called; ///< modules that were tapped
    std::map<std::string, int> m_numbers; ///< name → index in m_modules
    std::vector<ProgramModule> m_modules;
    int m_unnamed = 0;
};

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
    refuseQuantised(*result.graph);
    leavePictureAlone(*result.graph);
    findGeometry(result, module);
    result.wasTraining = correctConstants(*result.graph, device, float64);
    refuseRandom(*result.graph);
    result.batches = writtenBatches(*result.graph);
    return result;
}

} // namespace convscope
