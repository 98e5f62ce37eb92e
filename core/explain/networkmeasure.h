#pragma once

#include "core/explain/measure.h"
#include "core/measures/maskedconfidence.h"
#include "core/measures/maxsensitivity.h"
#include "core/measures/removal.h"
#include "core/measures/road.h"
#include "core/measures/tophidden.h"
#include "core/measures/weightdependence.h"

#include <utility>
#include <variant>

namespace convscope {

/// The parameters of each measure that runs the network. A new one is one more alternative here, with
/// traits(), `fields` and startMeasurement(), and one more entry in allMeasures().
using NetworkMeasureOptions = std::variant<RemovalOptions, TopHiddenOptions, MaskedConfidenceOptions,
    RoadOptions, MaxSensitivityOptions, WeightDependenceOptions>;

/// Starts the measure with these parameters. Throws what its startMeasurement() throws.
std::unique_ptr<Measurement> startOnNetwork(const MeasureInput &input, const NetworkMeasureOptions &options);

/// A measure that runs the network.
template <typename Options> class NetworkMeasure : public Measure
{
public:
    explicit NetworkMeasure(Options options = {})
        : m_options(std::move(options))
        , m_traits(m_options.traits())
    {
    }
    const MeasureTraits &traits() const override { return m_traits; }
    const Options &options() const { return m_options; }
    std::unique_ptr<Measurement> start(const MeasureInput &input) const override
    {
        return startOnNetwork(input, m_options);
    }

private:
    Options m_options;
    MeasureTraits m_traits;
};

template <typename Options> MeasurePtr networkMeasure(Options options)
{
    return std::make_shared<NetworkMeasure<Options>>(std::move(options));
}

} // namespace convscope
