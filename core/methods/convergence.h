#pragma once

#include "core/explain/answer.h"

#include <algorithm>
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

/// Where a run of samples ends: at all samples, or before where it shall stop once its mask has converged.
class SampleEnd
{
public:
    /// Before `firstLook` samples the estimates say nothing.
    SampleEnd(int samples, bool stopsWhenStable, const Marking &marking, int firstLook = 0)
        : m_samples(samples)
        , m_stopsWhenStable(stopsWhenStable)
        , m_convergence(marking)
        , m_nextLook(std::max(firstLook, MaskConvergence::nextLook(0)))
    {
    }

    int samples() const { return m_samples; }

    /// How many samples there may be after the next step. A step ends at a look, so that where a run stops
    /// does not depend on how many samples share a pass.
    int endOfStep() const;

    /// Looks at the estimate where one is due. `estimate()` gives it: a ClassWeights of the `done` samples.
    template <typename Estimate> void look(int done, Estimate &&estimate)
    {
        if (m_stopsWhenStable && done >= m_nextLook) {
            m_nextLook = MaskConvergence::nextLook(done);
            m_converged = m_convergence.add(estimate());
        }
    }

    bool hasConverged() const { return m_converged; }
    bool isReached(int done) const { return m_converged || done >= m_samples; }

    /// Says of an answer how many samples it has, of how many, and what it means that these are not all.
    void describe(SuperpixelWeights &answer, int done) const;

private:
    int m_samples;
    bool m_stopsWhenStable;
    MaskConvergence m_convergence;
    int m_nextLook; ///< samples
    bool m_converged = false;
};

} // namespace convscope
