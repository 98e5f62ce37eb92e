#include "core/explain/saliency.h"

#include "core/explain/check.h"
#include "core/internal/tensors.h"
#include "core/network/prediction.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

/// Above this probability float32 has few digits left for softmax − 1, and the gradient of the loss is made
/// of them.
constexpr double confident = 0.99999;

at::Tensor objectiveOf(const at::Tensor &logits, int target, Objective objective)
{
    if (objective == Objective::Logit)
        return logits.select(1, target).sum();
    return at::cross_entropy_loss(logits, at::full({1}, target, logits.options().dtype(at::kLong)));
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
        Prediction prediction;
        prediction.logits = toMap(logits.detach().unsqueeze(0)).values;
        requireFinite(prediction.logits, "logits");

        const int classCount = m_network.info().classCount;
        m_result.target =
            resolveTarget(m_options.target, m_photo.label, prediction.best(), classCount, m_result.notes);
        const double probability = softmax(prediction.logits)[std::size_t(m_result.target)];
        if (m_options.objective == Objective::Loss && m_network.info().precision == Precision::Float32
            && probability > confident)
            m_result.notes.push_back(Note::ConfidentPrediction);

        const Map gradient =
            toMap(inputGradient(objectiveOf(logits, m_result.target, m_options.objective), input).abs());
        requireFinite(gradient.values, "gradient");
        m_result.gradient = rangeOf(gradient);
        if (m_result.gradient.low == m_result.gradient.high)
            m_result.notes.push_back(Note::DeadGradient);
        m_result.map = normalized(gradient);
    });
    m_done = true;
    return false;
}

Progress SaliencyRun::progress() const { return {m_done ? 1 : 0, 1}; }

} // namespace convscope
