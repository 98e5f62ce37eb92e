#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/data/modules.h"
#include "core/engine/chain.h"
#include "core/engine/network/architecture.h"
#include "core/engine/network/batchnorm.h"

#include <c10/core/ScalarType.h>

namespace convscope {

/// Makes the chain of the notebook's kind of network, module by module.
class ClassifierChain
{
public:
    /// `type`: of the chain's tensors.
    ClassifierChain(Modules modules, at::ScalarType type)
        : m_modules(modules)
        , m_type(type)
    {
    }

    /// `affine`: of a convolution, with the batch norm behind it, or of a linear layer. Throws Error:
    /// NoRuleFor.
    void append(const PlannedLayer &layer, const Affine &affine);

    Chain finished();

private:
    void appendActivation(const PlannedLayer &layer);
    void appendPool(const PlannedLayer &layer);
    void appendLinear(const PlannedLayer &layer, const Affine &affine);
    ChainModule withAffine(ChainModule::Kind kind, const PlannedLayer &layer, const Affine &affine) const;

    Modules m_modules;
    at::ScalarType m_type;
    Chain m_chain;
    std::vector<std::int64_t> m_maps; ///< C×h×w, before the first linear layer
};

} // namespace convscope
