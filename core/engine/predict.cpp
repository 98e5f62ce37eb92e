#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/network/prediction.h"

#include <cmath>

namespace convscope {

Prediction predict(const Network &network, const Image &input)
{
    Prediction prediction;
    const at::Tensor answer = network.logits(inputTensor(network, input));
    prediction.logits = toMap(answer.unsqueeze(0).unsqueeze(0)).values;
    for (const double logit : prediction.logits) {
        if (!std::isfinite(logit))
            throw Error(ErrorKind::NotFinite, {}, {}, Phrase::Logits);
    }
    prediction.probabilities = probabilities(prediction.logits, network.info().task);
    return prediction;
}

} // namespace convscope
