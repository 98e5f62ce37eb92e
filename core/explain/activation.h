#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/options.h"
#include "core/network/network.h"

namespace convscope {

struct Activation
{
    Map map; ///< 1×h×w, raw: what a forward hook on the layer sees of the filter's channel
    Notes notes;
};

/// The output of one filter of one layer for a photo. One step.
class ActivationRun : public Computation
{
public:
    /// The network must outlive the run. Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange.
    ActivationRun(const Network &network, Photo photo, const ActivationOptions &options);
    bool step() override;
    Progress progress() const override;
    const Activation &result() const { return m_result; }

private:
    const Network &m_network;
    Photo m_photo;
    ActivationOptions m_options;
    bool m_done = false;
    Activation m_result;
};

} // namespace convscope
