#pragma once

#include "ui/present/board.h"
#include "ui/present/figure.h"
#include "ui/present/figuretext.h"

#include <QPainter>
#include <QRectF>
#include <vector>

namespace convscope {

/// A figure worked out: where everything stands, in points, and what its texts are broken into.
class FigureLayout
{
public:
    FigureLayout(const Board &board, const FigureStyle &style);

    QSizeF size() const { return m_size; }
    void paint(QPainter &painter) const;

private:
    /// What stands above a column.
    struct Head
    {
        TextBlock title;
        TextBlock trueClass;
        TextBlock predictedClass;
        TextBlock verdict;
    };
    /// What stands left of a row.
    struct Side
    {
        TextBlock title;
        TextBlock detail;
        std::vector<TextBlock> legend;
    };

    void layOutHeads();
    void layOutSides();
    void setCell();
    void layOutCells();
    void layOutNotes();

    QString captionOf(const BoardCell &cell);
    double columnX(qsizetype column) const;
    void paintHead(QPainter &painter, qsizetype column) const;
    void paintSide(QPainter &painter, qsizetype row) const;
    void paintCell(QPainter &painter, qsizetype row, qsizetype column) const;
    void paintColourBar(QPainter &painter, const ColourBar &bar, double x, double y) const;

    const Board &m_board;
    FigureStyle m_style;
    QFont m_font;
    QFont m_boldFont;
    QFont m_smallFont;

    std::vector<Head> m_heads;
    std::vector<Side> m_sides;
    std::vector<std::vector<TextBlock>> m_captions; ///< by row and column
    std::vector<double> m_rowTops;
    QStringList m_notes; ///< each once, numbered from 1 in captions
    std::vector<TextBlock> m_noteBlocks;

    double m_sideWidth = 0;
    double m_titleHeight = 0; ///< of the tallest title; likewise the other lines of the heads
    double m_trueHeight = 0;
    double m_predictedHeight = 0;
    double m_verdictHeight = 0;
    double m_notesTop = 0;
    QSizeF m_size;
};

} // namespace convscope
