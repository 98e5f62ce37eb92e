#include "core/explain/networkmeasure.h"

namespace convscope {

std::unique_ptr<Measurement> startOnNetwork(const MeasureInput &input, const NetworkMeasureOptions &options)
{
    return std::visit([&input](const auto &any) { return startMeasurement(input, any); }, options);
}

} // namespace convscope
