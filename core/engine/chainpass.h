#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/computation.h"
#include "core/engine/chain.h"

#include <functional>

namespace convscope {

/// A pass through a chain to the logits, and back to its input with a message that each module hands down as
/// a rule says. It is cut into steps of one module with weights, which take a few ten milliseconds each.
class ChainPass
{
public:
    /// A module at work: what it was given, what it made of that, and what has come down to its output.
    struct Place
    {
        const ChainModule &module;
        std::size_t index; ///< in the chain
        const at::Tensor &input;
        const at::Tensor &output;
        const at::Tensor &message;
    };
    /// What comes down to the module's input.
    using Rule = std::function<at::Tensor(const Place &)>;

    /// `values`: what the first module is given.
    ChainPass(Chain chain, at::Tensor values);

    /// Whether the logits are not there yet.
    bool goesForward() const { return m_forward < m_chain.modules.size(); }
    void forward();
    const at::Tensor &logits() const { return m_values.back(); }

    /// With the logits there: what is handed down from them.
    void turnBack(at::Tensor message);
    bool goesBack() const { return m_message.defined() && m_back > 0; }
    void back(const Rule &rule);

    /// What has come down: at the end, to the chain's input.
    const at::Tensor &message() const { return m_message; }

    /// In modules, there and back.
    Progress progress() const;

private:
    Chain m_chain;
    std::vector<at::Tensor> m_values; ///< before each module; those above the message are let go
    std::size_t m_forward = 0; ///< modules that have run
    std::size_t m_back; ///< modules that the message has still to pass
    at::Tensor m_message;
};

} // namespace convscope
