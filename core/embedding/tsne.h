#pragma once

#include "core/embedding/affinities.h"
#include "core/embedding/quadtree.h"

namespace convscope {

/// How t-SNE runs. What is not said otherwise is scikit-learn's default.
struct TsneOptions
{
    double theta = 0.5; ///< how far cells are trusted; 0 is exact and slow
    double exaggeration = 12; ///< of the affinities, at first
    int exaggerated = 250; ///< iterations
    int iterations = 1000; ///< in all
};

/// t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) with the forces of Barnes
/// and Hut (van der Maaten 2014): moves points in the plane until near ones are those that have large
/// affinities. On one thread and in a fixed order: the same start gives the same map, bit for bit.
class Tsne : public Computation
{
public:
    /// x and y of each point where it begins; as many as `affinities` has. Usually the first two principal
    /// components, at the scale that startOfTsne gives.
    Tsne(Affinities affinities, std::vector<double> start, TsneOptions options = {});

    /// About two thousand points' forces, or a part of an iteration.
    bool step() override;
    Progress progress() const override { return {m_iteration, m_options.iterations}; }
    /// After the last whole iteration.
    const std::vector<double> &positions() const { return m_positions; }
    const Affinities &affinities() const { return m_affinities; }

private:
    void move();

    Affinities m_affinities;
    TsneOptions m_options;
    double m_learningRate;
    std::vector<double> m_positions;
    std::vector<double> m_moves; ///< of the last iteration
    std::vector<double> m_gains;
    int m_iteration = 0;
    // Of the iteration that runs:
    QuadTree m_tree;
    std::size_t m_group = 0; ///< the next to be asked; 0: the tree is not built
    std::vector<double> m_repulsion;
    std::vector<double> m_attraction;
    double m_sum = 0;
};

/// Brought to the scale that t-SNE begins at: the first of the two has a standard deviation of 1e-4. Where it
/// has none, as they are.
std::vector<double> startOfTsne(std::vector<double> positions);

/// The gradient of the divergence below, in x and y of each point.
std::vector<double> tsneGradient(
    const Affinities &affinities, const std::vector<double> &positions, double theta);
/// The Kullback–Leibler divergence that t-SNE makes small, over the pairs that have an affinity.
double tsneDivergence(const Affinities &affinities, const std::vector<double> &positions, double theta);

} // namespace convscope
