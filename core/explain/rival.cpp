#include "core/explain/rival.h"

#include "core/image/resize.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

Map centreHeat(int width, int height)
{
    Map heat{1, height, width, {}};
    heat.values.reserve(std::size_t(width) * std::size_t(height));
    // In units of the side, from the middle.
    const auto place = [](int i, int side) { return (i + 0.5) / side - 0.5; };
    constexpr double sigma = 0.25;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double distance = std::hypot(place(x, width), place(y, height));
            heat.values.push_back(std::exp(-distance * distance / (2 * sigma * sigma)));
        }
    }
    return heat;
}

} // namespace

Map cellNoise(NumpyRandom &random, int width, int height, int cell)
{
    const auto cellsAlong = [cell](int pixels) { return (pixels + cell - 1) / cell; };
    Map cells{1, cellsAlong(height), cellsAlong(width), {}};
    cells.values.resize(std::size_t(cells.height) * std::size_t(cells.width));
    std::generate(cells.values.begin(), cells.values.end(), [&random] { return random.uniform(); });
    return cell == 1 ? cells : interpolated(cells, height, width);
}

Map rivalHeat(Rival rival, NumpyRandom &random, int width, int height)
{
    switch (rival) {
    case Rival::Random:
        return cellNoise(random, width, height, 1);
    case Rival::Coarse:
        return cellNoise(random, width, height, rivalCell);
    case Rival::Uniform:
        return {1, height, width, std::vector<double>(std::size_t(width) * std::size_t(height), 1)};
    case Rival::Centre:
        break;
    }
    return centreHeat(width, height);
}

std::vector<Map> rivalHeats(Rival rival, int width, int height, int count, Seed seed)
{
    NumpyRandom random(seed);
    std::vector<Map> heats;
    for (int i = 0; i < count; ++i)
        heats.push_back(rivalHeat(rival, random, width, height));
    return heats;
}

} // namespace convscope
