#pragma once

#include "core/computation.h"
#include "core/data/photo.h"
#include "core/explain/options.h"
#include "core/network/network.h"

#include <memory>

namespace convscope {

struct FilterImage
{
    Map image; ///< 3×H×W, raw: not clamped, not normalised
    std::vector<double> objective; ///< sum of the filter's map before each step; size = steps done
    Notes notes;
};

/// Activation maximisation: Adam (betas 0.9/0.999, eps 1e-8) on the input, maximising the sum of one filter's
/// map, from the photo or from RandomState(seed).random_sample((3, H, W)) as float32. Erhan et al.,
/// "Visualizing Higher-Layer Features of a Deep Network", 2009; Kingma & Ba, arXiv:1412.6980. One iteration a
/// step; result() is valid after each.
class FilterImageRun : public Computation
{
public:
    /// The network must outlive the run. `photo.input` is not read where a noise seed is given.
    /// Throws Error: NoSuchLayer, LayerWithoutMaps, FilterOutOfRange, InvalidOption.
    FilterImageRun(const Network &network, const Photo &photo, const FilterImageOptions &options);
    ~FilterImageRun() override;
    bool step() override;
    Progress progress() const override;
    FilterImage result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The noise that a filter image may start from: NumPy's RandomState(seed).random_sample((3, H, W)) in
/// float32.
Map noise(std::uint32_t seed, InputSize size);

} // namespace convscope
