#include "ui/present/comparisontexts.h"

#include "ui/present/numbertext.h"
#include "ui/present/paths.h"
#include "ui/present/recipe.h"
#include "ui/present/sentences.h"

namespace convscope {

namespace {

template <typename Value> Json orNull(const std::optional<Value> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

const char *betterWord(Better better)
{
    return better == Better::Higher ? "higher" : better == Better::Lower ? "lower" : "neither";
}

Json parametersOf(const ComparisonPlan &plan, std::size_t map)
{
    return ComparisonPlan::isRival(map) ? Json::object() : parametersJson(plan.question(map));
}

Json cellJson(const ComparedCell &cell)
{
    const bool hasMean = cell.photos > 0;
    return {{"mean", hasMean ? Json(cell.mean) : Json(nullptr)},
        {"low", cell.interval ? Json(cell.interval->low) : Json(nullptr)},
        {"high", cell.interval ? Json(cell.interval->high) : Json(nullptr)}, {"images", cell.photos},
        {"values", cell.values}, {"silent", cell.silent}, {"failed", cell.failed}};
}

Json measuresJson(const ComparisonPlan &plan, const ComparisonSummary &summary)
{
    Json measures = Json::array();
    for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
        const MeasureTraits &traits = plan.measures[measure]->traits();
        const ComparedColumn &column = summary.columns[measure];
        measures.push_back(
            {{"measure", traits.name}, {"better", betterWord(traits.better)}, {"images", column.photos},
                {"best", orNull(column.best)}, {"better_rival", orNull(column.betterRival)}});
    }
    return measures;
}

Json mapsJson(const ComparisonPlan &plan, const ComparisonSummary &summary)
{
    Json maps = Json::array();
    for (std::size_t map = 0; map < plan.mapCount(); ++map) {
        Json results = Json::object();
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure)
            results[plan.measures[measure]->traits().name] = cellJson(summary.columns[measure].cells[map]);
        maps.push_back({{"map", mapName(plan, map)}, {"parameters", parametersOf(plan, map)},
            {"rival", ComparisonPlan::isRival(map)}, {"results", results}});
    }
    return maps;
}

Json photoJson(const ComparisonPlan &plan, const PhotoRef &ref, const ComparedPhoto &photo)
{
    Json targets = Json::array();
    Json values = Json::array();
    for (std::size_t map = 0; map < plan.mapCount(); ++map) {
        targets.push_back(orNull(photo.maps[map].target));
        Json ofMap = Json::array();
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure)
            ofMap.push_back(orNull(photo.value(map, measure)));
        values.push_back(std::move(ofMap));
    }
    return {{"image", ref.file.string()}, {"sha256", photo.hash}, {"label", orNull(ref.label)},
        {"predicted", orNull(photo.predicted)}, {"probability", photo.probability}, {"targets", targets},
        {"values", values}};
}

/// In quotes where it takes them.
std::string csvField(const std::string &text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string number(double value) { return numberText(value).toStdString(); }

/// The beginning of a line: the map and its parameters.
std::string csvMap(const ComparisonPlan &plan, std::size_t map)
{
    const Json parameters = parametersOf(plan, map);
    return std::string(mapName(plan, map)) + ','
        + (parameters.empty() ? std::string() : csvField(parameters.dump()));
}

} // namespace

QByteArray comparisonJson(
    const ComparisonPlan &plan, const ComparedPhotos &photos, const ComparisonSummary &summary)
{
    Json known = Json::array();
    Json failed = Json::array();
    for (std::size_t place = 0; place < photos.size(); ++place) {
        const auto &photo = photos[place];
        if (!photo || photo->sameAs)
            continue;
        if (photo->error)
            failed.push_back({{"image", plan.photos[place].file.string()},
                {"error", sentence(*photo->error).toStdString()}});
        else
            known.push_back(photoJson(plan, plan.photos[place], *photo));
    }
    return asciiText({{"images", summary.done}, {"equal", summary.equal}, {"failed", failed},
        {"without_label", summary.withoutLabel}, {"different_classes", summary.differentClasses},
        {"same_answer", summary.isAnswerTheSame},
        {"interval",
            {{"share", bootstrapShare}, {"resamples", bootstrapResamples}, {"seed", bootstrapSeed.value}}},
        {"measures", measuresJson(plan, summary)}, {"maps", mapsJson(plan, summary)}, {"photos", known}});
}

QByteArray comparisonCsv(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::optional<std::size_t> sortedBy)
{
    std::string text = "map,parameters,measure,better,mean,low,high,images,best\n";
    for (const std::size_t map : sortedMaps(plan, summary, sortedBy)) {
        for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
            const MeasureTraits &traits = plan.measures[measure]->traits();
            const ComparedColumn &column = summary.columns[measure];
            const ComparedCell &cell = column.cells[map];
            text += csvMap(plan, map) + ',' + traits.name + ',' + betterWord(traits.better) + ','
                + (cell.photos > 0 ? number(cell.mean) : "") + ','
                + (cell.interval ? number(cell.interval->low) + ',' + number(cell.interval->high) : ",") + ','
                + std::to_string(cell.photos) + ',' + (column.best == map ? "1" : "0") + '\n';
        }
    }
    return QByteArray::fromStdString(text);
}

QByteArray comparisonPhotosCsv(const ComparisonPlan &plan, const ComparedPhotos &photos)
{
    std::string text = "image,map,parameters,measure,value\n";
    for (std::size_t place = 0; place < photos.size(); ++place) {
        if (!photos[place] || photos[place]->sameAs)
            continue;
        const std::string image = csvField(plan.photos[place].file.string());
        for (std::size_t map = 0; map < plan.mapCount(); ++map) {
            for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
                if (const std::optional<double> value = photos[place]->value(map, measure))
                    text += image + ',' + csvMap(plan, map) + ',' + plan.measures[measure]->traits().name
                        + ',' + number(*value) + '\n';
            }
        }
    }
    return QByteArray::fromStdString(text);
}

} // namespace convscope
