#include "core/methods/gradcam.h"

#include "core/engine/layergradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

namespace convscope {

GradCamRun::GradCamRun(const Network &network, Photo photo, const GradCamOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    checkFilter(network.info(), options.layer, 0);
}

bool GradCamRun::step()
{
    translated([this] {
        const LayerGradients found = layerGradients(m_network, m_photo, m_options.target, {m_options.layer});
        const LayerGradient &layer = found.layers.front();
        m_result.map = toMap(gradCamOf(layer));
        m_result.meaning = m_options.meaning();
        m_result.target = found.target;
        m_result.notes = found.notes;
        noteEmptiness(layer, m_result.map, m_result.meaning, m_result.notes);
    });
    m_done = true;
    return false;
}

Progress GradCamRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
