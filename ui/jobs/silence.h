#pragma once

#include "ui/jobs/job.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace convscope::detail {

/// Says which steps of a lane take longer than its patience, and on which networks a step was given up.
/// Whoever calls it holds the lane's mutex.
class Silence
{
public:
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Whether the job's step is silent at `now` (ms of the lane's clock). Without a patience none is.
    bool isSilent(const Job &job, qint64 now) const;

    void giveUp(const std::shared_ptr<const void> &network);
    bool isGivenUp(const std::shared_ptr<const void> &network) const;

private:
    std::optional<std::chrono::milliseconds> m_patience;
    std::vector<std::weak_ptr<const void>> m_givenUp; ///< networks
};

} // namespace convscope::detail
