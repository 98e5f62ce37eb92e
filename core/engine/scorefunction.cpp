#include "core/engine/scorefunction.h"

#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

namespace convscope {

at::Tensor ScoreFunction::operator()(const at::Tensor &logits) const { return logits.select(1, target); }

ScoreFunction scoreFunction(const Target &target, const Photo &photo, const at::Tensor &logits, Notes &notes)
{
    const std::vector<double> values = toMap(logits.detach().unsqueeze(0)).values;
    requireFinite(values, Phrase::Logits);
    return {resolveTarget(target, photo, values, notes)};
}

} // namespace convscope
