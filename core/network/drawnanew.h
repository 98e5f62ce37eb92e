#pragma once

#include "core/network/network.h"

namespace convscope {

/// A network that is another one with some of its weights drawn at random, as before a training.
struct DrawnAnew
{
    int modules = 0; ///< the last ones that have weights; 0: all
    std::uint32_t seed = 43; ///< of each module

    bool operator==(const DrawnAnew &) const = default;
};

/// How many modules with weights the network has, those that hold others not counted.
int modulesWithWeights(const NetworkInfo &info);

/// Throws Error: InvalidOption where the network has fewer modules with weights, and WeightsNotDrawn.
std::unique_ptr<Network> drawnAnew(const Network &network, const DrawnAnew &drawn);

} // namespace convscope
