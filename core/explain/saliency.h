#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/options.h"
#include "core/network/network.h"

#include <optional>

namespace convscope {

struct Saliency
{
    Map map; ///< 3×H×W in [0, 1]
    Range gradient; ///< smallest and largest |∂|, which the map has as 0 and 1
    int target = 0; ///< the class that was meant
    Notes notes;
};

/// Saliency: |∂ cross-entropy(logits, target) / ∂ input|, or |∂ logit / ∂ input|, min-max normalised over all
/// channels. Simonyan, Vedaldi, Zisserman, "Deep Inside Convolutional Networks", arXiv:1312.6034. One step.
class SaliencyRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: ClassOutOfRange.
    SaliencyRun(const Network &network, Photo photo, const SaliencyOptions &options);
    bool step() override;
    Progress progress() const override;
    const Saliency &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    SaliencyOptions m_options;
    bool m_done = false;
    Saliency m_result;
};

} // namespace convscope
