#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include <ATen/core/ivalue.h>

#include <memory>

namespace convscope {

/// A convolution of stride 1 whose output is as large as its input, computed by oneDNN on maps in blocks of
/// 16 channels (FeatureMaps). LibTorch has the same library below and offers neither the layout nor
/// Winograd's algorithm.
class BlockedConvolution : public torch::CustomClassHolder
{
public:
    enum class Algorithm
    {
        Direct,
        /// For 3×3 kernels, where there is one, a quarter of the multiplications: Lavin & Gray, "Fast
        /// Algorithms for Convolutional Neural Networks", arXiv:1509.09308, F(4×4, 3×3). Rounds about ten
        /// times as coarsely.
        Winograd
    };

    /// weight F×C×k×k, k odd; bias F, or undefined. Null where the kernels for it are missing or slow:
    /// another type than float32, another processor than one with AVX-512, channels that fill no blocks, a
    /// program built without oneDNN. C must be a multiple of 16, or at most 4 as in photos; any F is filled
    /// up to one.
    static c10::intrusive_ptr<BlockedConvolution> make(Algorithm algorithm, const at::Tensor &weight,
        const at::Tensor &bias, bool withReLU, int height, int width);

    /// Whether it takes blocks; if not, it takes B×C×H×W.
    bool takesBlocks() const;
    /// The blocks of a photo that it gives; 0: it gives B×F×H×W.
    std::int64_t blocksGiven() const;

    /// No autograd.
    at::Tensor operator()(const at::Tensor &values) const;

    ~BlockedConvolution() override;
    struct Kernel;
    explicit BlockedConvolution(std::unique_ptr<Kernel> kernel);

private:
    std::unique_ptr<Kernel> m_kernel;
};

} // namespace convscope
