#include "ui/present/indextexts.h"

#include "ui/present/counttext.h"
#include "ui/present/duration.h"
#include "ui/present/numbers.h"
#include "ui/present/paths.h"
#include "ui/present/percent.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace convscope {

namespace {

/// The texts of this file.
struct IndexTexts
{
    Q_DECLARE_TR_FUNCTIONS(IndexTexts)
};

using Json = nlohmann::ordered_json;

QString number(double value) { return QLocale::c().toString(value, 'g', 4); }

/// A name of JSON: a file's name need not be UTF-8.
std::string jsonText(const std::string &bytes)
{
    return displayText(std::filesystem::path(bytes)).toStdString();
}

QByteArray bytesOf(const Json &json) { return QByteArray::fromStdString(json.dump(2)) + '\n'; }

} // namespace

IndexView viewOf(const IndexFolder &folder, const PhotoSet &set)
{
    IndexView view;
    IndexStanding &standing = view.standing;
    standing.photos = std::int64_t(set.photos.size());
    if (const std::optional<IndexFolder::About> about = folder.about()) {
        const std::vector<std::string> blocks = folder.blocks();
        standing.blocks = blocks.size();
        standing.planned = about->blocks.size();
        standing.plannedThere = std::size_t(std::ranges::count_if(about->blocks,
            [&](const std::string &name) { return std::ranges::binary_search(blocks, name); }));
        if (!about->whole.empty()) {
            view.index = std::make_shared<const FilterIndex>(folder);
            standing.isBuilt = true;
            standing.counted = view.index->manifest().counted;
            standing.countedGone = view.index->manifest().gone;
            standing.failed = std::int64_t(view.index->manifest().failures.size());
            for (std::size_t photo = 0; photo < view.index->photoCount(); ++photo)
                view.known.push_back(view.index->photo(photo));
        }
    }
    view.work = workOf(view.known, set);
    for (std::size_t photo = 0; photo < view.known.size(); ++photo)
        standing.relabelled += view.known[photo].isAnswered() && !view.work.isDropped[photo]
            && view.known[photo].label != set.photos[*view.work.places[photo]].label;
    standing.fresh = std::int64_t(view.work.fresh);
    standing.changed = std::int64_t(view.work.changed);
    standing.touched = std::int64_t(view.work.touched);
    standing.gone = std::int64_t(view.work.gone);
    standing.known = std::int64_t(view.known.size()) - standing.gone - standing.changed;
    return view;
}

IndexStanding standingOf(const IndexFolder &folder, const PhotoSet &set)
{
    return viewOf(folder, set).standing;
}

QString standingText(const IndexStanding &standing, std::optional<std::chrono::milliseconds> perPhoto)
{
    const auto takes = [&](std::int64_t photos) {
        return perPhoto ? IndexTexts::tr(", about %1").arg(durationText(*perPhoto * photos)) : QString();
    };
    if (standing.planned > 0 && standing.plannedThere == standing.planned)
        return IndexTexts::tr("Shards have written all %1 blocks. Merge them (convscope index merge).")
            .arg(countText(std::int64_t(standing.planned)));
    if (standing.planned > 0)
        return IndexTexts::tr("Shards have written %1 of %2 blocks. Build the others, then merge them "
                              "(convscope index merge).")
            .arg(countText(std::int64_t(standing.plannedThere)), countText(std::int64_t(standing.planned)));
    if (!standing.isBuilt && standing.blocks == 0)
        return IndexTexts::tr("No index yet: %1 photos are to be looked at%2.")
            .arg(countText(standing.photos), takes(standing.photos));
    if (standing.isCurrent())
        return IndexTexts::tr("Whole: %1 photos.").arg(countText(standing.photos));
    if (standing.blocks > 0) // which nobody has opened
        return IndexTexts::tr(
            "Of %1 photos %2 are in the index. A run that was stopped has left blocks of more "
            "(%3); it can go on%4.")
            .arg(countText(standing.photos), countText(standing.known),
                countText(std::int64_t(standing.blocks)), takes(standing.photos - standing.known));
    QStringList parts;
    if (standing.fresh > 0)
        parts += IndexTexts::tr("%1 new").arg(countText(standing.fresh));
    if (standing.changed > 0)
        parts += IndexTexts::tr("%1 changed").arg(countText(standing.changed));
    if (standing.gone > 0)
        parts += IndexTexts::tr("%1 gone").arg(countText(standing.gone));
    return IndexTexts::tr("Of %1 photos: %2. It can be brought up to date%3.")
        .arg(countText(standing.photos), parts.join(QStringLiteral(", ")),
            takes(standing.fresh + standing.changed));
}

QByteArray standingJson(const IndexStanding &standing, const std::filesystem::path &folder)
{
    return bytesOf(Json{{"index", displayText(folder).toStdString()}, {"photos", standing.photos},
        {"known", standing.known}, {"new", standing.fresh}, {"changed", standing.changed},
        {"gone", standing.gone}, {"failed", standing.failed}, {"counted", standing.counted},
        {"counted_gone", standing.countedGone}, {"relabelled", standing.relabelled},
        {"blocks", standing.blocks}, {"current", standing.isCurrent()}});
}

namespace {

QString anewText()
{
    return speaksInWindow() ? IndexTexts::tr("To count anew, remove the index and build it again.")
                            : IndexTexts::tr("To count anew: convscope index build --anew.");
}

} // namespace

QByteArray indexJson(const FilterIndex &index, const std::filesystem::path &folder)
{
    const IndexManifest &told = index.manifest();
    return bytesOf(
        Json{{"index", displayText(folder).toStdString()}, {"photos", nullptr}, {"known", index.photoCount()},
            {"new", nullptr}, {"changed", nullptr}, {"gone", nullptr}, {"failed", told.failures.size()},
            {"counted", told.counted}, {"counted_gone", told.gone}, {"relabelled", nullptr},
            {"current", nullptr}, {"folder", index.about().photos}, {"network", index.about().network}});
}

QString countedText(const IndexStanding &standing)
{
    QStringList texts;
    if (standing.countedGone > 0)
        texts += IndexTexts::tr("Statistics still count photos that have gone or changed since: %1.")
                     .arg(countText(standing.countedGone));
    if (standing.relabelled > 0)
        texts +=
            IndexTexts::tr("Photos whose true class is another one now: %1. Class means and selectivity are "
                           "those of before.")
                .arg(countText(standing.relabelled));
    if (!texts.isEmpty())
        texts += anewText();
    return texts.join(u' ');
}

QStringList triageTexts(const FilterTriage &triage, const FilterSummary &summary, const QStringList &names)
{
    QStringList texts;
    if (triage.isDead)
        texts += (summary.isAliveBehindNorm ? IndexTexts::tr("dead behind its batch norm on all %1 photos")
                                            : IndexTexts::tr("dead on all %1 photos"))
                     .arg(countText(summary.photos));
    if (triage.duplicateOf)
        texts += IndexTexts::tr("answers like filter %1 (cosine %2)")
                     .arg(triage.duplicateOf->filter)
                     .arg(QLocale::c().toString(triage.duplicateOf->cosine, 'f', 3));
    if (triage.firesForClass)
        texts += IndexTexts::tr("fires for %1 (selectivity %2)")
                     .arg(className(names, *triage.firesForClass),
                         QLocale::c().toString(summary.selectivity.value_or(0), 'f', 2));
    if (triage.firesEverywhere)
        texts += IndexTexts::tr("fires everywhere");
    return texts;
}

FilterReport reportOf(const FilterIndex &index, const IndexedLayer &layer, int filter, std::size_t most)
{
    FilterReport report;
    report.layer = layer;
    report.filter = filter;
    report.summary = index.summary(layer, filter);
    report.triage = index.triage(layer, filter);
    report.most = index.extremes(layer, filter, End::Most, most);
    report.least = index.extremes(layer, filter, End::Least, most);
    for (const auto *list : {&report.most, &report.least}) {
        for (const RankedPhoto &each : *list)
            report.photos.push_back(index.photoName(each.photo));
    }
    report.similar = index.similar(layer, filter, 5);
    return report;
}

namespace {

QString placeText(const RankedPhoto &ranked)
{
    return IndexTexts::tr("row %1, column %2").arg(ranked.y).arg(ranked.x);
}

} // namespace

QStringList summaryTexts(const FilterSummary &summary, const QStringList &names)
{
    QStringList lines;
    lines += (summary.isAliveBehindNorm
            ? IndexTexts::tr("photos: %1, of which %2 with a value above 0 behind its batch norm")
            : IndexTexts::tr("photos: %1, of which %2 with a value above 0"))
                 .arg(countText(summary.photos), percent(summary.alive));
    lines += IndexTexts::tr("mean %1, from %2 to %3")
                 .arg(number(summary.mean), number(summary.min), number(summary.max));
    if (summary.zeros)
        lines +=
            IndexTexts::tr("places where the ReLU lets nothing through: %1").arg(percent(*summary.zeros));
    if (summary.sparsity)
        lines += IndexTexts::tr("sparseness over the photos: %1").arg(number(*summary.sparsity));
    if (summary.selectivity && summary.bestClass)
        lines += IndexTexts::tr("class selectivity: %1 (%2)")
                     .arg(number(*summary.selectivity), className(names, *summary.bestClass));
    return lines;
}

namespace {

Json rankedJson(
    const std::vector<RankedPhoto> &ranked, const std::vector<std::string> &names, std::size_t first)
{
    Json all = Json::array();
    for (std::size_t rank = 0; rank < ranked.size(); ++rank)
        all.push_back({{"photo", jsonText(names[first + rank])}, {"value", ranked[rank].value},
            {"y", ranked[rank].y}, {"x", ranked[rank].x}});
    return all;
}

Json summaryJson(const FilterSummary &summary)
{
    Json json = {{"photos", summary.photos}, {"mean", summary.mean}, {"deviation", summary.deviation},
        {"min", summary.min}, {"max", summary.max}, {"response", summary.response}, {"alive", summary.alive}};
    const auto add = [&](const char *key, const auto &value) { json[key] = value ? Json(*value) : Json(); };
    add("zeros", summary.zeros);
    add("sparseness", summary.sparsity);
    add("selectivity", summary.selectivity);
    add("best_class", summary.bestClass);
    Json classes = Json::object();
    for (const auto &[label, response] : summary.classResponses)
        classes[std::to_string(label)] = response;
    json["class_responses"] = classes;
    return json;
}

Json triageJson(const FilterTriage &triage)
{
    Json json = {{"dead", triage.isDead}, {"fires_everywhere", triage.firesEverywhere}};
    json["fires_for_class"] = triage.firesForClass ? Json(*triage.firesForClass) : Json();
    json["duplicate_of"] = triage.duplicateOf
        ? Json{{"filter", triage.duplicateOf->filter}, {"cosine", triage.duplicateOf->cosine}}
        : Json();
    return json;
}

} // namespace

namespace {

/// What one should know of the statistics. Without photos beside it nobody knows which have other classes
/// now.
void addCounted(Json &json, const IndexStanding &standing)
{
    json["counted_gone"] = standing.countedGone;
    json["relabelled"] = standing.isBuilt ? Json(standing.relabelled) : Json();
}

} // namespace

QString filterText(const FilterReport &report, const QStringList &classNames)
{
    QString text =
        IndexTexts::tr("Layer %1 (%2, %3), filter %4 of %5")
            .arg(report.layer.index)
            .arg(QString::fromStdString(report.layer.name), QString::fromStdString(report.layer.kind))
            .arg(report.filter)
            .arg(report.layer.filters)
        + u'\n';
    for (const QString &line : summaryTexts(report.summary, classNames))
        text += line + u'\n';
    for (const QString &line : triageTexts(report.triage, report.summary, classNames))
        text += line + u'\n';
    Table photos({Table::Align::Right, Table::Align::Right, Table::Align::Left, Table::Align::Left});
    for (std::size_t rank = 0; rank < report.most.size(); ++rank)
        photos.addRow({QString::number(rank + 1), number(report.most[rank].value),
            displayText(std::filesystem::path(report.photos[rank])), placeText(report.most[rank])});
    text += photos.text(QStringLiteral("  "));
    if (!report.similar.empty()) {
        QStringList similar;
        for (const SimilarFilter &each : report.similar)
            similar +=
                IndexTexts::tr("%1 (%2)").arg(each.filter).arg(QLocale::c().toString(each.cosine, 'f', 2));
        text += IndexTexts::tr("most similar filters (cosine): %1").arg(similar.join(QStringLiteral(", ")))
            + u'\n';
    }
    return text;
}

QByteArray filterJson(
    const FilterReport &report, const QStringList &classNames, const IndexStanding &standing)
{
    Json json = {{"layer",
                     {{"index", report.layer.index}, {"name", report.layer.name}, {"kind", report.layer.kind},
                         {"filters", report.layer.filters}, {"height", report.layer.height},
                         {"width", report.layer.width}}},
        {"filter", report.filter}, {"summary", summaryJson(report.summary)},
        {"triage", triageJson(report.triage)}};
    Json names = Json::array();
    for (const QString &name : classNames)
        names.push_back(name.toStdString());
    json["classes"] = names;
    json["top"] = rankedJson(report.most, report.photos, 0);
    json["least"] = rankedJson(report.least, report.photos, report.most.size());
    Json similar = Json::array();
    for (const SimilarFilter &each : report.similar)
        similar.push_back({{"filter", each.filter}, {"cosine", each.cosine}});
    json["similar"] = similar;
    addCounted(json, standing);
    return bytesOf(json);
}

QString layerText(const FilterIndex &index, const IndexedLayer &layer, const QStringList &classNames)
{
    const std::vector<FilterSummary> all = index.summaries(layer);
    const std::vector<FilterTriage> triage = index.triage(layer);
    Table table({Table::Align::Right, Table::Align::Right, Table::Align::Right, Table::Align::Right,
        Table::Align::Right, Table::Align::Left});
    table.addRow({IndexTexts::tr("filter"), IndexTexts::tr("largest"), IndexTexts::tr("alive"),
        IndexTexts::tr("sparseness"), IndexTexts::tr("selectivity"), QString()});
    const auto optional = [](const std::optional<double> &value) {
        return value ? QLocale::c().toString(*value, 'f', 2) : QStringLiteral("–");
    };
    for (std::size_t filter = 0; filter < all.size(); ++filter)
        table.addRow({QString::number(filter), number(all[filter].max), percent(all[filter].alive),
            optional(all[filter].sparsity), optional(all[filter].selectivity),
            triageTexts(triage[filter], all[filter], classNames).join(QStringLiteral("; "))});
    return table.text();
}

QByteArray layerJson(const FilterIndex &index, const IndexedLayer &layer, const IndexStanding &standing)
{
    const std::vector<FilterSummary> all = index.summaries(layer);
    const std::vector<FilterTriage> triage = index.triage(layer);
    Json filters = Json::array();
    for (std::size_t filter = 0; filter < all.size(); ++filter)
        filters.push_back({{"filter", filter}, {"summary", summaryJson(all[filter])},
            {"triage", triageJson(triage[filter])}});
    Json json{{"layer", layer.index}, {"name", layer.name}, {"filters", filters}};
    addCounted(json, standing);
    return bytesOf(json);
}

} // namespace convscope
