#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/input.h"
#include "core/explain/random.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace convscope {

/// A stream of pictures 3×H×W of normal noise with mean 0. What has been looked at stays until it is dropped,
/// so that a step which failed can be done again.
class NormalPictures
{
public:
    virtual ~NormalPictures() = default;

    /// The next pictures, count×3×H×W in double.
    at::Tensor next(int count);
    /// Goes on behind the next `count` pictures, which have been looked at.
    void drop(int count);

private:
    /// One more picture, 1×3×H×W in double.
    virtual at::Tensor drawn() = 0;

    at::Tensor m_ready; ///< drawn and not dropped; undefined at first
};

/// RandomState(seed).normal(0, deviation, (H, W, 3)) of NumPy for each picture: row, column, channel.
class NumpyNormalPictures : public NormalPictures
{
public:
    NumpyNormalPictures(std::uint32_t seed, InputSize size, double deviation);

private:
    at::Tensor drawn() override;

    NumpyRandom m_random;
    InputSize m_size;
    double m_deviation;
};

/// torch.manual_seed(seed), then torch.randn(count, 3, H, W) of all pictures at once, times the deviation: in
/// float32 whatever the network's precision, as Captum draws.
class TorchNormalPictures : public NormalPictures
{
public:
    TorchNormalPictures(std::uint32_t seed, InputSize size, double deviation, int count);

private:
    at::Tensor drawn() override;

    at::Generator m_generator;
    InputSize m_size;
    double m_deviation;
    at::Tensor m_all; ///< count×3×H×W, where pictures cannot be drawn one by one
    int m_drawn = 0;
};

} // namespace convscope
