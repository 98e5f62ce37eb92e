#include "core/engine/scorefunction.h"

#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace convscope {

at::Tensor ScoreFunction::operator()(const at::Tensor &logits) const { return logits.select(1, target); }

at::Tensor slopes(const ScoreFunction &score, const at::Tensor &logits)
{
    const c10::AutoGradMode withGradients(true);
    const at::Tensor leaf = logits.detach().clone().requires_grad_(true);
    return inputGradient(score(leaf).sum(), leaf);
}

ScoreFunction scoreFunction(const Target &target, const Photo &photo, const at::Tensor &logits, Notes &notes)
{
    const std::vector<double> values = toMap(logits.detach().unsqueeze(0)).values;
    requireFinite(values, Phrase::Logits);
    return {resolveTarget(target, photo, values, notes)};
}

int askForTarget(const Network &network, const Photo &photo, const Target &target, Notes &notes)
{
    return translated([&] {
        const at::Tensor logits = network.logits(inputTensor(network, photo.input));
        return scoreFunction(target, photo, logits, notes).target;
    });
}

} // namespace convscope
