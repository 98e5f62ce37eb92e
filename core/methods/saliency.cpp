#include "core/methods/saliency.h"

#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/network/prediction.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// Above this probability float32 has few digits left for softmax − 1, and the gradient of the loss is made
/// of them.
constexpr double confident = 0.99999;

/// The loss of a class among others is its cross-entropy; of one by itself, that of its yes and no.
at::Tensor objectiveOf(const at::Tensor &logits, int target, Objective objective, Task task)
{
    if (objective == Objective::Logit)
        return logits.select(1, target).sum();
    if (task == Task::MultiLabel)
        return at::softplus(-logits.select(1, target)).sum(); // −log sigmoid
    return at::cross_entropy_loss(logits, at::full({1}, target, logits.options().dtype(at::kLong)));
}

/// Whether the logit does no better where an objective has no gradient.
bool logitIsDead(const Network &network, const at::Tensor &input, int target)
{
    const at::Tensor logit = network.logits(input).select(1, target).sum();
    const at::Tensor gradient = inputGradient(logit, input);
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
}

bool SaliencyRun::step()
{
    translated([this] {
        const at::Tensor input = inputTensor(m_network, m_photo.input).requires_grad_(true);
        const at::Tensor logits = m_network.logits(input);
        const ScoreFunction score = scoreFunction(m_options.target, m_photo, logits, m_result.notes);
        m_result.target = score.target;
        const std::vector<double> values = toMap(logits.detach().unsqueeze(0)).values;
        const double probability = probabilities(values, m_network.info().task)[std::size_t(m_result.target)];
        if (m_options.objective == Objective::Loss && m_network.info().precision == Precision::Float32
            && probability > confident)
            m_result.notes.push_back(Note::ConfidentPrediction);

        const Task task = m_network.info().task;
        const at::Tensor gradient =
            inputGradient(objectiveOf(logits, m_result.target, m_options.objective, task), input);
        if (!gradient.defined())
            m_result.notes.push_back(Note::GradientCut);
        const Map map = toMap(gradient.defined() ? gradient.abs() : at::zeros_like(input));
        requireFinite(map.values, Phrase::Gradient);
        m_result.stretchedFrom = rangeOf(map);
        if (gradient.defined() && m_result.stretchedFrom->low == m_result.stretchedFrom->high)
            m_result.notes.push_back(
                logitIsDead(m_network, input, m_result.target) ? Note::DeadLogit : Note::DeadGradient);
        m_result.map = normalized(map);
    });
    m_done = true;
    return false;
}

Progress SaliencyRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
