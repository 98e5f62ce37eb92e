#pragma once

#include "core/data/input.h"
#include "core/engine/network/statedict.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// A module of the notebook's kind of classifier as it follows from the names and shapes of its tensors:
/// `cnn`: blocks of convolution (square, odd, keeping the size), batch norm (or none) and activation, a 2×2
/// pool after some; then `fc`: linear layers with an activation, or one and dropout, between them. The
/// course's first network calls them `cnn_layers` and `fc_layers`, and its last pool may be 4×4.
struct PlannedLayer
{
    enum class Kind
    {
        Conv2d,
        BatchNorm2d,
        Activation,
        Pool,
        Linear,
        Dropout
    };

    Kind kind = Kind::Activation;
    std::string name; ///< "cnn.15"
    int channels = 0; ///< of its output
    int height = 0; ///< of its output; 0 where the output is no map
    int width = 0;
    int kernel = 0; ///< side of a convolution or a pool; 0 for other modules
    int padding = 0; ///< of a convolution
};

/// The class in torch.nn, where modules without weights are these. `isMap`: it is one of cnn.
const char *name(PlannedLayer::Kind kind, const Modules &modules, bool isMap);

/// Infers the layers for pictures of this size and one or three channels. Throws Error:
/// NetworkUnknownArchitecture, NetworkShapesDoNotFit.
std::vector<PlannedLayer> planLayers(const StateDict &tensors, InputSize input, int channels = 3);

/// The channels of the pictures that the first convolution takes; none where it is not where it should be.
std::optional<int> pictureChannels(const StateDict &tensors);

/// The first of the sizes that networks are trained at which the weights fit; none where no size does. Where
/// the last maps would be of one pixel no size is told: that is how an average over the maps looks.
std::optional<InputSize> fittingSize(const StateDict &tensors, int channels);

} // namespace convscope
