#include "ui/present/board.h"

#include "core/explain/localisation.h"
#include "ui/present/description.h"
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

QString classText(const Target &target)
{
    switch (target.kind) {
    case Target::Kind::True:
        return Texts::tr("true class");
    case Target::Kind::Predicted:
        return Texts::tr("predicted class");
    case Target::Kind::Class:
        return Texts::tr("class %1").arg(target.index);
    }
    return {};
}

QString filterText(int layer, int filter) { return Texts::tr("layer %1, filter %2").arg(layer).arg(filter); }

struct Detail
{
    QString operator()(const SaliencyOptions &options) const
    {
        return options.objective == Objective::Loss ? Texts::tr("%1, loss").arg(classText(options.target))
                                                    : Texts::tr("%1, logit").arg(classText(options.target));
    }
    QString operator()(const ActivationOptions &options) const
    {
        return filterText(options.layer, options.filter);
    }
    QString operator()(const FilterImageOptions &options) const
    {
        const QString start = options.noiseSeed ? Texts::tr("from noise %1").arg(*options.noiseSeed)
                                                : Texts::tr("from the photo");
        return Texts::tr("%1, %2").arg(filterText(options.layer, options.filter), start);
    }
    QString operator()(const LimeOptions &options) const
    {
        return Texts::tr("%1, %2 samples").arg(classText(options.target)).arg(options.samples);
    }
};

Notes notesOf(const Answer &answer)
{
    return std::visit([](const auto &any) { return any.notes; }, answer);
}

OnFood onFood(const Localisation &found)
{
    const QString share = percent(found.energy);
    if (found.peakInside) {
        return {Texts::tr("%1 of the map lies on the food, and so does its highest value.").arg(share),
            Texts::tr("%1 on food, peak inside").arg(share), Texts::tr("%1 on food ✓").arg(share),
            share + QStringLiteral(" ✓")};
    }
    return {Texts::tr("%1 of the map lies on the food; its highest value lies outside of it.").arg(share),
        Texts::tr("%1 on food, peak outside").arg(share), Texts::tr("%1 on food ✗").arg(share),
        share + QStringLiteral(" ✗")};
}

/// A filter image from noise is not of the photo.
bool showsThePhoto(const MethodOptions &options)
{
    const auto *image = std::get_if<FilterImageOptions>(&options);
    return !image || !image->noiseSeed;
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

BoardRow rowFor(View view, const MethodOptions *options, const Look &look, const std::optional<Range> &scale)
{
    BoardRow row;
    row.title = title(view);
    if (options)
        row.detail = std::visit(Detail{}, *options);
    if (view == View::Lime)
        row.legend = {{forColour(look.colours), Texts::tr("speaks for it")},
            {againstColour(look.colours), Texts::tr("speaks against it")}};
    if (view == View::Lime && look.colours == Colours::Board)
        row.legend.append({QColor(Qt::gray), Texts::tr("striped: unsure"), Qt::BDiagPattern});
    if (hasMapLook(view)) {
        // Saliency as red, green and blue is the brighter, the more it says.
        const ColourMap usual = view == View::Saliency ? ColourMap::Gray : ColourMap::Viridis;
        row.colourBar = {look.colourMap.value_or(usual), scale ? shortNumber(scale->low) : Texts::tr("low"),
            scale ? shortNumber(scale->high) : Texts::tr("high"), look.opacity};
    }
    return row;
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

BoardCell answerCell(const Answer &answer, const MethodOptions &options, const Photo &photo,
    const QStringList &classNames, const Look &look, const std::optional<Range> &scale)
{
    BoardCell cell;
    cell.picture = picture(answer, options, photo.input, look, scale);
    cell.caption = caption(answer, options, classNames);
    cell.brief = briefCaption(answer, options, classNames);
    cell.description = description(answer, options, classNames);
    cell.notes = sentences(notesOf(answer));
    if (photo.mask && look.outline && showsThePhoto(options))
        cell.outline = outlineOf(*photo.mask);
    if (const auto found = localise(answer, photo))
        cell.onFood = onFood(*found);
    return cell;
}

} // namespace convscope
