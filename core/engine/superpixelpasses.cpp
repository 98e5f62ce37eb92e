#include "core/engine/superpixelpasses.h"

#include "core/engine/batch.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/network/prediction.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace convscope {

SuperpixelPasses::SuperpixelPasses(const Network &network, Photo photo, const Target &target, Score score)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_asked(target)
    , m_score(score)
    , m_classCount(network.info().classCount)
    , m_batch(picturesAStep(network.info()))
{
}

void SuperpixelPasses::begin(Segmentation segments, const Map &hiding)
{
    m_segments = std::move(segments);
    if (m_segments.count < 2)
        m_notes.push_back(Note::FewSegments);
    m_hiding = inputTensor(m_network, hiding);
    m_original = inputTensor(m_network, m_photo);
}

void SuperpixelPasses::add(std::span<const std::uint8_t> row)
{
    m_rows.insert(m_rows.end(), row.begin(), row.end());
}

int SuperpixelPasses::added() const { return int(m_rows.size() / std::size_t(m_segments.count)); }

int SuperpixelPasses::rowsOfPass(int end) const { return std::min<int>(m_batch, end - m_shown); }

void SuperpixelPasses::show(int end)
{
    const int count = rowsOfPass(end);
    halvingBatch(m_batch, [this, count] { addScores(m_network.logits(pictures(count))); });
}

std::span<const std::uint8_t> SuperpixelPasses::rows() const
{
    return std::span(m_rows).first(std::size_t(m_shown) * std::size_t(m_segments.count));
}

std::span<const double> SuperpixelPasses::scoresOf(int row) const
{
    const auto width = std::size_t(columns());
    return std::span(m_scores).subspan(std::size_t(row) * width, width);
}

/// B×3×H×W: the photo with the superpixels of each of the next rows hidden or not.
at::Tensor SuperpixelPasses::pictures(int count) const
{
    const auto width = std::size_t(m_segments.count);
    at::Tensor keep = at::empty({count, 1, m_segments.height, m_segments.width}, at::kBool);
    bool *out = keep.data_ptr<bool>();
    for (int i = 0; i < count; ++i) {
        const std::uint8_t *row = m_rows.data() + std::size_t(m_shown + i) * width;
        out = std::transform(m_segments.labels.begin(), m_segments.labels.end(), out,
            [row](std::int32_t segment) { return row[segment] != 0; });
    }
    return at::where(sent(keep, m_original.options().dtype(at::kBool)), m_original, m_hiding);
}

void SuperpixelPasses::addScores(const at::Tensor &logits)
{
    const std::vector<double> values = toMap(logits.unsqueeze(0)).values;
    requireFinite(values, Phrase::Logits);
    if (m_shown == 0)
        m_meant = scoreFunction(m_network, m_asked, m_photo, logits.narrow(0, 0, 1), m_notes);
    for (auto row = values.begin(); row != values.end(); row += m_classCount) {
        std::vector<double> scores(row, row + m_classCount);
        if (m_score == Score::Probabilities)
            scores = probabilities(scores, m_network.info().task);
        m_scores.insert(m_scores.end(), scores.begin(), scores.end());
        if (!m_meant.isClass())
            m_scores.push_back(explainedOf(scores));
        ++m_shown;
    }
}

/// Of the scores of the classes, what is explained.
double SuperpixelPasses::explainedOf(const std::vector<double> &scores) const
{
    const at::Tensor values = at::tensor(scores, at::kDouble).unsqueeze(0);
    return (m_score == Score::Probabilities ? m_meant.ofProbabilities(values) : m_meant(values))
        .item<double>();
}

SuperpixelWeights SuperpixelPasses::answer(std::vector<ClassWeights> weights) const
{
    SuperpixelWeights answer;
    answer.segments = m_segments;
    if (!m_meant.isClass() && !weights.empty()) {
        answer.other = std::move(weights.back());
        weights.pop_back();
    }
    answer.classes = std::move(weights);
    answer.target = m_meant.target;
    answer.notes = m_notes;
    return answer;
}

std::vector<SegmentWeight> sortedWeights(
    const std::vector<double> &weights, const std::vector<double> &errors)
{
    std::vector<SegmentWeight> sorted;
    for (std::size_t segment = 0; segment < weights.size(); ++segment)
        sorted.push_back(
            {int(segment), weights[segment], errors.empty() ? std::nullopt : std::optional(errors[segment])});
    std::stable_sort(sorted.begin(), sorted.end(), [](const SegmentWeight &a, const SegmentWeight &b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    return sorted;
}

} // namespace convscope
