#include "core/engine/randommasks.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// What each of `pixels` takes from each of `cells`: a product with it stretches along one side.
at::Tensor stretching(int cells, int pixels)
{
    at::Tensor matrix = at::zeros({pixels, cells}, at::kDouble);
    auto *row = matrix.data_ptr<double>();
    for (int pixel = 0; pixel < pixels; ++pixel, row += cells) {
        double place = std::abs((pixel + 0.5) * cells / pixels - 0.5);
        if (place > cells - 1)
            place = 2 * (cells - 1) - place;
        const int below = std::min(int(place), cells - 2);
        row[below] += 1 - (place - below);
        row[below + 1] += place - below;
    }
    return matrix;
}

int cellSize(int pixels, int cells) { return (pixels + cells - 1) / cells; }

/// A number of random_sample() takes two outputs of the generator.
std::uint64_t outputsOfCells(const MaskPlan &plan)
{
    return 2 * std::uint64_t(plan.masks) * std::uint64_t(plan.cells) * std::uint64_t(plan.cells);
}

} // namespace

RandomMasks::RandomMasks(const MaskPlan &plan, std::uint32_t seed)
    : m_plan(plan)
    , m_cellHeight(cellSize(plan.height, plan.cells))
    , m_cellWidth(cellSize(plan.width, plan.cells))
    , m_cells(seed)
    , m_shifts(seed, outputsOfCells(plan))
    , m_stretchDown(stretching(plan.cells, (plan.cells + 1) * m_cellHeight))
    , m_stretchRight(stretching(plan.cells, (plan.cells + 1) * m_cellWidth))
{
}

at::Tensor RandomMasks::next()
{
    at::Tensor cells = at::empty({m_plan.cells, m_plan.cells}, at::kDouble);
    auto *values = cells.data_ptr<double>();
    std::generate_n(values, cells.numel(), [this] { return m_cells.uniform() < m_plan.keep ? 1.0 : 0.0; });
    const auto down = std::int64_t(m_shifts.below(std::uint32_t(m_cellHeight)));
    const auto right = std::int64_t(m_shifts.below(std::uint32_t(m_cellWidth)));
    return at::matmul(at::matmul(m_stretchDown.narrow(0, down, m_plan.height), cells),
        m_stretchRight.narrow(0, right, m_plan.width).t());
}

} // namespace convscope
