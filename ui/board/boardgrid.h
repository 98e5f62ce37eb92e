#pragma once

#include "ui/present/boardshape.h"

#include <QRect>
#include <QSize>
#include <vector>

namespace convscope {

/// Where the pictures of the board stand: squares of one size, in columns of one width and rows of their own
/// heights. Counted as they are seen, whichever way the board lies.
class BoardGrid
{
public:
    static constexpr int gap = 12; ///< also after the last column and row

    BoardGrid() = default;
    /// `below` has, for each row, the room below its pictures for what is written there; `room` is what can
    /// be seen without scrolling.
    BoardGrid(const BoardShape &shape, int columns, std::vector<int> below, QSize room);

    int side() const { return m_side; }
    int rowHeight(int row) const { return m_side + m_below[std::size_t(row)]; }
    int left(int column) const { return column * (m_side + gap); }
    int top(int row) const;
    QRect cell(int column, int row) const { return {left(column), top(row), m_side, rowHeight(row)}; }
    QSize size() const { return {left(m_columns), top(int(m_below.size()))}; }

private:
    int m_columns = 0;
    std::vector<int> m_below;
    int m_side = 128;
};

} // namespace convscope
