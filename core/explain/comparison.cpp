#include "core/explain/comparison.h"

#include "core/explain/request.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Probabilities that differ by less are the same answer.
constexpr double sameProbability = 1e-6;

/// Whether value `a` speaks more for a map than value `b`.
bool isBetter(Better better, double a, double b) { return better == Better::Lower ? a < b : a > b; }

/// Works out one column.
class Column
{
public:
    Column(const ComparisonPlan &plan, const ComparedPhotos &photos, std::size_t measure)
        : m_plan(plan)
        , m_photos(photos)
        , m_measure(measure)
        , m_better(plan.measures[measure]->traits().better)
    {
        m_column.cells.resize(plan.mapCount());
    }

    ComparedColumn take()
    {
        count();
        takeMeans();
        markBest();
        return std::move(m_column);
    }

private:
    void count()
    {
        for (const auto &photo : m_photos) {
            if (!photo || photo->sameAs)
                continue;
            for (std::size_t map = 0; map < photo->maps.size(); ++map) {
                const std::optional<Finding> &finding = photo->maps[map].findings[m_measure];
                if (!finding)
                    continue;
                ComparedCell &cell = m_column.cells[map];
                ++(finding->value ? cell.values : finding->error ? cell.failed : cell.silent);
            }
        }
    }

    void takeMeans()
    {
        std::vector<std::vector<double>> lists(m_column.cells.size());
        const std::vector<std::size_t> counted = countedPhotos(m_plan, m_photos, m_measure);
        m_column.photos = int(counted.size());
        for (const std::size_t place : counted) {
            for (std::size_t map = 0; map < lists.size(); ++map) {
                if (const std::optional<double> value = m_photos[place]->value(map, m_measure))
                    lists[map].push_back(*value);
            }
        }
        // Lists of one length are drawn from together.
        std::vector<std::vector<double>> whole;
        std::vector<std::size_t> maps;
        for (std::size_t map = 0; map < lists.size(); ++map) {
            if (lists[map].empty())
                continue;
            setMean(map, lists[map]);
            if (int(lists[map].size()) == m_column.photos) {
                whole.push_back(std::move(lists[map]));
                maps.push_back(map);
            } else {
                m_column.cells[map].interval = bootstrapIntervals({lists[map]}).front();
            }
        }
        const std::vector<std::optional<Interval>> intervals = bootstrapIntervals(whole);
        for (std::size_t i = 0; i < maps.size(); ++i)
            m_column.cells[maps[i]].interval = intervals[i];
    }

    void setMean(std::size_t map, const std::vector<double> &values)
    {
        m_column.cells[map].photos = int(values.size());
        m_column.cells[map].mean = meanOf(values);
    }

    /// The map with the best mean among the rivals or the methods.
    std::optional<std::size_t> bestOf(bool rivals) const
    {
        std::optional<std::size_t> best;
        for (std::size_t map = 0; map < m_column.cells.size(); ++map) {
            const ComparedCell &cell = m_column.cells[map];
            if (ComparisonPlan::isRival(map) != rivals || cell.photos == 0)
                continue;
            if (!best || isBetter(m_better, cell.mean, m_column.cells[*best].mean))
                best = map;
        }
        return best;
    }

    void markBest()
    {
        const std::optional<std::size_t> method = bestOf(false);
        if (m_better == Better::Neither || !method)
            return;
        const std::optional<std::size_t> rival = bestOf(true);
        if (rival && !isBetter(m_better, m_column.cells[*method].mean, m_column.cells[*rival].mean))
            m_column.betterRival = rival;
        if (!m_column.betterRival && standsOut(*method))
            m_column.best = method;
    }

    /// Whether there is another method, and the interval overlaps that of no other map: a rival counts, too.
    bool standsOut(std::size_t method) const
    {
        const std::optional<Interval> &interval = m_column.cells[method].interval;
        bool hasOthers = false;
        for (std::size_t map = 0; map < m_column.cells.size(); ++map) {
            const ComparedCell &cell = m_column.cells[map];
            if (map == method || cell.photos == 0)
                continue;
            if (!interval || !cell.interval || interval->overlaps(*cell.interval))
                return false;
            hasOthers = hasOthers || !ComparisonPlan::isRival(map);
        }
        return hasOthers;
    }

    const ComparisonPlan &m_plan;
    const ComparedPhotos &m_photos;
    std::size_t m_measure;
    Better m_better;
    ComparedColumn m_column;
};

/// The methods that have a value of a measure on some photo.
std::vector<std::size_t> methodsWithValues(
    const ComparisonPlan &plan, const ComparedPhotos &photos, std::size_t measure)
{
    std::vector<std::size_t> methods;
    for (std::size_t map = comparedRivals.size(); map < plan.mapCount(); ++map) {
        const auto hasValue = [&](const auto &photo) {
            return photo && !photo->sameAs && photo->value(map, measure);
        };
        if (std::any_of(photos.begin(), photos.end(), hasValue))
            methods.push_back(map);
    }
    return methods;
}

bool areClassesDifferent(const ComparedPhoto &photo)
{
    std::optional<int> first;
    for (std::size_t map = comparedRivals.size(); map < photo.maps.size(); ++map) {
        const std::optional<int> &target = photo.maps[map].target;
        if (target && first && *target != *first)
            return true;
        if (target)
            first = target;
    }
    return false;
}

bool isAnswerTheSame(const ComparedPhotos &photos)
{
    const ComparedPhoto *first = nullptr;
    int others = 0;
    for (const auto &photo : photos) {
        if (!photo || !photo->predicted || photo->sameAs)
            continue;
        if (!first) {
            first = photo.get();
            continue;
        }
        if (photo->predicted != first->predicted
            || std::abs(photo->probability - first->probability) > sameProbability)
            return false;
        ++others;
    }
    return others > 0;
}

} // namespace

bool ComparedMap::isComplete() const
{
    return std::all_of(findings.begin(), findings.end(),
        [](const std::optional<Finding> &finding) { return finding.has_value(); });
}

std::optional<double> ComparedPhoto::value(std::size_t map, std::size_t measure) const
{
    if (map >= maps.size())
        return {};
    const std::optional<Finding> &finding = maps[map].findings[measure];
    return finding ? finding->value : std::nullopt;
}

std::vector<std::size_t> countedPhotos(
    const ComparisonPlan &plan, const ComparedPhotos &photos, std::size_t measure)
{
    const std::vector<std::size_t> methods = methodsWithValues(plan, photos, measure);
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < photos.size() && !methods.empty(); ++place) {
        const auto hasValue = [&](std::size_t map) { return photos[place]->value(map, measure).has_value(); };
        if (photos[place] && !photos[place]->sameAs && std::all_of(methods.begin(), methods.end(), hasValue))
            places.push_back(place);
    }
    return places;
}

ComparisonSummary summaryOf(const ComparisonPlan &plan, const ComparedPhotos &photos)
{
    ComparisonSummary summary;
    for (std::size_t measure = 0; measure < plan.measures.size(); ++measure)
        summary.columns.push_back(Column(plan, photos, measure).take());
    const bool isAboutTruth = std::any_of(plan.questions.begin(), plan.questions.end(),
        [](const MethodOptions &question) { return dependsOnLabel(question); });
    for (std::size_t place = 0; place < photos.size(); ++place) {
        const auto &photo = photos[place];
        if (!photo)
            continue;
        summary.equal += photo->sameAs.has_value();
        summary.failed += photo->error.has_value();
        if (photo->sameAs || photo->error)
            continue;
        summary.done += photo->isDone;
        summary.withoutLabel += isAboutTruth && !plan.photos[place].label;
        summary.differentClasses += areClassesDifferent(*photo);
    }
    summary.isAnswerTheSame = isAnswerTheSame(photos);
    return summary;
}

std::vector<std::size_t> sortedMaps(
    const ComparisonPlan &plan, const ComparisonSummary &summary, std::optional<std::size_t> measure)
{
    std::vector<std::size_t> maps(plan.mapCount());
    for (std::size_t map = 0; map < maps.size(); ++map)
        maps[map] = map;
    if (!measure)
        return maps;
    const std::vector<ComparedCell> &cells = summary.columns[*measure].cells;
    const Better better = plan.measures[*measure]->traits().better;
    std::stable_sort(maps.begin() + comparedRivals.size(), maps.end(), [&](std::size_t a, std::size_t b) {
        if (cells[a].photos == 0 || cells[b].photos == 0)
            return cells[a].photos > 0 && cells[b].photos == 0;
        return isBetter(better, cells[a].mean, cells[b].mean);
    });
    return maps;
}

std::vector<std::size_t> sortedPhotos(
    const ComparisonPlan &plan, const ComparedPhotos &photos, std::size_t map, std::size_t measure)
{
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < photos.size(); ++place) {
        if (photos[place] && !photos[place]->sameAs && photos[place]->value(map, measure))
            places.push_back(place);
    }
    const Better better = plan.measures[measure]->traits().better;
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return isBetter(better, *photos[a]->value(map, measure), *photos[b]->value(map, measure));
    });
    return places;
}

std::vector<PhotoRef> spreadPhotos(const std::vector<PhotoRef> &photos, std::size_t count)
{
    if (count >= photos.size())
        return photos;
    std::vector<PhotoRef> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(photos[i * photos.size() / count]);
    return chosen;
}

const char *mapName(const ComparisonPlan &plan, std::size_t map)
{
    return ComparisonPlan::isRival(map) ? word(comparedRivals[map]) : methodName(plan.question(map));
}

} // namespace convscope
