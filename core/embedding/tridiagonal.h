#pragma once

#include <cstddef>
#include <vector>

namespace convscope {

/// Eigenvalues of a symmetric tridiagonal matrix, and of its eigenvectors some entries, by the QL algorithm
/// with implicit shifts (Bowdler, Martin, Reinsch and Wilkinson 1968), one value after the other.
class TridiagonalEigen
{
public:
    /// Which entries of the eigenvectors are wanted.
    enum class Entries
    {
        Last,
        All
    };

    /// `beside` has one value less than `diagonal`, which is not empty.
    TridiagonalEigen(std::vector<double> diagonal, std::vector<double> beside, Entries entries);

    /// Finds one more. Returns true while there are more.
    bool step();
    void finish();

    /// In no order.
    const std::vector<double> &values() const { return m_diagonal; }
    /// The entries of the eigenvector of that value; the last one alone, or all.
    const double *entries(std::size_t value) const { return &m_entries[value * m_each]; }
    /// The places of the values, the largest first.
    std::vector<std::size_t> order() const;

private:
    std::vector<double> m_diagonal;
    std::vector<double> m_beside;
    std::size_t m_each;
    std::vector<double> m_entries;
    std::size_t m_found = 0;
};

} // namespace convscope
