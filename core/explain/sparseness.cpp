#include "core/explain/sparseness.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace convscope {

namespace {

class SparsenessMeasure : public QuickMeasure
{
public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{
            .name = "sparseness", .range = {0, 1}, .better = Better::Neither};
        return traits;
    }

protected:
    std::optional<Measured> take(const MeasureInput &input) const override
    {
        const std::vector<double> &heat = input.heat->values;
        const bool isFinite = std::ranges::all_of(heat, [](double value) { return std::isfinite(value); });
        if (!isFinite || rangeOf(*input.heat).high <= 0)
            return {};
        return Measured{giniIndex(heat)};
    }
};

} // namespace

double giniIndex(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const double largest = values.back();
    const auto count = double(values.size());
    double weighted = 0;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i] / largest + 1e-7;
        weighted += (2 * double(i + 1) - count - 1) * value;
        sum += value;
    }
    return std::max(0.0, weighted / (count * sum)); // rounding may bring it below 0
}

MeasurePtr sparsenessMeasure() { return std::make_shared<SparsenessMeasure>(); }

} // namespace convscope
