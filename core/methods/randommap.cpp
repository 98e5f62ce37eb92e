#include "core/methods/randommap.h"

#include "core/engine/scorefunction.h"
#include "core/explain/check.h"
#include "core/explain/rival.h"

namespace convscope {

RandomMapRun::RandomMapRun(const Network &network, Photo photo, const RandomMapOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_result.meaning = RandomMapOptions::traits.meaning;
    m_result.isRival = true;
}

bool RandomMapRun::step()
{
    m_result.target = askForTarget(m_network, m_photo, m_options.target, m_result.notes);
    NumpyRandom random(m_options.seed);
    m_result.map = cellNoise(random, m_photo.input.width, m_photo.input.height, m_options.cell);
    m_done = true;
    return false;
}

Progress RandomMapRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
