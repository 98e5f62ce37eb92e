#include "core/methods/saliency.h"

#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// Above this probability float32 has few digits left for softmax − 1, and the gradient of the loss is made
/// of them.
constexpr double confident = 0.99999;

/// The loss of a class among others is its cross-entropy; of one by itself, that of its yes and no. Of
/// another score than a class's it is −score: that of two classes, the difference of their cross-entropies.
at::Tensor objectiveOf(const at::Tensor &logits, const ScoreFunction &score, Objective objective)
{
    if (objective == Objective::Logit)
        return score(logits).sum();
    if (!score.isClass() || score.task == Task::Values)
        return -score(logits).sum();
    if (score.task == Task::MultiLabel)
        return at::softplus(-score(logits)).sum(); // −log sigmoid
    return at::cross_entropy_loss(
        logits, at::full({1}, score.target.index, logits.options().dtype(at::kLong)));
}

/// The form of a gradient 1×3×H×W that is asked for, raw.
at::Tensor formOf(const at::Tensor &gradient, SaliencyKind kind, Objective objective)
{
    switch (kind) {
    case SaliencyKind::Abs:
        return gradient.abs();
    case SaliencyKind::Signed:
        return objective == Objective::Loss ? -gradient : gradient;
    case SaliencyKind::Max:
        return gradient.abs().amax(1, /*keepdim=*/true);
    case SaliencyKind::Mean:
        return gradient.abs().mean(1, /*keepdim=*/true);
    case SaliencyKind::Sum:
        return gradient.abs().sum(1, /*keepdim=*/true);
    case SaliencyKind::L2:
        return gradient.square().sum(1, /*keepdim=*/true).sqrt();
    }
    return gradient;
}

/// Whether the logit does no better where an objective has no gradient.
bool logitIsDead(const Network &network, const at::Tensor &input, const ScoreFunction &score)
{
    const at::Tensor gradient = inputGradient(score(network.logits(input)).sum(), input);
    return !gradient.defined() || gradient.count_nonzero().item<std::int64_t>() == 0;
}

} // namespace

SaliencyRun::SaliencyRun(const Network &network, Photo photo, const SaliencyOptions &options)
    : m_network(network)
    , m_photo(std::move(photo))
    , m_options(options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_result.meaning = options.meaning();
}

bool SaliencyRun::step()
{
    translated([this] {
        const at::Tensor input = inputTensor(m_network, m_photo).requires_grad_(true);
        const at::Tensor logits = m_network.logits(input);
        const ScoreFunction score =
            scoreFunction(m_network, m_options.target, m_photo, logits, m_result.notes);
        m_result.target = score.target;
        if (lossIsRounding(logits, score))
            m_result.notes.push_back(Note::ConfidentPrediction);
        const at::Tensor gradient = inputGradient(objectiveOf(logits, score, m_options.objective), input);
        const at::Tensor values = gradient.defined() ? gradient : at::zeros_like(input);
        setMap(toMap(formOf(values.detach().to(at::kDouble), m_options.kind, m_options.objective)));
        if (!gradient.defined())
            m_result.notes.push_back(Note::GradientCut);
        else if (isEmpty())
            m_result.notes.push_back(
                logitIsDead(m_network, input, score) ? Note::DeadLogit : Note::DeadGradient);
    });
    m_done = true;
    return false;
}

bool SaliencyRun::lossIsRounding(const at::Tensor &logits, const ScoreFunction &score) const
{
    if (m_options.objective != Objective::Loss || !score.isClass() || score.task == Task::Values
        || m_network.info().precision != Precision::Float32)
        return false;
    return score.ofProbabilities(probabilitiesOf(logits.detach().to(at::kDouble), score.task)).item<double>()
        > confident;
}

/// The absolute map is stretched, as in the notebook; the others stay as they are.
void SaliencyRun::setMap(const Map &raw)
{
    requireFinite(raw.values, Phrase::Gradient);
    if (m_options.kind == SaliencyKind::Abs)
        m_result.stretchedFrom = rangeOf(raw);
    m_result.map = m_result.stretchedFrom ? normalized(raw) : raw;
}

bool SaliencyRun::isEmpty() const
{
    if (m_result.stretchedFrom)
        return m_result.stretchedFrom->low == m_result.stretchedFrom->high;
    return rangeOf(m_result.map) == Range{0, 0};
}

Progress SaliencyRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
