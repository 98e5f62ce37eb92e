#include "core/engine/outputs.h"

#include "core/network/network.h"

namespace convscope {

at::Tensor Network::logits(const at::Tensor &batch) const { return run(batch, {}).logits; }

at::Tensor Network::activations(const at::Tensor &batch, int layer) const
{
    return run(batch, {layer}, Until::LastLayer).layers.front();
}

} // namespace convscope
