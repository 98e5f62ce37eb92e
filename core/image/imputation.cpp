#include "core/image/imputation.h"

#include <cmath>
#include <numeric>

namespace convscope {

namespace {

constexpr double beside = 1.0 / 6;
constexpr double across = 1.0 / 12;

using Values = std::vector<double>;

double dot(const Values &a, const Values &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The equations of all removed pixels: (sum of weights)·v_j − Σ w·v of removed neighbours = Σ w·v of known
/// ones. Symmetric and positive definite. Values lie on a grid with a rim of one pixel of zeros, and are 0
/// where a pixel is not removed.
class Equations
{
public:
    Equations(int width, int height, const std::vector<std::uint8_t> &removed)
        : m_width(width)
        , m_height(height)
        , m_removed(size())
    {
        Values inside(size());
        eachPixel([&](std::size_t at, std::size_t pixel) {
            inside[at] = 1;
            m_removed[at] = removed[pixel] != 0;
        });
        m_weights = neighbours(inside);
    }

    /// Calls visit(place on the grid, place in the picture).
    template <typename Visit> void eachPixel(Visit &&visit) const
    {
        std::size_t pixel = 0;
        for (std::size_t y = 0; y < std::size_t(m_height); ++y) {
            for (std::size_t x = 0; x < std::size_t(m_width); ++x)
                visit((y + 1) * row() + x + 1, pixel++);
        }
    }

    std::size_t size() const { return row() * (std::size_t(m_height) + 2); }
    bool isRemoved(std::size_t at) const { return m_removed[at] != 0; }

    /// The left side.
    Values operator()(const Values &values) const
    {
        Values result = neighbours(values);
        for (std::size_t at = 0; at < result.size(); ++at)
            result[at] = m_weights[at] * values[at] - m_removed[at] * result[at];
        return result;
    }

    /// The right side, of values that are 0 where a pixel is removed.
    Values rightSide(const Values &known) const
    {
        Values result = neighbours(known);
        for (std::size_t at = 0; at < result.size(); ++at)
            result[at] *= m_removed[at];
        return result;
    }

private:
    std::size_t row() const { return std::size_t(m_width) + 2; }

    /// The weighted sum of the eight neighbours; 0 on the rim.
    Values neighbours(const Values &values) const
    {
        Values sums(values.size());
        const std::size_t down = row();
        for (std::size_t y = 1; y <= std::size_t(m_height); ++y) {
            const double *here = values.data() + y * down;
            const double *above = here - down;
            const double *below = here + down;
            double *sum = sums.data() + y * down;
            for (std::size_t x = 1; x <= std::size_t(m_width); ++x) {
                sum[x] = beside * (above[x] + below[x] + here[x - 1] + here[x + 1])
                    + across * (above[x - 1] + above[x + 1] + below[x - 1] + below[x + 1]);
            }
        }
        return sums;
    }

    int m_width;
    int m_height;
    Values m_removed; ///< 1 or 0
    Values m_weights; ///< of the neighbours inside the picture
};

/// Conjugate gradients, from `start` on.
Values solved(const Equations &equations, const Values &rightSide, Values start)
{
    constexpr double precision = 1e-12;
    Values residual = equations(start);
    for (std::size_t at = 0; at < residual.size(); ++at)
        residual[at] = rightSide[at] - residual[at];
    Values direction = residual;
    double square = dot(residual, residual);
    const double enough = precision * precision * square;
    const std::size_t mostRounds = 10 * residual.size(); // in exact arithmetic, one for each unknown
    for (std::size_t round = 0; round < mostRounds && square > enough; ++round) {
        const Values moved = equations(direction);
        const double length = square / dot(direction, moved);
        for (std::size_t at = 0; at < residual.size(); ++at) {
            start[at] += length * direction[at];
            residual[at] -= length * moved[at];
        }
        const double next = dot(residual, residual);
        for (std::size_t at = 0; at < residual.size(); ++at)
            direction[at] = residual[at] + next / square * direction[at];
        square = next;
    }
    return start;
}

} // namespace

Map imputed(const Map &picture, const std::vector<std::uint8_t> &removed)
{
    const Equations equations(picture.width, picture.height, removed);
    const auto pixels = std::size_t(picture.width) * std::size_t(picture.height);
    Map result = picture;
    for (int channel = 0; channel < picture.channels; ++channel) {
        double *values = result.values.data() + std::size_t(channel) * pixels;
        Values known(equations.size());
        double sum = 0;
        std::size_t count = 0;
        equations.eachPixel([&](std::size_t at, std::size_t pixel) {
            if (equations.isRemoved(at))
                return;
            known[at] = values[pixel];
            sum += values[pixel];
            ++count;
        });
        Values start(equations.size());
        equations.eachPixel([&](std::size_t at, std::size_t) {
            if (equations.isRemoved(at))
                start[at] = sum / double(count);
        });
        const Values filled = solved(equations, equations.rightSide(known), std::move(start));
        equations.eachPixel([&](std::size_t at, std::size_t pixel) {
            if (equations.isRemoved(at))
                values[pixel] = filled[at];
        });
    }
    return result;
}

} // namespace convscope
