#pragma once

#include "core/explain/fields.h"
#include "core/explain/random.h"
#include "core/image/image.h"

#include <array>
#include <cstdint>
#include <vector>

namespace convscope {

/// Maps that know nothing of the network, to compare with.
enum class Rival
{
    Random, ///< uniform noise in [0, 1), of one seed for a whole survey
    Centre, ///< a Gaussian in the middle of the picture, as wide as a quarter of each side
    Coarse, ///< noise in cells of `rivalCell` pixels: as coarse as the maps of deep layers
    Uniform, ///< 1 everywhere: no pixel before another
};
template <> struct Words<Rival>
{
    static constexpr std::array all{"random", "centre", "coarse", "uniform"};
};

/// What the random numbers of rival maps start from.
constexpr std::uint32_t rivalSeed = 16;
/// Pixels a side that share a random number of a coarse rival.
constexpr int rivalCell = 16;
/// Random maps that a band of rivals is made of.
constexpr int rivalsInBand = 10;

/// Uniform noise in [0, 1), 1×height×width: one number of `random` for each cell of so many pixels a side,
/// ⌈height/cell⌉ rows of ⌈width/cell⌉, stretched as interpolated() does.
Map cellNoise(NumpyRandom &random, int width, int height, int cell);

/// The heat of a rival, 1×height×width in [0, 1]. Noise takes its numbers from `random`, row by row; the
/// other rivals take none.
Map rivalHeat(Rival rival, NumpyRandom &random, int width, int height);

/// The heats of `count` rivals of one kind, whose random numbers start from the seed and run on.
std::vector<Map> rivalHeats(
    Rival rival, int width, int height, int count = rivalsInBand, Seed seed = rivalSeed);

} // namespace convscope
