#include "ui/jobs/silence.h"

#include <algorithm>

namespace convscope::detail {

bool Silence::isSilent(const Job &job, qint64 now) const
{
    return m_patience && job.m_stepping && now - job.m_stepBegun >= m_patience->count();
}

void Silence::giveUp(const std::shared_ptr<const void> &network)
{
    if (network)
        m_givenUp.push_back(network);
}

/// Compares owners, not addresses: a new network may lie where one that was given up has died.
bool Silence::isGivenUp(const std::shared_ptr<const void> &network) const
{
    return network && std::ranges::any_of(m_givenUp, [&](const std::weak_ptr<const void> &each) {
        return !each.owner_before(network) && !network.owner_before(each);
    });
}

} // namespace convscope::detail
