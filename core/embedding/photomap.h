#pragma once

#include "core/embedding/pca.h"
#include "core/embedding/rows.h"
#include "core/embedding/sample.h"
#include "core/embedding/tsne.h"

#include <memory>

namespace convscope {

/// How photos are laid out in a plane.
enum class MapMethod
{
    Pca, ///< along the two directions in which features differ most
    Tsne, ///< so that photos with near features stand together
};

/// How a map of photos is made.
struct PhotoMapOptions
{
    MapMethod method = MapMethod::Tsne;
    double perplexity = 30; ///< about so many neighbours count
    int iterations = 1000; ///< of t-SNE
    std::size_t most = 20'000; ///< photos that t-SNE moves; the others are placed at their nearest
    Seed seed = 16; ///< of that choice, and of the little by which t-SNE's start is moved
};

/// Where the photos stand. All lists have an entry for each photo.
struct PhotoMap
{
    /// How a photo came to its place.
    enum class Standing : unsigned char
    {
        Own, ///< it was laid out itself
        Placed, ///< at the mean of the nearest of those that were
        Nowhere, ///< it has no features, or some that are not finite
    };

    std::vector<float> x;
    std::vector<float> y;
    std::vector<Standing> standings;
    MapMethod method = MapMethod::Pca; ///< t-SNE begins as PCA
    int iterations = 0; ///< of t-SNE, so far
    double shares[2] = {0, 0}; ///< of the variance, along x and y; of PCA
    double kept = 0; ///< share of the variance in the components that neighbours are looked for in; of t-SNE
};

/// Makes a map of photos from their features, in steps: their covariance, its axes, the photos along them;
/// with t-SNE then neighbours in the first 50 components, their affinities, and t-SNE, which begins at PCA.
/// The map is valid at any time: empty until PCA has ended.
class PhotoMapping : public Computation
{
public:
    /// `labels` balance the choice of photos where there are more than can be moved: one for each row, or
    /// none at all.
    PhotoMapping(FeatureRows rows, std::vector<std::optional<int>> labels, PhotoMapOptions options);

    bool step() override;
    /// In thousandths, as the parts are of different kinds.
    Progress progress() const override;
    /// A copy of the map so far.
    PhotoMap result() const;
    /// There is a map.
    bool hasMap() const { return m_stage > Stage::Project; }

private:
    enum class Stage
    {
        Covariance,
        Axes,
        Project,
        Neighbours,
        Affinities,
        Tsne,
        Nearest, ///< of those that were not moved
        Done
    };

    void addRows();
    void projectRows();
    void beginNeighbours();
    void beginTsne();
    void beginNearest();
    std::size_t rowsAtOnce() const;
    std::vector<float> componentsOf(const std::vector<int> &photos) const;

    FeatureRows m_rows;
    std::vector<std::optional<int>> m_labels;
    PhotoMapOptions m_options;
    Stage m_stage = Stage::Covariance;
    std::size_t m_read = 0;
    std::vector<float> m_block;
    std::vector<int> m_finite; ///< places of photos that have a position
    Covariance m_covariance;
    std::unique_ptr<PrincipalAxesSearch> m_search;
    std::size_t m_components = 0;
    std::vector<float> m_projected; ///< of the finite photos
    std::vector<int> m_moved; ///< places in m_finite of those that t-SNE moves
    std::vector<int> m_others;
    std::unique_ptr<NearestSearch> m_neighbours;
    std::unique_ptr<AffinitySearch> m_weights;
    std::unique_ptr<Tsne> m_tsne;
    PhotoMap m_map;
};

} // namespace convscope
