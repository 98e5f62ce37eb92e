#pragma once

#include "core/explain/measure.h"
#include "core/explain/rival.h"
#include "tests/core/reference.h"

#include <cmath>
#include <optional>

// The photo and the heats that tests/reference/trust.py measures.

namespace convscope::test {

constexpr int measuredClass = 3;

inline Photo measuredPhoto() { return foodPhoto("training/3_10"); }

/// "smooth", in which no two values are equal, or "steps", in which many are.
inline std::shared_ptr<const Map> measuredHeat(const std::string &name)
{
    NumpyRandom random(7);
    Map heat = cellNoise(random, 128, 128, 8);
    for (double &value : heat.values) {
        value += 0.01 * random.uniform();
        value = name == "steps" ? std::floor(value * 8) : value;
    }
    return std::make_shared<const Map>(std::move(heat));
}

/// A heat of this photo, to be measured on this network; of a class where one is told.
inline MeasureInput heatInput(const Network &network, const Photo &photo, std::shared_ptr<const Map> heat,
    std::optional<int> target = measuredClass)
{
    return {.photo = photo, .heat = std::move(heat), .target = target, .network = &network};
}

inline std::shared_ptr<const Map> heatOfValues(int width, int height, std::vector<double> values)
{
    return std::make_shared<const Map>(Map{1, height, width, std::move(values)});
}

} // namespace convscope::test
