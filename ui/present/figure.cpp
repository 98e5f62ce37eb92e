#include "ui/present/figure.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "core/runtime.h"
#include "ui/present/figurelayout.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr double dotsPerInch = 72; // one dot a point
constexpr double leastCell = 36; // points
constexpr double inch = 0.0254; // metres
constexpr double mostPixels = 32767; // along a side: what QPainter can address

std::string numberOf(double value) { return QString::number(value, 'g', 4).toStdString(); }

/// In the SVG's head, where QSvgGenerator has whole points only.
void setExactSize(QByteArray &svg, const QSizeF &points)
{
    const auto millimetres = [](double length) {
        return QByteArray::number(length / centimetre * 10, 'f', 2) + "mm\"";
    };
    const qsizetype end = svg.indexOf("viewBox");
    const qsizetype begin = svg.indexOf("width=\"");
    if (begin >= 0 && begin < end)
        svg.replace(begin, end - begin,
            "width=\"" + millimetres(points.width()) + " height=\"" + millimetres(points.height()) + "\n ");
}

std::string endingOf(const std::filesystem::path &file)
{
    std::string ending = file.extension().string();
    std::transform(
        ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending;
}

QString creator() { return QStringLiteral("Convscope ") + QString::fromStdString(version()); }

QByteArray pngBytes(const FigureLayout &layout, const FigureStyle &style, const QByteArray &recipe)
{
    const double scale = style.dpi / dotsPerInch;
    const QSizeF size = layout.size() * scale;
    if (std::max(size.width(), size.height()) > mostPixels)
        throw Error(ErrorKind::InvalidOption, {},
            {"dpi", numberOf(style.dpi), "fewer for a figure of this size, or a smaller width"});
    QImage image(qRound(size.width()), int(std::ceil(size.height())), QImage::Format_RGB32);
    if (image.isNull())
        throw Error(ErrorKind::OutOfMemory);
    image.fill(Qt::white);
    const int dotsPerMetre = qRound(style.dpi / inch);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QPainter painter(&image);
    painter.scale(scale, scale);
    layout.paint(painter);
    painter.end();

    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Software"), creator());
    writer.setText(QStringLiteral("Recipe"), QString::fromUtf8(recipe));
    writer.write(image);
    return bytes;
}

QByteArray svgBytes(const FigureLayout &layout, const QByteArray &recipe)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(dotsPerInch));
    generator.setSize(layout.size().toSize());
    generator.setViewBox(QRectF(QPointF(), layout.size()));
    generator.setTitle(creator());
    // Qt 6.4 writes the description as it is, later versions may escape it: it is put in afterwards.
    const QByteArray place = "convscope-recipe";
    generator.setDescription(QString::fromLatin1(place));
    QPainter painter(&generator);
    layout.paint(painter);
    painter.end();
    setExactSize(bytes, layout.size());
    bytes.replace("<desc>" + place, "<desc>" + QString::fromUtf8(recipe).toHtmlEscaped().toUtf8());
    const QByteArray fast = "image-rendering=\"optimizeSpeed\"";
    return bytes.replace(fast, fast + " style=\"image-rendering:pixelated\""); // what browsers understand
}

QByteArray pdfBytes(const FigureLayout &layout, const QByteArray &recipe)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(int(dotsPerInch));
        writer.setPageSize(QPageSize(layout.size(), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        writer.setCreator(creator());
        writer.addFileAttachment(QStringLiteral("recipe.json"), recipe, QStringLiteral("application/json"));
        QPainter painter(&writer);
        layout.paint(painter);
    }
    return bytes;
}

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

bool isFigureName(const std::filesystem::path &file)
{
    const std::string ending = endingOf(file);
    return ending == ".png" || ending == ".svg" || ending == ".pdf";
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
    const std::string ending = endingOf(file);
    QByteArray bytes;
    if (ending == ".png")
        bytes = pngBytes(layout, style, recipe);
    else if (ending == ".svg")
        bytes = svgBytes(layout, recipe);
    else if (ending == ".pdf")
        bytes = pdfBytes(layout, recipe);
    else
        throw Error(
            ErrorKind::InvalidOption, {}, {"out", file.string(), "names that end in .png, .svg or .pdf"});
    writeFile(file, bytes.toStdString());
}

} // namespace convscope
