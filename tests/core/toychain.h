#pragma once

#include "tests/core/toynetwork.h"

#include "core/engine/chain.h"

namespace convscope::test {

/// A network of a few modules, for pictures of 4×2 pixels and three classes.
class ToyChain : public ToyNetwork
{
public:
    explicit ToyChain(Chain chain)
        : ToyNetwork([chain](const at::Tensor &x) { return chain(x); })
        , m_chain(std::move(chain))
    {
    }
    Chain chain() const override { return m_chain; }

private:
    Chain m_chain;
};

/// All values of the picture in a row.
inline ChainModule rowOfPicture() { return {.kind = ChainModule::Kind::Reshape, .shape = {24}}; }

inline ChainModule linearLayer(const at::Tensor &weight, const at::Tensor &bias)
{
    return {.kind = ChainModule::Kind::Linear, .weight = weight, .bias = bias};
}

/// A linear layer whose outputs are all `factor` times the sum of the first channel, and `bias`.
inline ChainModule sumOfFirstChannel(float factor, float bias = 0, int outputs = 3)
{
    const at::Tensor row = at::cat({at::full({8}, factor), at::zeros({16})});
    return linearLayer(row.repeat({outputs, 1}), at::full({outputs}, bias));
}

} // namespace convscope::test
