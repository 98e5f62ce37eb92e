#include "ui/present/figure.h"

#include "core/error.h"
#include "ui/present/figurelayout.h"

#include <cmath>

namespace convscope {

namespace {

constexpr double leastCell = 36; // points

std::string numberOf(double value) { return QString::number(value, 'g', 4).toStdString(); }

} // namespace

QSizeF figureSize(const Board &board, const FigureStyle &style) { return FigureLayout(board, style).size(); }

double leastWidthCm(const Board &board, const FigureStyle &style)
{
    FigureStyle smallest = style;
    smallest.cell = leastCell;
    smallest.widthCm.reset();
    return figureSize(board, smallest).width() / centimetre;
}

void paintFigure(QPainter &painter, const Board &board, const FigureStyle &style)
{
    FigureLayout(board, style).paint(painter);
}

void writeFigure(
    const std::filesystem::path &file, const Board &board, const FigureStyle &style, const QByteArray &recipe)
{
    const double least = leastWidthCm(board, style);
    if (style.widthCm && *style.widthCm < least)
        throw Error(ErrorKind::InvalidOption, {},
            {"width-cm", numberOf(*style.widthCm),
                "at least " + numberOf(std::ceil(least * 10) / 10) + " for so many photos"});
    const FigureLayout layout(board, style);
    const auto paint = [&layout](QPainter &painter) { layout.paint(painter); };
    writeDrawing(file, {layout.size(), paint, recipe}, style.dpi);
}

} // namespace convscope
