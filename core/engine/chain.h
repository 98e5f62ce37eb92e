#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// A module of a network that is a plain chain of modules.
struct ChainModule
{
    enum class Kind
    {
        Convolution,
        Linear,
        ReLU,
        MaxPool,
        AveragePool,
        Reshape, ///< gives the same values in another shape, such as Flatten
    };

    Kind kind = Kind::ReLU;
    std::string name = {}; ///< as in NetworkInfo::layers; empty where no module of the network does this
    /// Of a convolution F×C/groups×h×w, of a linear layer F×C. A batch norm behind it is folded in.
    at::Tensor weight = {};
    at::Tensor bias = {}; ///< F; zeros where the network has none
    LayerGeometry geometry = {}; ///< of a convolution or a pool, complete; an average pool has no padding
    bool ceilMode = false; ///< of a max pool, as in torch.nn
    std::vector<std::int64_t> shape = {}; ///< of Reshape: of its output for one photo

    bool hasWeights() const { return kind == Kind::Convolution || kind == Kind::Linear; }

    /// The output for a batch of inputs.
    at::Tensor operator()(const at::Tensor &input) const;

    /// The module's transposed derivative at `input`, times `message`, which has the shape of its output: for
    /// a gradient, this is backpropagation. Of values in `input` only a ReLU and a max pool depend.
    at::Tensor transposed(const at::Tensor &input, const at::Tensor &message) const;
};

/// Of a max pool: its output, and for each value the place in its map of what it was taken from, the first of
/// equal ones.
std::pair<at::Tensor, at::Tensor> poolPlaces(const ChainModule &module, const at::Tensor &input);

/// Of a max pool: adds each value of `message` up at its place, in the shape of `input`.
at::Tensor unpooled(
    const ChainModule &module, const at::Tensor &input, const at::Tensor &places, const at::Tensor &message);

/// The same with other weights.
ChainModule withWeights(const ChainModule &module, const at::Tensor &weight, const at::Tensor &bias);

/// What a network computes, where that is one module after the other: from the picture as normalised() gives
/// it to the logits. Batch norm is folded into the module before it, and dropout is left out, as it does
/// nothing. Tensors are in float64 for a network in float64, else in float32.
struct Chain
{
    std::vector<ChainModule> modules;

    /// B×C×H×W → B×classes.
    at::Tensor operator()(const at::Tensor &values) const;
};

/// For a network that gives one number: the chain's last module, which must be a linear layer, gives two
/// logits instead, of which the first is always 0.
void addLogitOfZero(Chain &chain);

} // namespace convscope
