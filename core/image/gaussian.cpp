#include "core/image/gaussian.h"

#include <cmath>
#include <numeric>

namespace convscope {

std::vector<double> gaussianWeights(double deviation, int radius)
{
    std::vector<double> weights;
    for (int i = -radius; i <= radius; ++i)
        weights.push_back(std::exp(-0.5 * i * i / (deviation * deviation)));
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

int reflected(int place, int size)
{
    const int period = 2 * size;
    const int within = (place % period + period) % period;
    return within < size ? within : period - 1 - within;
}

} // namespace convscope
