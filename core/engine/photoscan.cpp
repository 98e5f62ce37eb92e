#include "core/index/photoscan.h"

#include "core/engine/mapscanner.h"
#include "core/engine/scannedmap.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <c10/core/GradMode.h>
#include <cmath>

namespace convscope {

namespace {

constexpr int gridSide = 16;
/// Photos whose samples are multiplied at once.
constexpr std::size_t photosAProduct = 16;

class Scanner : public PhotoScanner, private MapScanner
{
public:
    Scanner(const Network &network, const ScanPlan &plan)
        : m_network(network)
        , m_plan(plan)
        , m_samples(plan.layers.size())
        , m_products(plan.layers.size())
    {
        if (plan.features)
            m_given.push_back(*plan.features);
    }

    PhotoScan scan(const Image &input) override
    {
        return translated([&] {
            m_scan = {};
            m_scan.layers.resize(m_plan.layers.size());
            m_onDevice.clear(); // of a photo that failed
            m_photoSamples.assign(m_plan.layers.size(), {});
            const Outputs outputs =
                runScanned(m_network, inputTensor(m_network, input), m_plan.layers, *this, m_given);
            takeValues(outputs);
            for (std::size_t layer = 0; layer < m_samples.size(); ++layer) {
                m_samples[layer].push_back(m_photoSamples[layer]);
                if (m_samples[layer].size() == photosAProduct)
                    multiply(layer);
            }
            return std::move(m_scan);
        });
    }

    std::vector<double> takeProducts(std::size_t layer) override
    {
        return translated([&] {
            multiply(layer);
            const at::Tensor products = std::exchange(m_products[layer], at::Tensor());
            return products.defined() ? toMap(products.unsqueeze(0)).values : std::vector<double>{};
        });
    }

private:
    /// A layer of the photo at hand whose values are still on the device.
    struct OnDevice
    {
        std::size_t place;
        int height;
        int width;
        at::Tensor values;
    };

    void scan(std::size_t place, FeatureMaps &maps, bool rectify) override
    {
        const at::ScalarType type = maps.values.scalar_type();
        PlaceSample sample{gridSide, m_plan.areRectified[place]};
        if (!maps.values.is_cpu() || (type != at::kFloat && type != at::kDouble)) {
            const at::Tensor plain = maps.plain();
            m_onDevice.push_back(
                {place, int(plain.size(2)), int(plain.size(3)), scanOnDevice(plain, &sample)});
            if (rectify)
                maps.values = maps.values.clamp_min(0);
        } else {
            m_scan.layers[place] = scanMap(maps, rectify, &sample);
        }
        m_photoSamples[place] = sample.values;
    }

    /// Waits for a device once.
    void takeValues(const Outputs &outputs)
    {
        std::vector<at::Tensor> tensors{outputs.logits};
        if (m_plan.features) {
            const at::Tensor &output = outputs.layers.front();
            tensors.push_back(output.dim() == 4 ? output.mean({2, 3}) : output.flatten(1));
        }
        for (const OnDevice &layer : m_onDevice)
            tensors.push_back(layer.values);
        std::vector<std::vector<double>> found = valuesOf(tensors);
        for (std::size_t i = 0; i < m_onDevice.size(); ++i)
            m_scan.layers[m_onDevice[i].place] = scanOf(
                found[found.size() - m_onDevice.size() + i], m_onDevice[i].height, m_onDevice[i].width);
        m_onDevice.clear();
        for (const LayerScan &layer : m_scan.layers) {
            if (!std::all_of(
                    layer.sum.begin(), layer.sum.end(), [](double sum) { return std::isfinite(sum); }))
                throw Error(ErrorKind::NotFinite, {}, {}, Phrase::ActivationMap);
        }
        takeAnswer(std::move(found[0]));
        if (m_plan.features)
            m_scan.features.assign(found[1].begin(), found[1].end());
    }

    void takeAnswer(std::vector<double> logits)
    {
        m_scan.said.logits = std::move(logits);
        for (const double logit : m_scan.said.logits) {
            if (!std::isfinite(logit))
                throw Error(ErrorKind::NotFinite, {}, {}, Phrase::Logits);
        }
        m_scan.said.probabilities = probabilities(m_scan.said.logits, m_network.info().task);
    }

    void multiply(std::size_t layer)
    {
        std::vector<at::Tensor> &samples = m_samples[layer];
        if (samples.empty())
            return;
        const c10::NoGradGuard noGrad;
        const at::Tensor all = at::cat(samples, 1);
        const at::Tensor products = at::mm(all, all.t()).to(at::kDouble);
        m_products[layer] = m_products[layer].defined() ? m_products[layer] + products : products;
        samples.clear();
    }

    const Network &m_network;
    ScanPlan m_plan;
    std::vector<int> m_given;
    PhotoScan m_scan; ///< of the photo at hand
    std::vector<OnDevice> m_onDevice;
    std::vector<at::Tensor> m_photoSamples;
    std::vector<std::vector<at::Tensor>> m_samples; ///< by layer and photo, what has not been multiplied yet
    std::vector<at::Tensor> m_products; ///< by layer
};

} // namespace

std::unique_ptr<PhotoScanner> makePhotoScanner(const Network &network, const ScanPlan &plan)
{
    return std::make_unique<Scanner>(network, plan);
}

std::vector<DerivedLayer> derivedLayersOf(const Network &network) { return derivedLayers(network); }

} // namespace convscope
