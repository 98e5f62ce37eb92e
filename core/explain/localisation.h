#pragma once

#include "core/explain/measure.h"

#include <optional>

namespace convscope {

/// How well an explanation points at the food, whose place a mask tells.
struct Localisation
{
    double energy = 0; ///< of the heat's sum, the part that lies on the food; in [0, 1]
    bool peakInside = false; ///< more than half of the pixels where the heat is largest lie on the food
};

/// What an answer says for the target at each place, at the size width×height of the network's input: 1×H×W,
/// nowhere below 0. Of a sensitivity: the sum over the channels of its map; of a slope, of its size. Of
/// evidence: the sum over the channels where it is above 0. Of a class activation map: the finished map. Of
/// an activation: the part of the map above 0, each value over the block of pixels that it stands for (the
/// nearest). Of superpixels: on each its weight for the class, 0 where that is negative. None of an optimised
/// image, which says nothing of places.
std::optional<Map> heatOf(const Answer &answer, int width, int height);

/// Energy: Wang et al., "Score-CAM", arXiv:1910.01279, section 4.3. Peak: the pointing game of Zhang et al.,
/// "Top-down Neural Attention by Excitation Backprop", arXiv:1608.00507, with no margin around the object.
/// The heat has the mask's size. None where it is 0 everywhere: such a map points nowhere.
std::optional<Localisation> localise(const Map &heat, const Mask &mask);

/// Localisation::energy as a measure, "energy".
MeasurePtr energyMeasure();
/// Localisation::peakInside as a measure, "peak-inside": 1 where the peak lies on the food, else 0.
MeasurePtr peakMeasure();

} // namespace convscope
