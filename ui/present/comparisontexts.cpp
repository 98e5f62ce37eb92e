#include "ui/present/comparisontexts.h"

#include "ui/present/joined.h"
#include "ui/present/measuretexts.h"
#include "ui/present/row.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QCoreApplication>
#include <map>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

const QString dash = QStringLiteral("–");

QString rivalTitle(Rival rival)
{
    switch (rival) {
    case Rival::Random:
        return Texts::tr("random map");
    case Rival::Coarse:
        return Texts::tr("coarse random map");
    case Rival::Uniform:
        return Texts::tr("uniform map");
    case Rival::Centre:
        break;
    }
    return Texts::tr("middle of the picture");
}

QString photosText(int photos)
{
    return photos == 1 ? Texts::tr("1 photo") : Texts::tr("%1 photos").arg(photos);
}

/// Photos without a mask, where a measure needs one: there not even the random map has a value.
int photosWithoutMask(const Measure &measure, const ComparedColumn &column)
{
    return measure.traits().needsMask ? column.cells.front().silent : 0;
}

QStringList maskNotes(const ComparisonPlan &plan, const ComparisonSummary &summary)
{
    int photos = 0;
    for (std::size_t measure = 0; measure < plan.measures.size(); ++measure)
        photos = std::max(photos, photosWithoutMask(*plan.measures[measure], summary.columns[measure]));
    if (photos == 0)
        return {};
    return {Texts::tr("Of %1 there is no mask, so what is measured by the mask has no value there.")
                .arg(photosText(photos))};
}

/// Whether a measure says nothing of a map only for what the map itself is like, or for want of a mask.
bool isSilentForItsMap(const Measure &measure)
{
    return measure.traits().needsHeat && !measure.traits().needsQuestion;
}

/// What methods have no value of on some photos, though they have on others.
QStringList silentNotes(
    const ComparisonPlan &plan, const ComparisonSummary &summary, const QStringList &titles)
{
    QStringList notes;
    for (std::size_t map = comparedRivals.size(); map < plan.mapCount(); ++map) {
        int photos = 0;
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
            const ComparedColumn &column = summary.columns[measure];
            const ComparedCell &cell = column.cells[map];
            if (cell.values > 0 && isSilentForItsMap(*plan.measures[measure]))
                photos = std::max(photos, cell.silent - photosWithoutMask(*plan.measures[measure], column));
        }
        if (photos > 0)
            notes +=
                Texts::tr("%1 has no value on %2: there its map is the same everywhere, or holds what is "
                          "no number.")
                    .arg(titles[qsizetype(map)], photosText(photos));
    }
    return notes;
}

QStringList columnNotes(
    const ComparisonPlan &plan, const ComparisonSummary &summary, const QStringList &titles)
{
    QStringList notes;
    for (std::size_t measure = 0; measure < summary.columns.size(); ++measure) {
        const ComparedColumn &column = summary.columns[measure];
        const QString title = measureTitle(*plan.measures[measure]);
        if (column.betterRival)
            notes += Texts::tr("By “%1” no method is better than the %2.")
                         .arg(title, titles[qsizetype(*column.betterRival)]);
        if (column.photos > 0 && column.photos < summary.done)
            notes += Texts::tr("“%1” is of %2: only there each method has a value.")
                         .arg(title, photosText(column.photos));
        if (column.photos == 0 && summary.done > 0)
            notes += Texts::tr("“%1” has no means: there is no photo on which each method has a value.")
                         .arg(title);
    }
    return notes;
}

} // namespace

QStringList comparedTitles(const ComparisonPlan &plan)
{
    QStringList titles;
    for (const Rival rival : comparedRivals)
        titles += rivalTitle(rival);
    QList<Row> rows;
    for (const MethodOptions &question : plan.questions)
        rows += newRow(question);
    return titles + distinctTitles(rows);
}

QString betterText(Better better)
{
    switch (better) {
    case Better::Higher:
        return Texts::tr("higher is better");
    case Better::Lower:
        return Texts::tr("lower is better");
    case Better::Neither:
        break;
    }
    return Texts::tr("describes the map");
}

QString betterSign(Better better)
{
    return better == Better::Higher ? QStringLiteral("↑")
        : better == Better::Lower   ? QStringLiteral("↓")
                                    : QString();
}

QString meanText(const Measure &measure, const ComparedCell &cell)
{
    return cell.photos == 0 ? dash : measureMean(measure, cell.mean);
}

QString intervalText(const Measure &measure, const ComparedCell &cell)
{
    return cell.interval ? Texts::tr("%1 – %2").arg(
               measureMean(measure, cell.interval->low), measureMean(measure, cell.interval->high))
                         : QString();
}

QString cellText(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::size_t map, std::size_t measure)
{
    const Measure &taken = *plan.measures[measure];
    const ComparedCell &cell = summary.columns[measure].cells[map];
    QString text = meanText(taken, cell);
    if (const QString interval = intervalText(taken, cell); !interval.isEmpty())
        text += QStringLiteral("  ") + interval;
    return summary.columns[measure].best == map ? text + QStringLiteral(" ★") : text;
}

QString comparedPhotosText() { return Texts::tr("photos"); }

QString cellExplanation(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::size_t map, std::size_t measure)
{
    const Measure &taken = *plan.measures[measure];
    const ComparedColumn &column = summary.columns[measure];
    const ComparedCell &cell = column.cells[map];
    QStringList said;
    if (cell.photos == 0)
        said += Texts::tr("There is no mean.");
    else if (!cell.interval)
        said += Texts::tr("The value of one photo is %1. An interval takes two photos.")
                    .arg(meanText(taken, cell));
    else
        said += Texts::tr("The mean of %1 is %2; its 95 % interval is %3.")
                    .arg(photosText(cell.photos), meanText(taken, cell), intervalText(taken, cell));
    if (column.best == map)
        said += Texts::tr("This is the best: the interval overlaps that of no other map.");
    if (cell.silent > 0)
        said += Texts::tr("The measure says nothing of the map on %1.").arg(photosText(cell.silent));
    if (cell.failed > 0)
        said += Texts::tr("It failed on %1.").arg(photosText(cell.failed));
    return joined(said);
}

QString meansExplanation()
{
    return Texts::tr("Means are taken over the photos on which each method has a value, with 95 % intervals "
                     "(bootstrap, %1 resamples).")
        .arg(bootstrapResamples);
}

QString bestExplanation() { return Texts::tr("★ the best: its interval overlaps that of no other map"); }

QStringList comparisonNotes(const ComparisonPlan &plan, const ComparisonSummary &summary, int classCount)
{
    const QStringList titles = comparedTitles(plan);
    QStringList notes;
    if (classCount < 2)
        notes += Texts::tr("The network has one class, which always has all the probability. Measures of "
                           "probabilities say nothing.");
    if (summary.isAnswerTheSame)
        notes += Texts::tr("The network gives the same answer to all photos, so these measures say nothing "
                           "of the methods. Try another checkpoint.");
    if (summary.done == 1)
        notes += Texts::tr("Intervals take two photos or more.");
    if (summary.equal > 0)
        notes += summary.equal == 1
            ? Texts::tr("1 photo has the same content as another one and is left out.")
            : Texts::tr("%1 photos have the same content as another one and are left out.")
                  .arg(summary.equal);
    if (summary.withoutLabel > 0)
        notes += Texts::tr("Of %1 no true class is known; there the predicted class is explained.")
                     .arg(photosText(summary.withoutLabel));
    if (summary.differentClasses > 0)
        notes += Texts::tr("On %1 the methods explain different classes, so their values are of different "
                           "things.")
                     .arg(photosText(summary.differentClasses));
    return notes + columnNotes(plan, summary, titles) + maskNotes(plan, summary)
        + silentNotes(plan, summary, titles);
}

QStringList comparisonFailures(const ComparisonPlan &plan, const ComparedPhotos &photos)
{
    const QStringList titles = comparedTitles(plan);
    QStringList failures;
    for (std::size_t map = 0; map < plan.mapCount(); ++map) {
        std::map<QString, int> counts; // of photos, by what went wrong
        for (const auto &photo : photos) {
            if (!photo || photo->sameAs || photo->error)
                continue;
            QStringList told;
            for (const std::optional<Finding> &finding : photo->maps[map].findings) {
                const QString why = finding && finding->error ? reason(*finding->error) : QString();
                if (!why.isEmpty() && !told.contains(why))
                    told += why;
            }
            for (const QString &why : told)
                ++counts[why];
        }
        for (const auto &[why, count] : counts)
            failures += Texts::tr("%1, on %2: %3").arg(titles[qsizetype(map)], photosText(count), why);
    }
    return failures;
}

QString comparisonText(const ComparisonPlan &plan, const ComparedPhotos & /*photos*/,
    const ComparisonSummary &summary, std::optional<std::size_t> sortedBy)
{
    const QStringList titles = comparedTitles(plan);
    Table table([&plan] {
        std::vector<Table::Align> columns(2 * plan.measures.size() + 1, Table::Align::Left);
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure)
            columns[1 + 2 * measure] = Table::Align::Right;
        return columns;
    }());
    QStringList heads{Texts::tr("map")};
    QStringList counts{comparedPhotosText()};
    for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
        const MeasureTraits &traits = plan.measures[measure]->traits();
        heads << QString() << QLatin1String(traits.name) + u' ' + betterSign(traits.better);
        counts << QString::number(summary.columns[measure].photos) << QString();
    }
    table.addRow(heads);
    bool hasBest = false;
    for (const std::size_t map : sortedMaps(plan, summary, sortedBy)) {
        QStringList row{titles[qsizetype(map)]};
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
            const ComparedColumn &column = summary.columns[measure];
            const bool isBest = column.best == map;
            hasBest = hasBest || isBest;
            row << meanText(*plan.measures[measure], column.cells[map])
                << intervalText(*plan.measures[measure], column.cells[map])
                    + (isBest ? QStringLiteral(" ★") : QString());
        }
        table.addRow(row);
    }
    table.addRow(counts);
    QString text = meansExplanation() + QStringLiteral("\n\n") + table.text() + u'\n';
    if (hasBest)
        text += bestExplanation() + u'\n';
    for (const MeasurePtr &measure : plan.measures)
        text += Texts::tr("%1: %2, %3")
                    .arg(QLatin1String(measure->traits().name), measureTitle(*measure),
                        betterText(measure->traits().better))
            + u'\n';
    return text;
}

} // namespace convscope
