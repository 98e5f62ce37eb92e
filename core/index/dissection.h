#pragma once

#include "core/computation.h"
#include "core/data/photoset.h"
#include "core/error.h"
#include "core/network/network.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace convscope {

/// How well the thresholded map of a filter overlaps the masks of some photos.
struct Overlap
{
    std::int64_t both = 0; ///< pixels in both, over all photos
    std::int64_t either = 0; ///< pixels in at least one of the two

    /// In [0, 1]; 0 where there are no pixels.
    double iou() const { return either == 0 ? 0 : double(both) / double(either); }
    bool operator==(const Overlap &) const = default;
};

/// What is found of one filter.
struct DissectedFilter
{
    double threshold = 0; ///< exceeded by 0.5 % of all values of the filter over the photos
    Overlap all; ///< with the masks of all photos
    std::map<int, Overlap> classes; ///< by true class: with the masks of its photos, over all photos

    /// Network dissection counts a filter as a detector of what it overlaps so well.
    static constexpr double detector = 0.04;
};

struct Dissection
{
    std::vector<DissectedFilter> filters;
    std::int64_t photos = 0; ///< with a mask
    std::vector<Error> failed;
};

/// Network dissection (Bau, Zhou, Khosla, Oliva, Torralba, arXiv:1704.05796) of one layer, over the photos
/// that have a mask: each filter's threshold, then its maps brought to the size of the network's input,
/// bilinear between the centres of the values, compared with it, and the overlap with the masks over all
/// photos. Of a class, the masks of its photos are the concept: what is thresholded in photos of other
/// classes counts against it. Two passes, one photo a step; keeps 1 in 200 values of the layer in memory.
class DissectionRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: NoSuchLayer, LayerWithoutMaps, PhotosWithoutMasks.
    DissectionRun(const Network &network, const std::vector<PhotoRef> &photos, int layer);
    ~DissectionRun() override;

    bool step() override;
    Progress progress() const override; ///< in photos, each counts twice
    /// When it has ended.
    const Dissection &result() const;

    static constexpr double share = 0.005; ///< of the values, above the threshold

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
