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
    /// What is said of a photo: above its column, or left of its row.
    struct Head
    {
        TextBlock title;
        TextBlock trueClass;
        TextBlock predictedClass;
        TextBlock secondClass;
        TextBlock verdict;
    };
    /// What is said of a view: left of its row, or above its column.
    struct Side
    {
        TextBlock title;
        TextBlock detail;
        std::vector<TextBlock> legend;
        std::vector<TextBlock> remarks;
    };

    qsizetype across() const; ///< pictures beside each other
    qsizetype down() const; ///< lines of pictures
    double largestLeft() const;
    void layOutHeads(double width);
    void layOutSides(double width);
    void setCell();
    void layOutCells();
    void layOutNotes();

    QString captionOf(const BoardCell &cell);
    BoardCell cellAt(qsizetype x, qsizetype y) const;
    double headHeight() const;
    double sideHeight(std::size_t index) const;
    double topHeight() const;
    double cellX(qsizetype place) const;
    void paintHead(QPainter &painter, qsizetype column, QPointF place) const;
    void paintSide(QPainter &painter, qsizetype row, QPointF place) const;
    void paintCell(QPainter &painter, qsizetype x, qsizetype y) const;
    void paintColourBar(QPainter &painter, const ColourBar &bar, double x, double y) const;

    const Board &m_board;
    FigureStyle m_style;
    QFont m_font;
    QFont m_boldFont;
    QFont m_smallFont;

    std::vector<Head> m_heads;
    std::vector<Side> m_sides;
    std::vector<std::vector<TextBlock>> m_captions; ///< by line, and place in it
    std::vector<double> m_lineTops;
    QStringList m_notes; ///< each once, numbered from 1 in captions
    std::vector<TextBlock> m_noteBlocks;

    double m_leftWidth = 0; ///< of what stands left of the pictures
    double m_titleHeight = 0; ///< of the tallest title; likewise the other lines of the heads
    double m_trueHeight = 0;
    double m_predictedHeight = 0;
    double m_secondHeight = 0; ///< with the gap above it; 0 where no second network predicts
    double m_verdictHeight = 0;
    double m_notesTop = 0;
    QSizeF m_size;
};

} // namespace convscope
