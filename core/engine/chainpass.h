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

    /// What is handed down from the logits.
    using Turn = std::function<at::Tensor(const at::Tensor &logits)>;

    /// One step: forward, the turn, or back. Whether another one follows.
    bool step(const Turn &turn, const Rule &rule);

    /// What has come down: after the last step, to the chain's input.
    const at::Tensor &message() const { return m_message; }

    /// In modules, there and back.
    Progress progress() const;

private:
    void forward();
    void back(const Rule &rule);

    Chain m_chain;
    std::vector<at::Tensor> m_values; ///< before each module; those above the message are let go
    std::size_t m_forward = 0; ///< modules that have run
    std::size_t m_back; ///< modules that the message has still to pass
    at::Tensor m_message;
};

} // namespace convscope
