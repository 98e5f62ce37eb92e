#pragma once

#include "core/computation.h"
#include "core/embedding/nearest.h"

#include <utility>
#include <vector>

namespace convscope {

/// How much each point counts as a neighbour of each other: a symmetric sparse matrix whose values add up
/// to 1.
struct Affinities
{
    std::vector<std::size_t> begins; ///< of each point's row; one more for the end
    std::vector<int> places; ///< rising in each row
    std::vector<float> values;

    std::size_t count() const { return begins.empty() ? 0 : begins.size() - 1; }
};

/// So many neighbours t-SNE asks for, of `count` points: three times the perplexity, and one.
std::size_t neighboursFor(std::size_t count, double perplexity);
/// The perplexity, or as much of it as `count` points allow.
double fittingPerplexity(std::size_t count, double perplexity);

/// Gaussian weights of the neighbours, of the width for which the entropy is that of `perplexity` equal
/// neighbours; made symmetric by adding the other direction (van der Maaten and Hinton 2008). As
/// scikit-learn's _binary_search_perplexity and _joint_probabilities_nn.
class AffinitySearch : public Computation
{
public:
    AffinitySearch(NearestPoints nearest, double perplexity);

    bool step() override;
    Progress progress() const override { return {int(m_weighed + m_added), int(2 * m_count)}; }
    /// When it has ended.
    Affinities take() { return std::move(m_result); }

private:
    void arrange();
    void addRow();

    NearestPoints m_nearest;
    double m_perplexity;
    std::size_t m_count; ///< points
    std::size_t m_weighed = 0; ///< points whose neighbours have weights
    std::vector<float> m_weights;
    /// Both directions beside each other.
    std::vector<std::pair<int, float>> m_both;
    std::vector<std::size_t> m_begins; ///< of each point's
    std::size_t m_added = 0; ///< points whose row is finished
    double m_sum = 0;
    Affinities m_result;
};

/// To the end at once.
Affinities affinities(NearestPoints nearest, double perplexity);

} // namespace convscope
