#include "core/engine/scorefunction.h"

#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace convscope {

namespace {

/// −Σ p·ln p over the classes, of ln p. What is next to impossible adds nothing, and neither does its slope.
at::Tensor entropyOfLogs(const at::Tensor &logs)
{
    constexpr double impossible = -1e4; // for all that exp() gives of it
    const at::Tensor finite = logs.clamp_min(impossible);
    return -(finite.exp() * finite).sum(1);
}

/// Of a yes and a no for each class, both of all of them.
at::Tensor entropyOfLogits(const at::Tensor &logits, Task task)
{
    return task == Task::MultiLabel
        ? entropyOfLogs(at::log_sigmoid(logits)) + entropyOfLogs(at::log_sigmoid(-logits))
        : entropyOfLogs(at::log_softmax(logits, 1));
}

at::Tensor entropyOf(const at::Tensor &probabilities, Task task)
{
    const auto part = [](const at::Tensor &p) { return entropyOfLogs(p.log()); };
    return task == Task::MultiLabel ? part(probabilities) + part(1 - probabilities) : part(probabilities);
}

} // namespace

at::Tensor ScoreFunction::operator()(const at::Tensor &logits) const
{
    switch (target.kind) {
    case Explained::Kind::Contrast:
        return logits.select(1, target.index) - logits.select(1, target.other);
    case Explained::Kind::Entropy:
        return entropyOfLogits(logits, task);
    case Explained::Kind::Class:
    case Explained::Kind::Filter:
        break;
    }
    return logits.select(1, target.index);
}

at::Tensor ScoreFunction::ofProbabilities(const at::Tensor &probabilities) const
{
    return target.kind == Explained::Kind::Entropy ? entropyOf(probabilities, task) : (*this)(probabilities);
}

at::Tensor probabilitiesOf(const at::Tensor &logits, Task task)
{
    switch (task) {
    case Task::MultiClass:
        return at::softmax(logits, 1);
    case Task::MultiLabel:
        return at::sigmoid(logits);
    case Task::Values:
        break;
    }
    return logits;
}

at::Tensor slopes(const ScoreFunction &score, const at::Tensor &logits)
{
    const c10::AutoGradMode withGradients(true);
    const at::Tensor leaf = logits.detach().clone().requires_grad_(true);
    return inputGradient(score(leaf).sum(), leaf);
}

ScoreFunction scoreFunction(
    const Network &network, const Target &target, const Photo &photo, const at::Tensor &logits, Notes &notes)
{
    const at::Tensor said = logits.detach().cpu();
    const std::vector<double> values = toMap(said.unsqueeze(0)).values;
    requireFinite(values, Phrase::Logits);
    ScoreFunction score{resolveTarget(target, photo.label, values, notes), network.info().task};
    score.ofPhoto = score(said).item<double>();
    return score;
}

Explained askForTarget(const Network &network, const Photo &photo, const Target &target, Notes &notes)
{
    return translated([&] {
        const at::Tensor logits = network.logits(inputTensor(network, photo));
        return scoreFunction(network, target, photo, logits, notes).target;
    });
}

} // namespace convscope
