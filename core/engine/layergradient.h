#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace convscope {

/// What a layer gives for a photo, and the gradient of the score by it.
struct LayerGradient
{
    at::Tensor maps; ///< 1×K×h×w
    at::Tensor
        gradient; ///< the same; undefined where the network computes without gradients behind the layer
    bool isZero = true; ///< the gradient, everywhere

    at::Tensor mapsInDouble() const; ///< K×h×w
    at::Tensor gradientInDouble() const; ///< K×h×w; zero where it is undefined
};

/// Of each of these layers, from one pass that is differentiated from the first of them on.
struct LayerGradients
{
    std::vector<LayerGradient> layers;
    Explained target = {}; ///< what was meant
    Notes notes;
};

/// The layers must have maps. Throws Error: NotFinite, OutOfMemory, Internal.
LayerGradients layerGradients(
    const Network &network, const Photo &photo, const Target &target, const std::vector<int> &layers);

/// Grad-CAM's map of a layer, 1×h×w in double: its channels, each times the mean of its gradient, added up.
at::Tensor gradCamOf(const LayerGradient &layer);

/// What must be known where no gradient reaches a layer, or it is 0; at most one note. Whether there was one.
bool noteNoGradient(const LayerGradient &layer, Notes &notes);

/// What must be known of a class activation map that is empty; at most one note. A map of evidence has two
/// sides, and is not empty below 0.
void noteEmptiness(const LayerGradient &layer, const Map &map, Meaning meaning, Notes &notes);
void noteEmptiness(const Map &map, Meaning meaning, Notes &notes);

} // namespace convscope
