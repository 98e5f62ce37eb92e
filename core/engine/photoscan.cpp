#include "core/index/photoscan.h"

#include "core/engine/mapscanner.h"
#include "core/engine/scannedmap.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>

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
            m_photoSamples.assign(m_plan.layers.size(), {});
            const Outputs outputs =
                runScanned(m_network, inputTensor(m_network, input), m_plan.layers, *this, m_given);
            takeAnswer(outputs.logits);
            if (m_plan.features)
                takeFeatures(outputs.layers.front());
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
    void scan(std::size_t place, FeatureMaps &maps, bool rectify) override
    {
        const at::ScalarType type = maps.values.scalar_type();
        const bool isRead = (type == at::kFloat || type == at::kDouble) && maps.values.device().is_cpu();
        FeatureMaps copy = isRead ? maps : FeatureMaps{maps.plain().to(at::kCPU, at::kFloat), 0};
        PlaceSample sample{gridSide, m_plan.areRectified[place]};
        m_scan.layers[place] = scanMap(copy, rectify && isRead, &sample);
        m_photoSamples[place] = sample.values;
        if (isRead)
            maps = copy;
        else if (rectify)
            maps.values = maps.values.clamp_min(0);
        for (const double sum : m_scan.layers[place].sum) {
            if (!std::isfinite(sum))
                throw Error(ErrorKind::NotFinite, {}, {}, Phrase::ActivationMap);
        }
    }

    void takeAnswer(const at::Tensor &logits)
    {
        m_scan.said.logits = toMap(logits.unsqueeze(0)).values;
        for (const double logit : m_scan.said.logits) {
            if (!std::isfinite(logit))
                throw Error(ErrorKind::NotFinite, {}, {}, Phrase::Logits);
        }
        m_scan.said.probabilities = probabilities(m_scan.said.logits, m_network.info().task);
    }

    void takeFeatures(const at::Tensor &output)
    {
        const at::Tensor flat = output.dim() == 4 ? output.mean({2, 3}) : output.flatten(1);
        const std::vector<double> values = toMap(flat.unsqueeze(0)).values;
        m_scan.features.assign(values.begin(), values.end());
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
