#include "core/engine/network/picklemachine.h"

#include "core/engine/network/damaged.h"

#include <utility>

namespace convscope {

namespace {

/// For nodes, memo, stack, marks and copied items each. A checkpoint has some hundred nodes; one with long
/// training curves beside, some ten thousand. A node takes about 70 bytes.
constexpr std::size_t maxCount = 2'000'000;

void limit(std::size_t count)
{
    if (count >= maxCount)
        damaged("data.pkl holds too many values");
}

} // namespace

void PickleMachine::push(Id id)
{
    limit(m_stack.size());
    m_stack.push_back(id);
}

void PickleMachine::push(Node made)
{
    limit(m_tree.m_nodes.size());
    m_tree.m_nodes.push_back(std::move(made));
    push(Id(m_tree.m_nodes.size() - 1));
}

/// Values below the topmost mark belong to whoever set the mark.
std::size_t PickleMachine::floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

PickleMachine::Id PickleMachine::top() const
{
    if (m_stack.size() <= floor())
        damaged("data.pkl takes a value that is not there");
    return m_stack.back();
}

PickleMachine::Id PickleMachine::pop()
{
    const Id id = top();
    m_stack.pop_back();
    return id;
}

std::vector<PickleMachine::Id> PickleMachine::popMany(std::size_t count)
{
    std::vector<Id> items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = pop();
    return items;
}

void PickleMachine::mark()
{
    limit(m_marks.size());
    m_marks.push_back(m_stack.size());
}

std::vector<PickleMachine::Id> PickleMachine::popToMark()
{
    if (m_marks.empty())
        damaged("data.pkl takes a mark that is not there");
    const auto first = m_stack.begin() + std::ptrdiff_t(m_marks.back());
    std::vector<Id> items(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return items;
}

void PickleMachine::popValueOrMark()
{
    if (!m_marks.empty() && m_marks.back() == m_stack.size())
        m_marks.pop_back();
    else
        pop();
}

void PickleMachine::remember(std::uint64_t slot)
{
    limit(m_memo.size());
    m_memo[slot] = top();
}

void PickleMachine::recall(std::uint64_t slot)
{
    const auto found = m_memo.find(slot);
    if (found == m_memo.end())
        damaged("data.pkl recalls a value that is not there");
    push(found->second);
}

void PickleMachine::countCopy() { limit(++m_copied); }

PickleTree PickleMachine::finish()
{
    m_tree.m_root = pop();
    return std::move(m_tree);
}

} // namespace convscope
