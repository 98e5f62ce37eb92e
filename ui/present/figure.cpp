#include "ui/present/figure.h"

#include "core/error.h"
#include "ui/present/figurelayout.h"

#include <QCoreApplication>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr double minCell = 36; // points

/// Whatever reads a document shows it: the photos and the views.
QString titleOf(const Board &board)
{
    QStringList photos;
    for (const BoardColumn &column : board.columns)
        photos += column.title;
    QStringList rows;
    for (const BoardRow &row : board.rows)
        rows += row.title;
    return QStringLiteral("%1: %2").arg(photos.join(QStringLiteral(", ")), rows.join(QStringLiteral(", ")));
}

std::string numberOf(double value) { return QString::number(value, 'g', 4).toStdString(); }

} // namespace

QSizeF figureSize(const Board &board, const FigureStyle &style) { return FigureLayout(board, style).size(); }

double minWidthCm(const Board &board, const FigureStyle &style)
{
    FigureStyle smallest = style;
    smallest.cell = minCell;
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
    const double min = minWidthCm(board, style);
    if (style.widthCm && *style.widthCm < min)
        throw Error(ErrorKind::InvalidOption, {},
            {"width-cm", numberOf(*style.widthCm),
                Texts::tr("at least %1 for so many photos")
                    .arg(std::ceil(min * 10) / 10, 0, 'g', 4)
                    .toStdString()});
    const FigureLayout layout(board, style);
    const auto paint = [&layout](QPainter &painter) { layout.paint(painter); };
    writeDrawing(file, {layout.size(), paint, titleOf(board), recipe}, style.dpi);
}

} // namespace convscope
