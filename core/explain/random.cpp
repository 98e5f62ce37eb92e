#include "core/explain/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace convscope {

std::uint32_t NumpyRandom::below(std::uint32_t bound)
{
    if (bound == 1)
        return 0;
    const std::uint32_t max = bound - 1;
    const std::uint32_t mask = std::uint32_t((std::uint64_t(1) << std::bit_width(max)) - 1);
    std::uint32_t value = next() & mask;
    while (value > max)
        value = next() & mask;
    return value;
}

double NumpyRandom::uniform()
{
    const std::uint32_t high = next() >> 5;
    const std::uint32_t low = next() >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0; // 2^26, 2^53
}

std::vector<int> NumpyRandom::permutation(int count)
{
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size(); i-- > 1;)
        std::swap(order[i], order[below(std::uint32_t(i + 1))]);
    return order;
}

std::vector<int> NumpyRandom::choice(const std::vector<double> &probabilities, int count)
{
    std::vector<double> running(probabilities.size());
    std::partial_sum(probabilities.begin(), probabilities.end(), running.begin());
    const double sum = running.back();
    for (double &value : running)
        value /= sum;
    std::vector<int> chosen;
    for (int i = 0; i < count; ++i)
        chosen.push_back(int(std::upper_bound(running.begin(), running.end(), uniform()) - running.begin()));
    return chosen;
}

double NumpyRandom::normal()
{
    if (m_kept)
        return *std::exchange(m_kept, std::nullopt);
    double x = 0;
    double y = 0;
    double square = 0;
    do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    m_kept = factor * x;
    return factor * y;
}

} // namespace convscope
