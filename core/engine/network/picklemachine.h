#pragma once

#include "core/engine/network/pickle.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace convscope {

/// Python's pickle machine with a stack, marks and a memo, building nodes instead of objects. What a pickle
/// takes of any of them is limited. Throws Error: NetworkDamaged, where it takes what is not there as well.
class PickleMachine
{
public:
    using Id = PickleTree::Id;
    using Kind = PickleTree::Kind;
    using Node = PickleTree::Node;

    Node &node(Id id) { return m_tree.m_nodes[id]; }

    // The stack

    void push(Id id);
    void push(Node made);
    void push(Kind kind, std::int64_t integer) { push(Node{kind, integer, {}, {}}); }
    void push(Kind kind, std::string text) { push(Node{kind, 0, std::move(text), {}}); }
    void push(Kind kind, std::vector<Id> items) { push(Node{kind, 0, {}, std::move(items)}); }
    Id top() const;
    Id pop();
    std::vector<Id> popMany(std::size_t count);

    // Marks

    void mark();
    std::vector<Id> popToMark();
    /// Pops as Python does: the mark where nothing lies above it.
    void popValueOrMark();

    // The memo

    void remember(std::uint64_t slot);
    void rememberNext() { remember(m_memo.size()); }
    void recall(std::uint64_t slot);

    /// Whoever copies an item from one node to another says so.
    void countCopy();

    /// The tree below what was pushed last; nothing may be called after that.
    PickleTree finish();

private:
    std::size_t floor() const;

    PickleTree m_tree;
    std::vector<Id> m_stack;
    std::vector<std::size_t> m_marks; ///< sizes of the stack
    std::unordered_map<std::uint64_t, Id> m_memo;
    std::size_t m_copied = 0;
};

} // namespace convscope
