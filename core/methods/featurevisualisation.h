#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/answer.h"
#include "core/explain/fields.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

class FeatureVisualisationRun;

struct FeatureVisualisationOptions
{
    LayerId layer;
    FilterId filter;
    int iterations = 100;
    double lr = 0.1;
    std::optional<Seed> noiseSeed = {}; ///< start from noise of this seed instead of from the photo

    using Run = FeatureVisualisationRun;
    static constexpr MethodTraits traits{.name = "visualize",
        .files = "filter",
        .answer = AnswerKind::OptimisedImage,
        .needsGradients = true,
        .isSlow = true};
    int steps() const { return iterations; }

    bool operator==(const FeatureVisualisationOptions &) const = default;
    template <typename Self, typename Visit> static void fields(Self &self, Visit &&visit)
    {
        visit("layer", self.layer, LayerId::bounds);
        visit("filter", self.filter, FilterId::bounds);
        visit("iterations", self.iterations, Bounds{1, 100000});
        visit("lr", self.lr, Bounds{1e-9, 1000});
        visit("noise-seed", self.noiseSeed, Seed::bounds);
    }
};

/// Activation maximisation: Adam (betas 0.9/0.999, eps 1e-8) on the input, maximising the sum of one filter's
/// map, from the photo or from RandomState(seed).random_sample((3, H, W)) as float32. Erhan et al.,
/// "Visualizing Higher-Layer Features of a Deep Network", 2009; Kingma & Ba, arXiv:1412.6980. One iteration a
/// step; result() is valid after each.
class FeatureVisualisationRun : public Computation
{
public:
    /// The network must outlive the run. `photo.input` is not read where a noise seed is given.
    /// Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange, InvalidOption.
    FeatureVisualisationRun(
        const Network &network, const Photo &photo, const FeatureVisualisationOptions &options);
    ~FeatureVisualisationRun() override;
    bool step() override;
    Progress progress() const override;
    OptimisedImage result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The noise that a filter image may start from: NumPy's RandomState(seed).random_sample((3, H, W)) in
/// float32.
Map noise(std::uint32_t seed, InputSize size);

} // namespace convscope
