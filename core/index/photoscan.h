#pragma once

#include "core/image/image.h"
#include "core/index/derivedlayer.h"
#include "core/network/network.h"
#include "core/network/prediction.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// What is kept of one layer's output, C×h×w, for one photo: one entry a channel.
struct LayerScan
{
    int height = 0;
    int width = 0;
    std::vector<float> max;
    std::vector<float> min;
    std::vector<std::int32_t> maxAt; ///< y·w + x; of equal values the first in reading order
    std::vector<std::int32_t> minAt;
    std::vector<double> sum; ///< of all values
    std::vector<double> positiveSum; ///< of the values above 0
    std::vector<std::int32_t> positive; ///< how many values are above 0
};

/// What one pass over a photo tells for an index.
struct PhotoScan
{
    Prediction said;
    std::vector<LayerScan> layers; ///< in the order of the plan
    std::vector<float> features; ///< of the plan's features layer: the mean over its places, or its values
};

struct ScanPlan
{
    std::vector<int> layers; ///< with maps, whose outputs are looked at
    /// For each of them, whether its response is what a ReLU behind it lets through.
    std::vector<bool> areRectified;
    std::optional<int> features; ///< a layer with channels
};

/// Runs a network on photos, one at a time, and tells of each what an index keeps. One thread at a time.
class PhotoScanner
{
public:
    virtual ~PhotoScanner() = default;

    /// Throws Error: NotFinite where an output holds NaN or infinity, OutOfMemory, Internal.
    virtual PhotoScan scan(const Image &input) = 0;

    /// Of the layer at a place of the plan, for all photos since it was asked last: the sums of products of
    /// the responses of each two channels, C×C, over an even grid of at most 16×16 places of each photo. In
    /// float64 where the network is, else in float32 with the photos added in float64.
    virtual std::vector<double> takeProducts(std::size_t layer) = 0;
};

/// The network must outlive it.
std::unique_ptr<PhotoScanner> makePhotoScanner(const Network &network, const ScanPlan &plan);

/// Layers that need not be looked at, since they follow from others: of a checkpoint of the notebook's kind,
/// what comes into a batch norm and what comes out of the ReLU behind it.
std::vector<DerivedLayer> derivedLayersOf(const Network &network);

} // namespace convscope
