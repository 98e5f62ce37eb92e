#pragma once

#include <vector>

namespace convscope {

/// A layer whose output follows, value by value, from that of another one, so that it need not be looked at.
struct DerivedLayer
{
    enum class Rule
    {
        Rectified, ///< max(0, v), v the output of the other layer
        BeforeNorm, ///< (v − shift)/scale, with the numbers of v's channel: what comes into a batch norm
    };

    int layer = 0; ///< place in NetworkInfo::layers
    int from = 0; ///< the other layer
    Rule rule = Rule::Rectified;
    std::vector<double> scale = {}; ///< of BeforeNorm, one a channel; 0 where nothing follows from v
    std::vector<double> shift = {};
};

} // namespace convscope
