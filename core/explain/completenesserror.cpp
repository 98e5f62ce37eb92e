#include "core/explain/completenesserror.h"

#include <cmath>
#include <limits>

namespace convscope {

namespace {

class CompletenessMeasure : public QuickMeasure
{
public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{.name = "completeness-error",
            .needsHeat = false,
            .range = {0, std::numeric_limits<double>::infinity()},
            .better = Better::Lower};
        return traits;
    }

protected:
    std::optional<Measured> take(const MeasureInput &input) const override
    {
        const auto *answer = std::get_if<Attribution>(input.answer);
        if (!answer || !answer->completeness)
            return {};
        const Completeness &parts = *answer->completeness;
        const std::optional<double> error = parts.relativeError();
        if (!error || !std::isfinite(*error))
            return {};
        return Measured{
            .value = *error, .details = {{"error", parts.error()}, {"difference", parts.difference}}};
    }
};

} // namespace

MeasurePtr completenessMeasure() { return std::make_shared<CompletenessMeasure>(); }

} // namespace convscope
