#include "core/explain/rankaccuracy.h"

#include "core/explain/pixelorder.h"

#include <algorithm>
#include <functional>

namespace convscope {

namespace {

class RankAccuracyMeasure : public QuickMeasure
{
public:
    const MeasureTraits &traits() const override
    {
        static constexpr MeasureTraits traits{.name = "rank-accuracy", .needsMask = true, .range = {0, 1}};
        return traits;
    }

protected:
    std::optional<Measured> take(const MeasureInput &input) const override
    {
        const std::optional<double> accuracy = rankAccuracy(*input.heat, *input.photo.mask);
        return accuracy ? std::optional(Measured{*accuracy}) : std::nullopt;
    }
};

/// How many pixels there are of a kind, and how many of them lie on the food.
struct Pixels
{
    double count = 0;
    double inside = 0;

    void add(bool isInside)
    {
        ++count;
        inside += isInside;
    }
};

} // namespace

std::optional<double> rankAccuracy(const Map &heat, const Mask &mask)
{
    const auto isFood = [&mask](std::size_t pixel) { return mask.inside[pixel] != 0; };
    std::size_t food = 0;
    for (std::size_t pixel = 0; pixel < mask.inside.size(); ++pixel)
        food += isFood(pixel);
    if (!ordersPixels(heat) || food == 0 || food == heat.values.size())
        return {};
    std::vector<double> sorted = heat.values;
    const auto last = sorted.begin() + std::ptrdiff_t(food - 1);
    std::nth_element(sorted.begin(), last, sorted.end(), std::greater());
    Pixels above;
    Pixels equal;
    for (std::size_t pixel = 0; pixel < heat.values.size(); ++pixel) {
        if (heat.values[pixel] > *last)
            above.add(isFood(pixel));
        else if (heat.values[pixel] == *last)
            equal.add(isFood(pixel));
    }
    const auto size = double(food);
    return (above.inside + (size - above.count) * equal.inside / equal.count) / size;
}

MeasurePtr rankAccuracyMeasure() { return std::make_shared<RankAccuracyMeasure>(); }

} // namespace convscope
