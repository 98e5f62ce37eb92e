#include "core/engine/runningmean.h"

#include <ATen/ATen.h>

namespace convscope {

void RunningMean::add(const at::Tensor &maps)
{
    const at::Tensor sum = maps.sum(0, /*keepdim=*/true);
    const at::Tensor squares = maps.square().sum(0, /*keepdim=*/true);
    m_sum = m_sum.defined() ? m_sum + sum : sum;
    m_squares = m_squares.defined() ? m_squares + squares : squares;
    m_count += int(maps.size(0));
}

at::Tensor RunningMean::variance() const
{
    return (m_squares / m_count - mean().square()).clamp_min(0); // rounding may go below
}

at::Tensor RunningMean::errors() const
{
    return m_count < 2 ? at::Tensor() : (variance() / (m_count - 1)).sqrt();
}

MeanEnd::MeanEnd(int samples, bool stopsWhenStable)
    : m_samples(samples)
    , m_stopsWhenStable(stopsWhenStable)
    , m_nextLook(nextLook(0))
{
}

void MeanEnd::describe(Attribution &answer, int done) const
{
    answer.samples = done;
    answer.samplesAsked = m_samples;
    if (done < m_samples)
        answer.notes.push_back(m_isStable ? Note::StoppedWhenStable : Note::StoppedEarly);
}

} // namespace convscope
