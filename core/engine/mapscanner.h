#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/featuremaps.h"
#include "core/engine/outputs.h"
#include "core/index/derivedlayer.h"
#include "core/network/network.h"

#include <cstddef>
#include <vector>

namespace convscope {

/// Looks at outputs of layers while they lie in the processor's cache.
class MapScanner
{
public:
    virtual ~MapScanner() = default;

    /// The output of the layer at `place` of those that are scanned, B×C×h×w. Where `rectify` is set, the
    /// layer behind is a ReLU, and values below 0 are set to 0 in place, once they are read.
    virtual void scan(std::size_t place, FeatureMaps &maps, bool rectify) = 0;
};

/// What a network is besides, if it can be scanned in the layout that it computes in.
class ScannedNetwork
{
public:
    virtual ~ScannedNetwork() = default;

    /// See the functions below.
    virtual Outputs runScanned(const at::Tensor &batch, const std::vector<int> &scanned, MapScanner &scanner,
        const std::vector<int> &layers) const = 0;
    virtual std::vector<DerivedLayer> derivedLayers() const = 0;
};

/// One pass over a batch, B×3×H×W in [0, 1], to the logits, without a graph. It gives what Network::run()
/// gives of `layers`, and shows the scanner the output of each layer of `scanned`, in whatever layout that is
/// computed; those must have maps. Throws Error: what run() throws.
Outputs runScanned(const Network &network, const at::Tensor &batch, const std::vector<int> &scanned,
    MapScanner &scanner, const std::vector<int> &layers);

/// Layers of a network that need not be scanned, since they follow from others that are not derived
/// themselves; none where nobody can tell.
std::vector<DerivedLayer> derivedLayers(const Network &network);

} // namespace convscope
