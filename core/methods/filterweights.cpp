#include "core/methods/filterweights.h"

#include "core/engine/layergradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

FilterWeightsRun::FilterWeightsRun(const Network &network, Photo photo, const FilterWeightsOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    checkFilter(network.info(), options.layer, 0);
}

bool FilterWeightsRun::step()
{
    translated([this] {
        const LayerGradients found = layerGradients(m_network, m_photo, m_options.target, {m_options.layer});
        const LayerGradient &layer = found.layers.front();
        const at::Tensor sums = (layer.gradientInDouble() * layer.mapsInDouble()).sum({1, 2});
        m_result.weights = toMap(sums.view({1, 1, -1})).values;
        m_result.target = found.target;
        m_result.notes = found.notes;
        noteNoGradient(layer, m_result.notes);
    });
    m_done = true;
    return false;
}

} // namespace convscope
