#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/explain/answer.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <optional>

namespace convscope {

/// The mean of maps that come one after the other, with the standard error of each value: the deviation of
/// the maps divided by the root of their number.
class RunningMean
{
public:
    /// Maps B×…, of one shape, in double.
    void add(const at::Tensor &maps);

    int count() const { return m_count; }
    at::Tensor mean() const { return m_sum / m_count; }
    /// Divided by the number of maps, as VarGrad has it.
    at::Tensor variance() const;
    /// Undefined of fewer than two maps.
    at::Tensor errors() const;

private:
    at::Tensor m_sum; ///< undefined before the first map
    at::Tensor m_squares;
    int m_count = 0;
};

/// Where a mean over samples ends: at all samples, or before where it shall stop once it is stable, which it
/// is when its noise() is no larger than `stableNoise`. It is looked at after the same numbers of samples
/// however many share a step.
class MeanEnd
{
public:
    MeanEnd(int samples, bool stopsWhenStable);

    /// How many samples there may be after the next step.
    int endOfStep() const { return m_stopsWhenStable ? std::min(m_nextLook, m_samples) : m_samples; }
    /// Looks where it is due. `noise()` gives the noise() of the answer so far.
    template <typename Noise> void look(int done, Noise &&noise)
    {
        if (!m_stopsWhenStable || done < m_nextLook)
            return;
        m_nextLook = nextLook(done);
        const std::optional<double> found = noise();
        m_isStable = found && *found <= stableNoise;
    }
    bool isReached(int done) const { return m_isStable || done >= m_samples; }
    /// Says of an answer how many samples it has, of how many, and what it means that these are not all.
    void describe(Attribution &answer, int done) const;

private:
    static constexpr double stableNoise = 0.1;
    static int nextLook(int samples) { return samples + std::max(8, samples / 4); }

    int m_samples;
    bool m_stopsWhenStable;
    int m_nextLook;
    bool m_isStable = false;
};

} // namespace convscope
