#include "core/network/redrawnnetwork.h"

namespace convscope {

std::shared_ptr<const Network> RedrawnNetwork::of(const Network &network, int modules, std::uint32_t seed)
{
    if (m_drawn && m_network == &network && m_modules == modules && m_seed == seed)
        return m_drawn;
    m_drawn.reset(); // its memory first
    m_drawn = network.withRandomWeights(modules, seed);
    m_network = &network;
    m_modules = modules;
    m_seed = seed;
    return m_drawn;
}

} // namespace convscope
