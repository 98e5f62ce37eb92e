#include "ui/present/figurefile.h"

#include "core/error.h"
#include "ui/present/wholefile.h"

#include <QBuffer>
#include <QImageReader>
#include <QXmlStreamReader>
#include <algorithm>
#include <zlib.h>

namespace convscope {

namespace {

namespace fs = std::filesystem;

constexpr qint64 largestFigure = 256 << 20;
constexpr qsizetype largestRecipe = 16 << 20;
constexpr qsizetype largestInflated = 64 << 20; ///< of all that is tried in one file

bool isRecipe(const QByteArray &text) { return text.contains("\"convscope-figure\""); }

QByteArray recipeOfPng(QByteArray &bytes)
{
    QBuffer buffer(&bytes);
    return QImageReader(&buffer, "png").text(QStringLiteral("Recipe")).toUtf8();
}

/// Other programs that save an SVG again keep its descriptions, but may add their own.
QByteArray recipeOfSvg(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"desc")
            continue;
        QByteArray text = reader.readElementText(QXmlStreamReader::IncludeChildElements).toUtf8();
        if (isRecipe(text))
            return text;
    }
    return {};
}

/// What a zlib stream holds that begins at `from`, nothing where it does not begin like JSON. What is
/// inflated is taken from the budget; where that runs out, nothing.
QByteArray inflatedJson(const QByteArray &bytes, qsizetype from, qsizetype &budget)
{
    z_stream stream = {};
    if (inflateInit(&stream) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData() + from));
    stream.avail_in = uInt(bytes.size() - from);
    QByteArray text;
    QByteArray block(1 << 12, Qt::Uninitialized);
    int result = Z_OK;
    while (result == Z_OK && budget > 0 && (text.isEmpty() || text.startsWith('{'))) {
        stream.next_out = reinterpret_cast<Bytef *>(block.data());
        stream.avail_out = uInt(block.size());
        result = inflate(&stream, Z_NO_FLUSH);
        const qsizetype got = block.size() - qsizetype(stream.avail_out);
        text.append(block.constData(), got);
        budget -= got;
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END && text.startsWith('{') ? text : QByteArray();
}

/// Where the data of the next stream begins, after the keyword and its line end; -1 where there is none.
qsizetype nextStream(const QByteArray &pdf, qsizetype from)
{
    const QByteArray keyword = "stream";
    for (qsizetype at = pdf.indexOf(keyword, from); at >= 0; at = pdf.indexOf(keyword, at + 1)) {
        qsizetype data = at + keyword.size();
        if (pdf.mid(data, 2) == "\r\n")
            data += 2;
        else if (pdf.mid(data, 1) == "\n")
            data += 1;
        else
            continue;
        if (!pdf.mid(at - 3, 3).startsWith("end"))
            return data;
    }
    return -1;
}

/// The attached file is found by its content, whatever else a program that saved the PDF again has put into
/// it.
QByteArray recipeOfPdf(const QByteArray &pdf)
{
    qsizetype budget = largestInflated;
    for (qsizetype at = nextStream(pdf, 0); at >= 0 && budget > 0; at = nextStream(pdf, at)) {
        const bool plain = pdf.mid(at, 1) == "{";
        const QByteArray text = plain
            ? pdf.mid(at, std::min(pdf.indexOf("endstream", at) - at, largestRecipe))
            : inflatedJson(pdf, at, budget);
        if (isRecipe(text))
            return text;
    }
    return {};
}

} // namespace

QByteArray recipeOf(const fs::path &figure)
{
    QByteArray bytes = wholeFile(figure, largestFigure);
    QByteArray recipe;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        recipe = recipeOfPng(bytes);
    else if (bytes.startsWith("%PDF-"))
        recipe = recipeOfPdf(bytes);
    else
        recipe = recipeOfSvg(bytes);
    if (!isRecipe(recipe) || recipe.size() > largestRecipe)
        throw Error(ErrorKind::FigureWithoutRecipe, figure);
    return recipe;
}

Session readFigure(const fs::path &figure)
{
    try {
        return parseSession(recipeOf(figure), fs::absolute(figure).parent_path());
    } catch (const Error &error) {
        throw error.about(figure);
    }
}

} // namespace convscope
