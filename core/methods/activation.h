#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

namespace convscope {

class ActivationRun;

struct ActivationOptions
{
    LayerId layer;
    FilterId filter;

    using Run = ActivationRun;
    static constexpr MethodTraits traits{
        .name = "activation", .files = "activation", .answer = AnswerKind::Activation};
    int steps() const { return 1; }

    bool operator==(const ActivationOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("layer", self.layer, LayerId::bounds);
        visit("filter", self.filter, FilterId::bounds);
    }
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
