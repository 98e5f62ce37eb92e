#include "core/methods/activation.h"

#include "core/engine/tensors.h"
#include "core/explain/check.h"

namespace convscope {

ActivationRun::ActivationRun(const Network &network, Photo photo, const ActivationOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkFilter(network.info(), options.layer, options.filter);
}

bool ActivationRun::step()
{
    m_result.map =
        toMap(m_network.activation(inputTensor(m_network, m_photo), m_options.layer, m_options.filter));
    requireFinite(m_result.map.values, Phrase::ActivationMap);
    const Range range = rangeOf(m_result.map);
    if (range.low == range.high)
        m_result.notes.push_back(Note::SilentFilter);
    m_done = true;
    return false;
}

Progress ActivationRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
