#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/photo.h"
#include "core/image/image.h"
#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <utility>
#include <vector>

namespace convscope {

/// The photo as the network takes it: 1×3×H×W in [0, 1], divided by 255 in float32 as ToTensor does, then
/// widened to the network's precision, on its device. A copy: nothing is shared with the image.
at::Tensor inputTensor(const Network &network, const Image &image);

/// The same of a photo, whose picture may be an exact one.
at::Tensor inputTensor(const Network &network, const Photo &photo);

/// A real-valued picture C×H×W as the network takes it: 1×C×H×W in its precision, on its device. A copy.
at::Tensor inputTensor(const Network &network, const Map &map);

/// What a network computes with for pictures B×3×H×W in [0, 1]: its channels, normalised. Keeps autograd's
/// graph.
at::Tensor normalised(const at::Tensor &pictures, const InputDescription &input);

/// What is divided among the values of normalised pictures, divided among those of the pictures: a gray value
/// is shared by the three channels that it is the mean of.
at::Tensor sharesOfPictures(const at::Tensor &shares, const InputDescription &input);

/// C×H×W, or 1×C×H×W, of any type and device → values in double.
Map toMap(const at::Tensor &tensor);

/// The values of tensors of any shapes and types, one list a tensor. A device is waited for once, where a
/// copy or item() of each would wait as often as there are tensors.
std::vector<std::vector<double>> valuesOf(const std::vector<at::Tensor> &tensors);

/// Values that lie in the processor's memory, as the options say, where they say. Nobody waits for a GPU:
/// they are copied there behind what it has to do.
at::Tensor sent(const at::Tensor &values, const at::TensorOptions &options);

/// Throws Error: NotFinite, saying what holds NaN or infinity.
void requireFinite(const at::Tensor &values, Phrase::Kind what);
/// Whether all values are finite, as a tensor of no dimension: for valuesOf().
at::Tensor areFinite(const at::Tensor &values);

/// ∂ objective / ∂ input, of the input's shape; objective is a scalar computed from `input`, which must
/// require gradients. Frees the graph. Undefined where none reaches the input: a network may cut it off.
at::Tensor inputGradient(const at::Tensor &objective, const at::Tensor &input);

/// The same of several inputs, from one pass.
std::vector<at::Tensor> inputGradients(const at::Tensor &objective, const std::vector<at::Tensor> &inputs);

/// Throws the exception being handled as Error: OutOfMemory for memory of either kind, DeviceLost where the
/// GPU's driver fails, Internal with LibTorch's text without its backtrace for the rest; an Error goes on as
/// it is.
[[noreturn]] void throwTranslated();

/// Runs `work` and gives what it gives; whatever LibTorch throws leaves as Error.
template <typename Work> decltype(auto) translated(Work &&work)
{
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        throwTranslated();
    }
}

} // namespace convscope
