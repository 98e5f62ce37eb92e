#include "ui/board/boardgrid.h"

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

constexpr int minAutomatic = 72; // four columns beside the panels of a window of 1024 pixels
constexpr int maxAutomatic = 384;
/// A picture may take this part of the height, so that three rows can be compared at a glance.
constexpr double maxOfHeight = 0.28;

int sideFor(const BoardShape &shape, int byColumns, int byRows, int height)
{
    switch (shape.size) {
    case BoardShape::Size::Automatic:
        return std::clamp(std::min(byColumns, int(height * maxOfHeight)), minAutomatic, maxAutomatic);
    case BoardShape::Size::AllColumns:
        return std::clamp(byColumns, BoardShape::min, BoardShape::max);
    case BoardShape::Size::AllRows:
        return std::clamp(byRows, BoardShape::min, BoardShape::max);
    case BoardShape::Size::Own:
        return std::clamp(shape.side, BoardShape::min, BoardShape::max);
    }
    return minAutomatic;
}

} // namespace

BoardGrid::BoardGrid(const BoardShape &shape, int columns, std::vector<int> below, QSize room)
    : m_columns(columns)
    , m_below(std::move(below))
{
    const int rows = std::max(1, int(m_below.size()));
    const int texts = std::accumulate(m_below.begin(), m_below.end(), 0);
    const int byColumns = room.width() / std::max(1, columns) - gap;
    const int byRows = (room.height() - texts) / rows - gap;
    m_side = sideFor(shape, byColumns, byRows, room.height());
}

int BoardGrid::top(int row) const
{
    return row * (m_side + gap) + std::accumulate(m_below.begin(), m_below.begin() + row, 0);
}

} // namespace convscope
