#include "core/engine/pathgradients.h"

#include "core/engine/scoregradient.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <bit>
#include <numeric>

namespace convscope {

PathGradients::PathGradients(const Network &network, const Photo &photo, const Target &target)
    : m_network(network)
    , m_picture(inputTensor(network, photo))
{
    const at::Tensor logits = network.logits(m_picture);
    m_score = scoreFunction(network, target, photo, logits, m_notes);
    m_photoScore = m_score.ofPhoto;
}

void PathGradients::startFrom(const at::Tensor &baselines)
{
    std::vector<at::Tensor> scores;
    for (std::int64_t i = 0; i < baselines.size(0); ++i)
        scores.push_back(m_score(m_network.logits(baselines.narrow(0, i, 1))));
    double sum = 0;
    for (const std::vector<double> &score : valuesOf(scores))
        sum += score.front();
    m_difference = m_photoScore - sum / double(baselines.size(0));
    requireFinite({m_difference}, Phrase::Logits);
}

at::Tensor PathGradients::of(const at::Tensor &pictures)
{
    const ScoreGradient gradient = scoreGradient(m_network, pictures, m_score);
    m_areCut = gradient.isCut;
    m_areZero = isZero(gradient) && m_areZero;
    return gradient.values;
}

at::Tensor PathGradients::onProcessor(const at::Tensor &pictures)
{
    const ScoreGradient gradient = scoreGradient(m_network, pictures, m_score);
    m_areCut = gradient.isCut;
    const auto found = valuesOf({gradient.facts, gradient.values});
    m_areZero = isZero(found[0]) && m_areZero;
    return at::tensor(found[1], at::kDouble).view(pictures.sizes());
}

Attribution PathGradients::attribution(Map map, bool isComplete, Note::Kind advice) const
{
    constexpr double enough = 0.05;
    Attribution result;
    result.map = std::move(map);
    result.meaning = Meaning::Evidence;
    result.target = m_score.target;
    result.completeness =
        Completeness{std::accumulate(result.map.values.begin(), result.map.values.end(), 0.0), m_difference};
    result.notes = m_notes;
    if (m_areZero)
        result.notes.push_back(m_areCut ? Note::GradientCut : Note::DeadLogit);
    else if (isComplete && result.completeness->relativeError().value_or(0) > enough)
        result.notes.push_back(advice);
    if (!isComplete)
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

std::vector<int> spreadOrder(int count)
{
    const auto bits = int(std::bit_width(unsigned(count - 1)));
    std::vector<int> order;
    for (int i = 0; i < 1 << bits; ++i) {
        int place = 0;
        for (int bit = 0; bit < bits; ++bit)
            place |= (i >> bit & 1) << (bits - 1 - bit);
        if (place < count)
            order.push_back(place);
    }
    return order;
}

at::Tensor eachPicture(const std::vector<double> &numbers, const at::Tensor &like)
{
    return sent(at::tensor(numbers, at::kDouble), like.options()).view({-1, 1, 1, 1});
}

} // namespace convscope
