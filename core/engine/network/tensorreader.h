#pragma once

#include "core/engine/network/statedict.h"

#include <functional>
#include <optional>

namespace convscope {

/// Reads the tensors that a pickle describes, without running what would make them.
class TensorReader
{
public:
    using Node = PickleTree::Node;
    using BytesOf = std::function<std::uint64_t(const std::string &entry)>;

    /// Both must live as long as this. `bytesOf` tells the size of an entry of the archive, and throws where
    /// there is none.
    TensorReader(const PickleTree &tree, const BytesOf &bytesOf)
        : m_tree(tree)
        , m_bytesOf(bytesOf)
    {
    }

    bool isTensor(const Node &value) const;
    bool isNumpyArray(const Node &value) const;
    /// The global behind a call, through calls of calls.
    std::string calledName(const Node &call) const;

    /// The tensor that a call makes; none where the value is no call. `name` is for messages. Throws Error:
    /// NetworkDamaged, NetworkTensorUnusual, NetworkNeedsCode, and what `bytesOf` throws.
    std::optional<StoredTensor> read(const std::string &name, const Node &value) const;

private:
    bool isTensorCall(const Node &value) const;
    const Node &item(const std::string &name, const Node &node, std::size_t index) const;
    const std::string &global(const std::string &name, const Node &node) const;
    std::vector<std::int64_t> sizes(const std::string &name, const Node &node) const;
    StoredTensor rebuild(
        const std::string &name, const Node &arguments, const std::optional<std::string> &type) const;

    const PickleTree &m_tree;
    const BytesOf &m_bytesOf;
};

} // namespace convscope
