#include "core/engine/batch.h"

#include "core/engine/devicememory.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

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

/// What has become known of batches on devices.
struct Known
{
    std::mutex mutex;
    std::map<std::string, int> pictures; ///< by use, the most that may share a step
};

Known &known()
{
    static Known all;
    return all;
}

/// Bytes that a picture takes on a device: without a gradient maps go when the next ones are there, with one
/// all of them stay, and their gradients come on top.
double bytesAPicture(const NetworkInfo &info, bool hasGradient)
{
    double all = 0;
    double largest = 0;
    for (const Layer &layer : info.layers) {
        if (!layer.hasMaps())
            continue;
        const double bytes = 4.0 * layer.channels.value_or(0) * *layer.height * *layer.width;
        all += bytes;
        largest = std::max(largest, bytes);
    }
    return (info.precision == Precision::Float64 ? 2 : 1) * (hasGradient ? 2 * all : 4 * largest);
}

Batch batchOnDevice(const NetworkInfo &info, double passesEach)
{
    const std::string use = info.device + ' ' + std::to_string(info.layers.size()) + ' '
        + std::to_string(info.input.size.width) + ' ' + std::to_string(info.input.size.height) + ' '
        + std::to_string(passesEach);
    Known &all = known();
    const std::lock_guard lock(all.mutex);
    const auto found = all.pictures.find(use);
    if (found != all.pictures.end())
        return Batch(found->second, use);
    double pictures = onGpu / passesEach;
    if (const std::optional<std::size_t> free = freeMemory(info.device))
        pictures =
            std::min(pictures, 0.5 * double(*free) / std::max(bytesAPicture(info, passesEach > 1), 1.0));
    const int most = all.pictures[use] = int(std::max(pictures, 1.0));
    return Batch(most, use);
}

} // namespace

Batch::Batch(int pictures, std::string use)
    : m_pictures(pictures)
    , m_use(std::move(use))
{
}

void Batch::halve()
{
    m_pictures = std::max(1, m_pictures / 2);
    if (m_use.empty())
        return;
    Known &all = known();
    const std::lock_guard lock(all.mutex);
    int &most = all.pictures.try_emplace(m_use, m_pictures).first->second;
    most = std::min(most, m_pictures);
}

Batch picturesAStep(const NetworkInfo &info, double passesEach)
{
    if (info.device != "cpu")
        return batchOnDevice(info, passesEach);
    const double work = workBehind(info, -1) * passesEach;
    return Batch(int(std::clamp(workAStep / std::max(work, 1.0), 1.0, 10.0)));
}

Batch rowsAStep(const Network &network, int layer)
{
    const NetworkInfo &info = network.info();
    if (info.device != "cpu" || !network.canBeginBehind(layer))
        return picturesAStep(info);
    return Batch(int(std::clamp(workAStep / std::max(workBehind(info, layer), 1.0), 1.0, 64.0)));
}

void halvingBatch(Batch &batch, const std::function<void()> &work)
{
    try {
        translated(work);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::OutOfMemory || batch == 1)
            throw;
        batch.halve();
    }
}

} // namespace convscope
