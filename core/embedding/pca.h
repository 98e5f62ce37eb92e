#pragma once

#include "core/computation.h"
#include "core/embedding/covariance.h"
#include "core/embedding/tridiagonal.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace convscope {

/// Where features are looked at from: their mean, and the directions in which they differ most.
struct PrincipalAxes
{
    std::size_t width = 0; ///< of the features
    std::vector<double> mean;
    std::vector<double> axes; ///< count × width, each of length 1; its largest entry by size is positive
    std::vector<double> variances; ///< along each, the largest first; not negative
    double totalVariance = 0; ///< along all directions there are

    std::size_t count() const { return variances.size(); }
    /// `rows` × width in, `rows` × count() out.
    void project(const float *rows, std::size_t count, float *to) const;
};

/// The first axes of a principal component analysis, from the covariance: the eigenvectors of its largest
/// eigenvalues by Lanczos' algorithm, where each vector is made orthogonal to all before (Parlett, "The
/// Symmetric Eigenvalue Problem", 1998, chapter 13). It multiplies by the matrix a few hundred times, where a
/// whole decomposition of 4096 features would take minutes. It starts from fixed random numbers: the same
/// covariance gives the same axes. Up to 128 features, and where eigenvalues are not found sooner, it is
/// complete; else one of two eigenvalues that are exactly equal may be missed.
class PrincipalAxesSearch : public Computation
{
public:
    /// As many axes as that, or as there are features, or as rows less one.
    PrincipalAxesSearch(Covariance covariance, std::size_t count);

    bool step() override;
    Progress progress() const override;
    /// When it has ended.
    const PrincipalAxes &result() const { return m_result; }

private:
    void extend();
    bool isFoundSoon() const;
    void makeOrthogonal(std::vector<double> &vector) const;
    std::vector<double> randomDirection();
    void takeAxis();

    PrincipalAxes m_result;
    std::size_t m_wanted = 0;
    double m_scale = 0; ///< of the matrix
    std::vector<double> m_matrix;
    std::vector<std::vector<double>> m_basis;
    std::vector<double> m_diagonal;
    std::vector<double> m_beside;
    std::optional<TridiagonalEigen> m_small;
    bool m_smallDone = false;
    std::uint64_t m_random;
};

/// To the end at once.
PrincipalAxes principalAxes(Covariance covariance, std::size_t count);

} // namespace convscope
