// Times a pass that is looked at for an index beside one that is not: index NETWORK PHOTO… Prints, of each
// photo alternately, the medians and their ratio, then what reading and adding up take.

#include "core/data/photo.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/index/indexrun.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace convscope;

namespace {

double milliseconds(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int count, char **arguments)
try {
    if (count < 3) {
        std::fprintf(stderr, "index NETWORK PHOTO…\n");
        return 2;
    }
    const c10::NoGradGuard noGrad;
    const auto network = openNetwork(arguments[1]);
    const IndexPlan plan = planIndex(*network);
    const auto scanner = makePhotoScanner(*network, {plan.layers, plan.areRectified(), plan.features});
    std::vector<std::size_t> filters;
    for (const int layer : plan.layers)
        filters.push_back(std::size_t(network->info().layers[std::size_t(layer)].channels.value_or(0)));
    TallyMaker maker(filters, plan.areRectified(), true);
    std::vector<double> loading, forward, scanned, added;
    for (int i = 2; i < count; ++i) {
        Photo photo;
        loading.push_back(milliseconds([&] {
            photo = loadPhoto({arguments[i], {}}, network->info().input);
        }));
        PhotoScan scan;
        const at::Tensor picture = inputTensor(*network, photo.input);
        const auto plain = [&] { forward.push_back(milliseconds([&] { network->logits(picture); })); };
        const auto looked = [&] {
            scanned.push_back(milliseconds([&] { scan = scanner->scan(photo.input); }));
        };
        if (i % 2 == 0) {
            plain();
            looked();
        } else {
            looked();
            plain();
        }
        IndexedPhoto known;
        known.name = std::to_string(i);
        added.push_back(milliseconds([&] { maker.add(known, scan, true); }));
    }
    std::printf(
        "%zu layers, %zu photos, medians in ms: forward %.2f, scanned %.2f (%.3f times), added up %.2f "
        "(%.3f times in all), loaded %.2f\n",
        plan.layers.size(), forward.size(), median(forward), median(scanned),
        median(scanned) / median(forward), median(added), (median(scanned) + median(added)) / median(forward),
        median(loading));
    return 0;
} catch (const Error &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
