#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/explain/target.h"
#include "core/network/network.h"

namespace convscope {

/// A network up to one filter, whose response is its only answer: the sum of the filter's map, or one unit of
/// it. Methods that ask a network for nothing but logits explain a filter with it as they explain a class.
class FilterNetwork : public Network
{
public:
    /// The network must outlive it. `target` is of Kind::Filter and has passed checkFilterTarget().
    FilterNetwork(const Network &network, const Target &target);

    const NetworkInfo &info() const override { return m_info; }
    /// Of no layers: `layers` is empty.
    Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until until) const override;

    // Not to be asked of a filter; each throws Error: Internal.
    Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const override;
    at::Tensor logitsBehind(int layer, const at::Tensor &maps, const at::Tensor &picture) const override;
    bool canBeginBehind(int) const override { return false; }
    at::Tensor activation(const at::Tensor &batch, int layer, int filter) const override;
    at::Tensor kernel(int layer, int filter) const override;
    Chain chain() const override;

private:
    const Network &m_network;
    Target m_target;
    NetworkInfo m_info;
};

} // namespace convscope
