#include "core/methods/convergence.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int agreementsNeeded = 2;

/// The |weight| from which on a superpixel is marked.
double minMarked(const ClassWeights &estimate, const Marking &marking)
{
    const std::size_t taken = std::min(estimate.weights.size(), std::size_t(std::max(marking.features, 0)));
    return taken == 0 ? marking.minWeight
                      : std::max(marking.minWeight, std::abs(estimate.weights[taken - 1].weight));
}

} // namespace

int MaskConvergence::nextLook(int samples) { return samples + std::max(100, samples / 10); }

bool MaskConvergence::add(const ClassWeights &estimate)
{
    m_agreed = m_before && agree(*m_before, estimate) ? m_agreed + 1 : 0;
    m_before = estimate;
    return m_agreed >= agreementsNeeded;
}

bool MaskConvergence::agree(const ClassWeights &before, const ClassWeights &now) const
{
    const std::vector<std::int8_t> signsBefore = markedSigns(before, int(before.weights.size()), m_marking);
    const std::vector<std::int8_t> signsNow = markedSigns(now, int(now.weights.size()), m_marking);
    const double min = minMarked(now, m_marking);
    return std::all_of(now.weights.begin(), now.weights.end(), [&](const SegmentWeight &entry) {
        const int then = signsBefore[std::size_t(entry.segment)];
        const int sign = signsNow[std::size_t(entry.segment)];
        if (sign != 0 && !entry.isCertain())
            return false;
        if (sign == then)
            return true;
        return sign * then == 0 && std::abs(std::abs(entry.weight) - min) < entry.error.value_or(0);
    });
}

int SampleEnd::endOfStep() const { return m_stopsWhenStable ? std::min(m_nextLook, m_samples) : m_samples; }

void SampleEnd::describe(SuperpixelWeights &answer, int done) const
{
    answer.samples = done;
    answer.samplesAsked = m_samples;
    if (done < m_samples)
        answer.notes.push_back(m_converged ? Note::StoppedWhenStable : Note::StoppedEarly);
}

} // namespace convscope
