#pragma once

#include "core/network/architecture.h"
#include "core/network/network.h"

#include <ATen/core/Tensor.h>

#include <map>

namespace convscope {

/// The notebook's kind of classifier, run layer by layer. Parameters do not require gradients, so that
/// autograd computes those of the input only: a third of the work.
class Classifier : public Network
{
public:
    /// `tensors` by name, in the device and precision that `info` states.
    /// Throws Error: NotFinite, OutOfMemory, Internal.
    Classifier(NetworkInfo info, const std::vector<PlannedLayer> &layers,
        const std::map<std::string, at::Tensor> &tensors);

    const NetworkInfo &info() const override { return m_info; }
    at::Tensor logits(const at::Tensor &batch) const override;
    at::Tensor activation(const at::Tensor &batch, int layer, int filter) const override;

private:
    struct Affine
    {
        at::Tensor weight;
        at::Tensor bias; ///< undefined where there is none
    };

    struct Module
    {
        PlannedLayer plan;
        Affine own; ///< of a convolution or a linear layer, as in the file
        Affine folded; ///< of a convolution: with the batch norm behind it, if there is one
        bool isFoldedAway = false; ///< a batch norm that the convolution before it has taken in
    };

    /// From `first` up to, without, `last`; batch norms are part of their convolutions.
    at::Tensor run(at::Tensor values, std::size_t first, std::size_t last) const;
    at::Tensor apply(const Module &module, const at::Tensor &values) const;
    static Affine folded(const Affine &convolution, const std::string &batchNorm,
        const std::map<std::string, at::Tensor> &tensors);

    NetworkInfo m_info;
    std::vector<Module> m_modules;
};

} // namespace convscope
