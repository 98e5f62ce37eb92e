#pragma once

#include "core/network/network.h"

#include <memory>

namespace convscope {

/// Keeps the network that was last drawn anew (Network::withRandomWeights), since to draw one takes as long
/// as several passes: maps of many methods and photos are compared with those of the same one. For one thread
/// at a time.
class RedrawnNetwork
{
public:
    /// `network` must outlive it. Throws what Network::withRandomWeights() throws.
    std::shared_ptr<const Network> of(const Network &network, int modules, std::uint32_t seed);

private:
    const Network *m_network = nullptr; ///< that it was drawn from
    int m_modules = 0;
    std::uint32_t m_seed = 0;
    std::shared_ptr<const Network> m_drawn;
};

} // namespace convscope
