#include "core/engine/network/architecture.h"
#include "core/error.h"

#include <algorithm>

namespace convscope {

std::optional<InputSize> fittingSize(const StateDict &tensors, int channels)
{
    const auto plan = [&](int side) -> std::optional<std::vector<PlannedLayer>> {
        try {
            return planLayers(tensors, {side, side}, channels);
        } catch (const Error &) {
            return std::nullopt;
        }
    };
    // A pool at the end first: in the notebook there is one, and few networks are without.
    for (const bool isPooled : {true, false}) {
        for (const int side : {128, 224, 256, 64, 96, 112, 160, 192, 32, 48, 144, 299, 320, 384, 512}) {
            const auto layers = plan(side);
            if (!layers)
                continue;
            const auto linear = std::find_if(layers->begin(), layers->end(),
                [](const PlannedLayer &layer) { return layer.kind == PlannedLayer::Kind::Linear; });
            const PlannedLayer &last = *(linear - 1); // of the maps: the first layer is a convolution
            if ((last.kind == PlannedLayer::Kind::Pool) == isPooled && last.height > 1)
                return InputSize{side, side};
        }
    }
    return std::nullopt;
}

} // namespace convscope
