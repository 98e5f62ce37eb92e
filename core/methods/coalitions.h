#pragma once

#include "core/explain/fields.h"

#include <cstdint>
#include <vector>

namespace convscope {

/// Which superpixels are shown together. Most coalitions are followed by their complement, which shows all
/// the others.
struct Coalition
{
    std::vector<std::uint8_t> shown; ///< one a superpixel: 1 is shown, 0 is hidden
    bool hasComplement = false;
    bool isDrawn = false; ///< at random; else all of its size are there
};

/// The coalitions from whose scores KernelSHAP estimates Shapley values, as shap's KernelExplainer chooses
/// them: all of the smallest and largest sizes as far as the number allows, then random ones. Lundberg, Lee,
/// "A Unified Approach to Interpreting Model Predictions", arXiv:1705.07874.
class Coalitions
{
public:
    /// So many of `members`, complements included, or all 2^members − 2 where they are no more. The random
    /// numbers are those of NumPy's RandomState(seed).
    Coalitions(int members, int count, Seed seed);

    const std::vector<Coalition> &all() const { return m_all; }
    /// Complements included.
    int count() const { return m_count; }
    /// Of those, how many are not drawn; they come first.
    int fixedCount() const { return m_fixedCount; }

    /// What each coalition counts in the fit where the first `count` coalitions and complements have been
    /// shown; a complement counts as much as its coalition. One for each coalition that has been shown.
    std::vector<double> weights(int count) const;

private:
    void enumerate(int members, int count);
    void draw(int members, int left, Seed seed);
    void add(Coalition coalition);

    std::vector<double> m_sizeWeights; ///< of all coalitions of a size and of its complements' size, from 1
    std::size_t m_fullSizes = 0; ///< so many of these sizes are enumerated
    std::vector<Coalition> m_all;
    std::vector<double> m_fixedWeights; ///< of the coalitions that are not drawn
    std::vector<int> m_draws; ///< which coalition each draw gave: one may be drawn again
    int m_count = 0;
    int m_fixedCount = 0;
};

} // namespace convscope
