#include "core/measures/tophidden.h"

#include "core/engine/hiding.h"
#include "core/engine/measuredpictures.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/explain/pixelorder.h"

#include <ATen/ATen.h>

#include <cmath>

namespace convscope {

namespace {

Measured concluded(double before, double left)
{
    Measured measured{.value = left, .details = {{"before", before}}};
    if (before > 0)
        measured.details.push_back({"relative", left / before});
    return measured;
}

} // namespace

std::unique_ptr<Measurement> startMeasurement(const MeasureInput &input, const TopHiddenOptions &options)
{
    checkOptions(options);
    const auto pixels = std::int64_t(input.heat->values.size());
    const std::int64_t count = std::llround(options.share * double(pixels));
    if (count == 0 || count == pixels || !hasProbability(input) || !ordersPixels(*input.heat))
        return nothingMeasured();
    return translated([&] {
        const at::Tensor picture = inputTensor(*input.network, input.photo);
        const at::Tensor fill = hidingPicture(options.hidden, picture, input.network->info().input);
        const at::Tensor ranks = pixelRanks(*input.heat, options.seed, picture.device());
        const at::Tensor hidden = withHottest(ranks, count, picture, fill);
        return measurePictures({.network = *input.network,
            .label = *input.target,
            .count = 2,
            .picture = [picture, hidden](int place) { return place == 0 ? picture : hidden; },
            .conclude = [](const auto &scores) { return concluded(scores[0], scores[1]); }});
    });
}

} // namespace convscope
