#include "core/engine/featuremaps.h"

#include <ATen/ATen.h>

namespace convscope {

at::Tensor FeatureMaps::plain() const
{
    return blocks == 0 ? values : values.unflatten(0, {values.size(0) / blocks, blocks}).flatten(1, 2);
}

FeatureMaps FeatureMaps::blocked() const
{
    if (blocks != 0)
        return *this;
    const std::int64_t count = values.size(1) / block;
    return {values.unflatten(1, {count, std::int64_t(block)})
                .flatten(0, 1)
                .contiguous(at::MemoryFormat::ChannelsLast),
        count};
}

} // namespace convscope
