#pragma once

#include "core/computation.h"
#include "core/explain/methods.h"
#include "core/network/network.h"

#include <memory>
#include <utility>
#include <vector>

namespace convscope {

/// The picture that excites each filter of a layer, one after the other: from noise, in so few iterations
/// that one sees what a filter looks for.
class LayerImages : public Computation
{
public:
    struct Image
    {
        int filter = 0;
        OptimisedImage image;
    };

    LayerImages(std::shared_ptr<const Network> network, int layer, int filters)
        : m_network(std::move(network))
        , m_layer(layer)
        , m_filters(filters)
    {
    }

    bool step() override
    {
        if (!m_run) {
            FeatureVisualisationOptions options;
            options.layer = m_layer;
            options.filter = m_done;
            options.iterations = 40;
            options.noiseSeed = Seed(1);
            m_run = explain(*m_network, Photo{}, options);
        }
        if (m_run->step())
            return true;
        m_images.push_back({m_done, std::get<OptimisedImage>(m_run->answer())});
        m_run.reset();
        return ++m_done < m_filters;
    }
    Progress progress() const override { return {m_done, m_filters}; }

    /// Those that have been made since it was asked last; on the thread that steps.
    std::vector<Image> fetch() { return std::exchange(m_images, {}); }

private:
    std::shared_ptr<const Network> m_network;
    int m_layer;
    int m_filters;
    int m_done = 0;
    std::unique_ptr<Explanation> m_run;
    std::vector<Image> m_images;
};

} // namespace convscope
