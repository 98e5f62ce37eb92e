#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/graph.h"
#include "core/engine/network/graph/onnxmodel.h"

#include <set>
#include <span>

namespace convscope {

/// An operator of an ONNX file on its way into the graph: what it is told, and what becomes of it.
class OnnxCall
{
public:
    /// The attributes are the node's own, those of a function's call filled in.
    OnnxCall(const OnnxNode &node, const std::vector<OnnxAttribute> &attributes, std::int64_t ofVersion,
        const GraphTarget &forTarget, Operator &into)
        : made(into)
        , version(ofVersion)
        , target(forTarget)
        , m_node(node)
        , m_attributes(attributes)
    {
    }

    Operator &made; ///< arguments are there, the kernel is not
    const std::int64_t version; ///< of its domain's operators
    const GraphTarget target;
    std::vector<at::Tensor> constants = {}; ///< a tensor for each argument; undefined where it is none
    std::map<std::size_t, at::Tensor> replaced = {}; ///< constants that are taken in place of arguments
    std::vector<bool> usedOutputs = {}; ///< that something takes
    bool wasTraining = false; ///< was told to train, and does not

    std::size_t inputCount() const { return made.arguments.size(); }
    std::size_t outputCount() const { return m_node.outputs.size(); }
    bool has(std::size_t input) const;
    bool usesOutput(std::size_t output) const { return output < usedOutputs.size() && usedOutputs[output]; }
    /// Undefined where the input is no constant.
    at::Tensor constant(std::size_t input) const;

    // Attributes. One that nobody asks for is refused in the end: it may change what the operator does.
    bool hasAttribute(const std::string &name);
    std::int64_t integer(const std::string &name, std::int64_t otherwise);
    bool flag(const std::string &name, bool otherwise = false) { return integer(name, otherwise) != 0; }
    double number(const std::string &name, double otherwise);
    std::string text(const std::string &name, const std::string &otherwise);
    std::vector<std::int64_t> integers(const std::string &name, std::vector<std::int64_t> otherwise = {});
    std::vector<double> numbers(const std::string &name, std::vector<double> otherwise = {});
    /// Null where it is not there.
    const OnnxTensor *tensor(const std::string &name);
    /// What does not change the outputs.
    void ignore(std::initializer_list<const char *> names);

    /// Throws Error: OperatorArgument.
    [[noreturn]] void refuse(const std::string &argument, const std::string &value) const;
    [[noreturn]] void refuseAttribute(const std::string &name) const;
    void refuseUnread() const;
    /// Throws Error: OperatorUnknown, NetworkRandom, NetworkQuantised.
    [[noreturn]] void refuseOperator() const;

    const std::string &kind() const { return m_node.kind; }
    const std::string &domain() const { return m_node.domain; }
    std::string description() const; ///< for messages

private:
    const OnnxAttribute *find(const std::string &name, OnnxAttribute::Kind kind);

    const OnnxNode &m_node;
    const std::vector<OnnxAttribute> &m_attributes;
    std::set<std::string> m_read;
};

/// An attribute's value for people, as Python writes it, cut where it is long.
std::string text(const OnnxAttribute &attribute);

/// What a kernel is given.
class OnnxInputs
{
public:
    explicit OnnxInputs(std::span<const c10::IValue> values)
        : m_values(values)
    {
    }
    std::size_t size() const { return m_values.size(); }
    bool has(std::size_t i) const { return i < size() && m_values[i].isTensor(); }
    at::Tensor operator[](std::size_t i) const { return m_values[i].toTensor(); }
    c10::optional<at::Tensor> maybe(std::size_t i) const
    {
        return has(i) ? c10::optional<at::Tensor>(m_values[i].toTensor()) : c10::nullopt;
    }
    std::vector<at::Tensor> all() const;

private:
    std::span<const c10::IValue> m_values;
};

Kernel kernelOf(std::function<at::Tensor(const OnnxInputs &)> compute);
Kernel kernelOfMany(std::function<std::vector<at::Tensor>(const OnnxInputs &)> compute);

/// The whole numbers in a tensor.
std::vector<std::int64_t> integersOf(const at::Tensor &tensor);

/// The axis counted from the first; refuses one that is none.
std::int64_t axisOf(std::int64_t axis, std::int64_t rank);

/// While it lives, this thread makes no tensors of more elements by operators that make much out of little.
class SizeLimit
{
public:
    explicit SizeLimit(std::int64_t elements);
    ~SizeLimit();
    SizeLimit(const SizeLimit &) = delete;
    SizeLimit &operator=(const SizeLimit &) = delete;

private:
    std::int64_t m_before;
};

/// Refuses to make a tensor so large that no network needs it. Throws Error: NetworkDamaged.
void checkSize(std::span<const std::int64_t> shape, const std::string &what);

/// Both on one device: small tensors of whole numbers stay on the CPU, whatever the network runs on.
std::pair<at::Tensor, at::Tensor> together(const at::Tensor &a, const at::Tensor &b);

} // namespace convscope
