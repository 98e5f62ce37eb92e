#include "core/engine/chainpass.h"

namespace convscope {

ChainPass::ChainPass(Chain chain, at::Tensor values)
    : m_chain(std::move(chain))
    , m_values{std::move(values)}
    , m_back(m_chain.modules.size())
{
}

bool ChainPass::step(const Turn &turn, const Rule &rule)
{
    if (m_forward < m_chain.modules.size())
        forward();
    else if (!m_message.defined())
        m_message = turn(m_values.back());
    else
        back(rule);
    return !m_message.defined() || m_back > 0;
}

/// A module with weights, and those without that follow it.
void ChainPass::forward()
{
    do {
        m_values.push_back(m_chain.modules[m_forward](m_values.back()));
        ++m_forward;
    } while (m_forward < m_chain.modules.size() && !m_chain.modules[m_forward].hasWeights());
}

/// Modules without weights, and the one with weights below them.
void ChainPass::back(const Rule &rule)
{
    bool hadWeights = false;
    while (m_back > 0 && !hadWeights) {
        const std::size_t index = --m_back;
        const ChainModule &module = m_chain.modules[index];
        m_message = rule({module, index, m_values[index], m_values[index + 1], m_message});
        m_values.pop_back();
        hadWeights = module.hasWeights();
    }
}

Progress ChainPass::progress() const
{
    const std::size_t all = m_chain.modules.size();
    return {int(m_forward + all - m_back), int(2 * all)};
}

} // namespace convscope
