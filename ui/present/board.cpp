#include "ui/present/board.h"

#include "core/explain/contours.h"
#include "core/explain/localisation.h"
#include "ui/present/description.h"
#include "ui/present/methodtexts.h"
#include "ui/present/outline.h"
#include "ui/present/paths.h"
#include "ui/present/percent.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Board)
};

/// A picture that was made from noise is not of the photo, nor are many small ones.
bool showsThePhoto(const MethodOptions &options)
{
    const AnswerKind kind = traitsOf(options).answer;
    return showsPlaces(kind) || (kind == AnswerKind::OptimisedImage && !noiseSeedOf(options));
}

/// What the colours of a map mean.
ColourBar colourBarOf(const Row &row, const std::optional<Range> &scale)
{
    const bool isAttribution = kindOf(row) == AnswerKind::Attribution;
    const Meaning meaning = row.isDifference() ? Meaning::Difference : meaningOf(*row.question);
    const Target *target = fieldOf<Target>(*row.question);
    const bool isOfTwo = kindOf(row) == AnswerKind::LayerMaps && target && target->against;
    const auto word = [&scale](double Range::*end, const QString &text) {
        return scale ? shortNumber((*scale).*end) : text;
    };
    if (meaning == Meaning::Difference) {
        return {ColourMap::Diverging, word(&Range::low, QStringLiteral("B")),
            word(&Range::high, QStringLiteral("A")), row.look.opacity};
    }
    if ((isAttribution && meaning == Meaning::Evidence) || isOfTwo) {
        return {ColourMap::Diverging, word(&Range::low, Texts::tr("against")),
            word(&Range::high, Texts::tr("for")), row.look.opacity};
    }
    if (isAttribution && meaning == Meaning::Slope) {
        return {ColourMap::Diverging, word(&Range::low, Texts::tr("lowers")),
            word(&Range::high, Texts::tr("raises")), row.look.opacity};
    }
    // A sensitivity as red, green and blue is the brighter, the more it says.
    const bool isGray = isAttribution && meaning == Meaning::Sensitivity;
    return {row.look.colourMap.value_or(isGray ? ColourMap::Gray : ColourMap::Viridis),
        word(&Range::low, Texts::tr("low")), word(&Range::high, Texts::tr("high")), row.look.opacity};
}

/// E.g. "25 %, 50 %, 75 %".
QString percents(const std::vector<double> &shares)
{
    QStringList each;
    for (const double share : shares)
        each += percent(share);
    return each.join(QStringLiteral(", "));
}

QString contoursRemark(const Row &row)
{
    const QString shares = percents(sharesOf(row.look.contours));
    return !row.isDifference() && meaningOf(*row.question) == Meaning::Evidence
        ? Texts::tr("lines enclose %1 of what speaks for it").arg(shares)
        : Texts::tr("lines enclose %1 of the sum").arg(shares);
}

QString clippingRemark(const Row &row)
{
    const double outliers = outliersOf(row.look.clipping).value_or(0);
    if (outliers <= 0)
        return Texts::tr("no outliers clipped");
    return isSigned(row) ? Texts::tr("outliers clipped: %1 of the sum").arg(percent(outliers))
                         : Texts::tr("outliers clipped: %1 of the values").arg(percent(outliers));
}

QStringList remarksOn(const Row &row)
{
    QStringList remarks;
    if (row.look.clipping != Clipping::Standard)
        remarks += clippingRemark(row);
    if (row.look.contours != Contours::None)
        remarks += contoursRemark(row);
    return remarks;
}

/// The lines around the hottest parts of a map.
QPainterPath contoursOf(const Answer &answer, const Image &input, Contours contours)
{
    QPainterPath lines;
    if (contours == Contours::None)
        return lines;
    const std::optional<Map> heat = heatOf(answer, input.width, input.height);
    for (const Mask &part : heat ? hottestParts(*heat, sharesOf(contours)) : std::vector<Mask>())
        lines.addPath(outlineOf(part));
    return lines;
}

/// Which network a caption is of, as briefly as its place needs.
QString signOf(AskedNetwork network)
{
    return network == AskedNetwork::Difference ? networkWords(network) : QStringLiteral("B");
}

} // namespace

BoardColumn columnFor(const QString &columnTitle, const PhotoRef &photo, const Prediction *prediction,
    const QStringList &classNames)
{
    const std::optional<int> label = photo.label;
    BoardColumn column;
    column.title = columnTitle;
    if (label) {
        column.trueClass = className(classNames, *label);
        column.trueColour = classColour(*label);
    } else {
        column.trueClass = displayText(photo.ownClass);
    }
    if (prediction) {
        const int best = prediction->best();
        const double probability = prediction->probabilities.at(std::size_t(best));
        column.probability = percent(probability);
        column.predictedClass = className(classNames, best) + QChar::Space + column.probability;
        column.predictedColour = classColour(best);
        column.known = label.has_value();
        column.right = label == best;
        column.top = topClasses(*prediction, classNames, label);
    }
    return column;
}

void addSecond(BoardColumn &column, const PhotoRef &photo, const Prediction &prediction,
    const QStringList &classNames, const NetworkMatch &match)
{
    const int best = prediction.best();
    column.secondProbability = percent(prediction.probabilities.at(std::size_t(best)));
    column.secondClass = className(classNames, best) + QChar::Space + column.secondProbability;
    const std::optional<int> inFirst = match.classInFirst(best);
    column.secondColour = inFirst ? classColour(*inFirst) : QColor();
    column.secondTop =
        topClasses(prediction, classNames, photo.label ? match.classInSecond(*photo.label) : std::nullopt);
}

BoardRow rowFor(const Row &asked, const std::optional<Range> &scale)
{
    BoardRow row;
    row.title = title(asked);
    row.held = asked.held;
    if (!asked.question)
        return row;
    row.detail = methodDetail(*asked.question);
    if (traitsOf(*asked.question).answer == AnswerKind::SuperpixelWeights) {
        const Colours colours = asked.look.colours;
        if (asked.isDifference())
            row.legend = {{forColour(colours), Texts::tr("more in A")},
                {againstColour(colours), Texts::tr("more in B")}};
        else
            row.legend = {{forColour(colours), Texts::tr("speaks for it")},
                {againstColour(colours), Texts::tr("speaks against it")}};
        if (colours == Colours::Board && traitsOf(*asked.question).hasErrors)
            row.legend.append({QColor(Qt::gray), Texts::tr("striped: unsure"), Qt::BDiagPattern});
    }
    if (traitsOf(*asked.question).answer == AnswerKind::FilterWeights)
        row.legend = {{forColour(asked.look.colours), Texts::tr("speaks for it")},
            {againstColour(asked.look.colours), Texts::tr("speaks against it")}};
    if (hasMapLook(asked)) {
        row.colourBar = colourBarOf(asked, scale);
        row.remarks = remarksOn(asked);
    }
    return row;
}

std::vector<PictureEvidence> evidenceOf(const Board &board)
{
    std::vector<PictureEvidence> evidence;
    for (qsizetype column = 0; column < board.columns.size(); ++column) {
        const QList<BoardCell> &cells = board.columns[column].cells;
        for (qsizetype row = 0; row < cells.size(); ++row) {
            if (!cells[row].evidenceNumbers.empty())
                evidence.push_back({column, row, cells[row].evidenceNumbers});
        }
    }
    return evidence;
}

BoardCell photoCell(const Photo &photo, const Look &look)
{
    BoardCell cell;
    cell.picture = toQImage(photo.input);
    cell.notes = sentences(photo.notes);
    if (photo.mask && look.outline)
        cell.outline = outlineOf(*photo.mask);
    if (photo.maskError)
        cell.notes += sentence(*photo.maskError);
    return cell;
}

BoardCell answerCell(const MeasuredAnswer &measured, const MethodOptions &options, const Photo &photo,
    const QStringList &classNames, const Look &look, const std::optional<Range> &scale, AskedNetwork asked)
{
    const auto told = [asked](const QString &text) {
        return asked == AskedNetwork::First || text.isEmpty() ? text
                                                              : Texts::tr("%1 · %2").arg(signOf(asked), text);
    };
    const Answer &answer = measured.answer;
    BoardCell cell;
    cell.picture = picture(answer, photo.input, look, scale);
    cell.caption = told(caption(answer, classNames));
    cell.brief = told(briefCaption(answer, classNames));
    cell.description = told(description(answer, options, classNames));
    cell.notes = sentences(notesOf(answer));
    if (photo.mask && look.outline && showsThePhoto(options))
        cell.outline = outlineOf(*photo.mask);
    if (hasMapLook({.question = options}))
        cell.contours = contoursOf(answer, photo.input, look.contours);
    cell.measured = measureWords(measured.measures);
    for (const TakenMeasure &taken : measured.measures)
        cell.notes += sentences(taken.measured.notes);
    return cell;
}

} // namespace convscope
