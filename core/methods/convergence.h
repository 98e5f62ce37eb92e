#pragma once

#include "core/explain/answer.h"

#include <optional>

namespace convscope {

/// Decides, from estimate to estimate of one run, when the superpixels that LIME marks and their signs have
/// converged. Two things must hold, at two looks in a row:
///
/// 1. Every marked superpixel is certain: its weight is at least two standard errors from zero. Otherwise
///    early estimates would pass, whose errors are so large that nothing contradicts them.
/// 2. Nothing has changed beyond its error since the look before: no superpixel marked by both has turned its
///    sign, and one that is marked by only one of them lies within one standard error of the least weight
///    that is marked. To ask for the very same superpixels would be too much: where the last one taken and
///    the first one left out weigh nearly the same, they change places for ever.
///
/// Depends on nothing but the samples, so that equal questions stop at the same one.
class MaskConvergence
{
public:
    /// The number of samples at which to look next after `samples`: each hundred, from 1000 on each tenth
    /// more, so that all looks together cost a few fits of the whole, however many samples are asked for.
    static int nextLook(int samples);

    explicit MaskConvergence(const Marking &marking)
        : m_marking(marking)
    {
    }

    /// Takes the estimate of the next look. True once the mask has converged.
    bool add(const ClassWeights &estimate);

private:
    bool agree(const ClassWeights &before, const ClassWeights &now) const;

    Marking m_marking;
    std::optional<ClassWeights> m_before;
    int m_agreed = 0; ///< looks in a row
};

} // namespace convscope
