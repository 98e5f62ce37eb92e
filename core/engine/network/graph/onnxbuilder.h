#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/onnxcall.h"
#include "core/engine/network/graph/onnxtensor.h"

#include <array>
#include <set>
#include <string_view>

namespace convscope {

/// An operator on its way into the graph, with what the file tells of where it is from.
struct OnnxMade
{
    Operator made;
    OnnxTexts metadata;
};

/// Makes one list of operators out of a model: functions and branches are put in place of their calls, and
/// what needs no picture is computed.
class OnnxBuilder
{
public:
    /// The model must outlive it.
    OnnxBuilder(const OnnxModel &model, OnnxFolder folder, const GraphTarget &target);

    /// Adds all operators, with the graph's inputs as values that nothing computes. Throws Error: all that
    /// readOnnx throws but NotAClassifier.
    void build();

    std::vector<GraphValue> values;
    std::vector<OnnxMade> operators;
    std::map<std::string, int> inputs; ///< the values of the graph's inputs, by name
    std::vector<std::pair<std::string, int>> outputs;
    int picture = -1; ///< of values; for who knows it
    bool wasTraining = false;

    const OnnxFolder &folder() const { return m_folder; }

private:
    /// The names that are known in a graph, in a function or in a branch.
    struct Scope
    {
        const OnnxGraph *graph = nullptr; ///< whose tensors are known
        const Scope *outer = nullptr; ///< of a branch
        const OnnxVersions *versions = nullptr;
        const std::vector<OnnxAttribute> *attributes = nullptr; ///< of the function's call
        std::string prefix = {};
        int depth = 0;
        std::map<std::string, int> known = {};
        const std::set<std::string> *used = nullptr; ///< names that are asked for
    };

    int addValue(std::string name, c10::IValue constant = {}, bool isParameter = false);
    int find(Scope &scope, const std::string &name);
    int addTensor(const OnnxTensor &tensor);
    void define(Scope &scope, const std::string &name, int value);
    void addNodes(const std::vector<OnnxNode> &nodes, Scope &scope);
    void addNode(const OnnxNode &node, Scope &scope);
    void addOperator(const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, Scope &scope);
    bool addFunction(const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, Scope &scope);
    void addIf(const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, Scope &scope);
    std::vector<int> addBranch(const OnnxGraph &branch, Scope &outer, const std::string &name);
    void addChoice(
        const OnnxNode &node, const OnnxGraph &yes, const OnnxGraph &no, int condition, Scope &scope);
    std::vector<OnnxAttribute> attributesOf(const OnnxNode &node, const Scope &scope) const;
    std::string uniqueName(const OnnxNode &node, const Scope &scope);
    void takeReplaced(OnnxCall &call);
    void checkWeights(const Operator &made);
    bool compute(const OnnxCall &call, const OnnxNode &node, bool grows, Scope &scope);
    void count();
    const OnnxFunction *functionOf(const OnnxNode &node) const;
    const std::set<std::string> &usedIn(const OnnxGraph &graph);
    const std::set<std::string> &usedIn(const OnnxFunction &function);

    using FunctionKey = std::array<std::string_view, 3>; ///< domain, name, overload

    const OnnxModel &m_model;
    OnnxFolder m_folder;
    const GraphTarget m_target;
    std::map<const OnnxTensor *, int> m_tensors; ///< values of those that are read
    std::map<std::pair<int, std::vector<std::int64_t>>, int> m_replaced;
    std::set<std::string> m_names; ///< of operators
    std::map<std::string, int> m_numbers; ///< the last one that was put behind each name
    std::map<FunctionKey, const OnnxFunction *> m_functions;
    std::map<const void *, std::set<std::string>> m_used; ///< by graph or function
    std::int64_t m_computable = std::int64_t(1) << 26; ///< elements that may still be computed and kept
    int m_count = 0;
};

} // namespace convscope
