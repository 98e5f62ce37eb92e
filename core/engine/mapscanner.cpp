#include "core/engine/mapscanner.h"

#include "core/engine/tensors.h"

#include <ATen/ATen.h>

#include <c10/core/GradMode.h>

namespace convscope {

Outputs runScanned(const Network &network, const at::Tensor &batch, const std::vector<int> &scanned,
    MapScanner &scanner, const std::vector<int> &layers)
{
    if (const auto *itself = dynamic_cast<const ScannedNetwork *>(&network))
        return itself->runScanned(batch, scanned, scanner, layers);
    return translated([&] {
        const c10::NoGradGuard noGrad;
        std::vector<int> all = scanned;
        all.insert(all.end(), layers.begin(), layers.end());
        Outputs outputs = network.run(batch.detach(), all);
        for (std::size_t place = 0; place < scanned.size(); ++place) {
            FeatureMaps maps{outputs.layers[place]};
            scanner.scan(place, maps, /*rectify=*/false);
        }
        outputs.layers.erase(outputs.layers.begin(), outputs.layers.begin() + std::ptrdiff_t(scanned.size()));
        return outputs;
    });
}

std::vector<DerivedLayer> derivedLayers(const Network &network)
{
    const auto *itself = dynamic_cast<const ScannedNetwork *>(&network);
    return itself ? itself->derivedLayers() : std::vector<DerivedLayer>{};
}

} // namespace convscope
