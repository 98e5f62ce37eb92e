#include "core/engine/batch.h"

#include "core/engine/tensors.h"
#include "core/error.h"

#include <algorithm>

namespace convscope {

namespace {

/// Multiplications a picture behind a layer, had all convolutions 3×3 kernels.
double workBehind(const NetworkInfo &info, int before)
{
    double work = 0;
    int inputs = 3;
    for (const Layer &layer : info.layers) {
        if (layer.index > before && layer.kind == "Conv2d" && layer.hasMaps())
            work += 9.0 * inputs * layer.channels.value_or(0) * *layer.height * *layer.width;
        inputs = layer.channels.value_or(inputs);
    }
    return work;
}

constexpr double workAStep = 8e9; // 45 ms on two cores of 2023
constexpr double onGpu = 64;

} // namespace

int picturesAStep(const NetworkInfo &info, double passesEach)
{
    if (info.device != "cpu")
        return int(std::max(onGpu / passesEach, 1.0));
    const double work = workBehind(info, -1) * passesEach;
    return int(std::clamp(workAStep / std::max(work, 1.0), 1.0, 10.0));
}

int rowsAStep(const Network &network, int layer)
{
    const NetworkInfo &info = network.info();
    if (info.device != "cpu" || !network.canBeginBehind(layer))
        return picturesAStep(info);
    return int(std::clamp(workAStep / std::max(workBehind(info, layer), 1.0), 1.0, 64.0));
}

void halvingBatch(int &batch, const std::function<void()> &work)
{
    try {
        translated(work);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::OutOfMemory || batch == 1)
            throw;
        batch /= 2;
    }
}

} // namespace convscope
