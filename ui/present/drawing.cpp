#include "ui/present/drawing.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "core/runtime.h"
#include "ui/present/figuretext.h"

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
constexpr double inch = 0.0254; // metres
constexpr double usualFontPoints = 9;
constexpr double maxPixels = 32767; // along a side: what QPainter can address
constexpr double maxPixelsInAll = 1 << 27; // of four bytes each

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

QString creator() { return QStringLiteral("Convscope ") + QString::fromStdString(version()); }

QByteArray pngBytes(const Drawing &drawing, double dpi)
{
    const double scale = dpi / dotsPerInch;
    const QSizeF size = drawing.size * scale;
    if (std::max(size.width(), size.height()) > maxPixels)
        throw Error(ErrorKind::InvalidOption, {},
            {"dpi", numberOf(dpi),
                Texts::tr("fewer for a figure of this size, or a smaller width").toStdString()});
    QImage image(qRound(size.width()), int(std::ceil(size.height())), QImage::Format_RGB32);
    if (image.isNull())
        throw Error(ErrorKind::OutOfMemory);
    image.fill(Qt::white);
    const int dotsPerMetre = qRound(dpi / inch);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QPainter painter(&image);
    painter.scale(scale, scale);
    drawing.paint(painter);
    painter.end();

    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Software"), creator());
    if (!drawing.recipe.isEmpty())
        writer.setText(QStringLiteral("Recipe"), QString::fromUtf8(drawing.recipe));
    writer.write(image);
    return bytes;
}

QByteArray svgBytes(const Drawing &drawing)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(dotsPerInch));
    generator.setSize(drawing.size.toSize());
    generator.setViewBox(QRectF(QPointF(), drawing.size));
    generator.setTitle(drawing.title.isEmpty() ? creator() : drawing.title);
    // Qt 6.4 writes the description as it is, later versions may escape it: it is put in afterwards.
    const QByteArray place = "convscope-recipe";
    generator.setDescription(QString::fromLatin1(place));
    QPainter painter(&generator);
    painter.setFont(figureFont(usualFontPoints)); // else each save() and restore() names the program's own
    drawing.paint(painter);
    painter.end();
    setExactSize(bytes, drawing.size);
    bytes.replace("<desc>" + place, "<desc>" + QString::fromUtf8(drawing.recipe).toHtmlEscaped().toUtf8());
    const QByteArray fast = "image-rendering=\"optimizeSpeed\"";
    return bytes.replace(fast, fast + " style=\"image-rendering:pixelated\""); // what browsers understand
}

QByteArray pdfBytes(const Drawing &drawing)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(int(dotsPerInch));
        writer.setPageSize(QPageSize(drawing.size, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        writer.setCreator(creator());
        writer.setTitle(drawing.title);
        if (!drawing.recipe.isEmpty())
            writer.addFileAttachment(
                QStringLiteral("recipe.json"), drawing.recipe, QStringLiteral("application/json"));
        QPainter painter(&writer);
        drawing.paint(painter);
    }
    return bytes;
}

} // namespace

double maxDpiOf(const Drawing &drawing)
{
    const double longest = std::max(drawing.size.width(), drawing.size.height());
    const double area = drawing.size.width() * drawing.size.height();
    return std::floor(dotsPerInch * std::min(maxPixels / longest, std::sqrt(maxPixelsInAll / area)));
}

void writeDrawing(const std::filesystem::path &file, const Drawing &drawing, double dpi)
{
    const std::string ending = figureEnding(file);
    QByteArray bytes;
    if (ending == ".png")
        bytes = pngBytes(drawing, dpi);
    else if (ending == ".svg")
        bytes = svgBytes(drawing);
    else if (ending == ".pdf")
        bytes = pdfBytes(drawing);
    else
        throw Error(ErrorKind::InvalidOption, {}, {"out", file.string()},
            Phrase{Phrase::OneOf, {"*.png", "*.svg", "*.pdf"}});
    writeFile(file, bytes.toStdString());
}

} // namespace convscope
