#pragma once

#include "core/data/photo.h"
#include "core/network/statedict.h"

#include <string>
#include <vector>

namespace convscope {

/// A module of the notebook's kind of classifier as it follows from the names and shapes of its tensors:
/// `cnn`: blocks of convolution (square, odd, keeping the size), batch norm (or none) and ReLU, a 2×2 max
/// pool after some; then `fc`: linear layers with ReLU, or ReLU and dropout, between them.
struct PlannedLayer
{
    enum class Kind
    {
        Conv2d,
        BatchNorm2d,
        ReLU,
        MaxPool2d,
        Linear,
        Dropout
    };

    Kind kind = Kind::ReLU;
    std::string name; ///< "cnn.15"
    int channels = 0; ///< of its output
    int height = 0; ///< of its output; 0 where the output is no map
    int width = 0;
    int padding = 0; ///< of a convolution
};

const char *name(PlannedLayer::Kind kind);

/// Infers the layers. Throws Error: NetworkUnknownArchitecture, NetworkShapesDoNotFit.
std::vector<PlannedLayer> planLayers(const StateDict &tensors, InputSize input);

} // namespace convscope
