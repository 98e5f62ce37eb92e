#include "core/methods/filtermaps.h"

#include "core/engine/tensors.h"
#include "core/explain/check.h"

namespace convscope {

FilterMaps filterMaps(const Network &network, const Photo &photo, int layer)
{
    checkFilter(network.info(), layer, 0);
    FilterMaps result;
    result.maps = toMap(network.activations(inputTensor(network, photo), layer));
    requireFinite(result.maps.values, Phrase::ActivationMap);
    result.filters = filterStatistics(result.maps);
    return result;
}

std::optional<Map> filterKernel(const Network &network, int layer, int filter)
{
    checkFilter(network.info(), layer, filter);
    const at::Tensor kernel = network.kernel(layer, filter);
    if (!kernel.defined())
        return {};
    return toMap(kernel);
}

} // namespace convscope
