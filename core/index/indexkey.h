#pragma once

#include "core/index/derivedlayer.h"
#include "core/index/receptivefield.h"
#include "core/network/network.h"

#include <string>
#include <vector>

namespace convscope {

/// What the numbers of an index depend on besides the photos.
struct IndexKey
{
    std::string network; ///< SHA-256 of its file, as hexText writes it
    std::string asked; ///< how photos are prepared, the precision, the kind of device, files beside it
    std::vector<std::string> layers; ///< that are looked at, by name
    std::string features; ///< name of the layer whose means are kept of each photo; empty where none is

    bool operator==(const IndexKey &) const = default;

    /// Whether two keys are of the same network, asked in the same way. Throws Error: IndexOfOther, of
    /// `file`.
    void requireSame(const IndexKey &other, const std::filesystem::path &file) const;
};

/// A layer of a network that an index tells of: it is looked at, or follows from one that is.
struct IndexedLayer
{
    int index = 0; ///< place in NetworkInfo::layers
    std::string name;
    std::string kind;
    int filters = 0;
    int height = 0; ///< of its maps
    int width = 0;
    ReceptiveField field = {}; ///< of its values
    std::size_t place = 0; ///< in IndexKey::layers, of the layer that is looked at
    std::optional<DerivedLayer::Rule> rule = {}; ///< none: it is that layer
    std::vector<double> scale = {}; ///< as in DerivedLayer
    std::vector<double> shift = {};

    bool operator==(const IndexedLayer &) const = default;
};

/// Which layers are looked at, and what follows from them.
struct IndexPlan
{
    std::vector<int> layers; ///< places in NetworkInfo::layers, in their order
    std::vector<DerivedLayer> derived; ///< that follow from them
    std::optional<int> features;

    /// For each layer, whether its response is what a ReLU behind it lets through.
    std::vector<bool> areRectified() const;
};

/// All convolutions and their activation functions: those that are looked at, and those that follow. `asked`:
/// layers to have in place of them. Throws Error: LayerWithoutMaps, NoLayerWithMaps.
IndexPlan planIndex(const Network &network, const std::vector<int> &asked = {});

/// The layer in front of the last linear one, or else the last layer with channels that stands before the
/// answer; none where there is none.
std::optional<int> featuresLayer(const NetworkInfo &info);

/// The layers that an index of this plan tells of, in the network's order. Their receptive fields are not
/// known yet.
std::vector<IndexedLayer> indexedLayers(const NetworkInfo &info, const IndexPlan &plan);

/// For each layer that is looked at, how many filters it has.
std::vector<std::size_t> filtersOf(const std::vector<IndexedLayer> &layers);

/// `networkHash`: SHA-256 of the network's file.
IndexKey indexKey(const NetworkInfo &info, const IndexPlan &plan, const std::string &networkHash);

} // namespace convscope
