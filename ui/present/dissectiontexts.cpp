#include "ui/present/dissectiontexts.h"

#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

namespace convscope {

namespace {

struct DissectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(DissectionTexts)
};

using Json = nlohmann::ordered_json;

/// The class whose masks the filter overlaps best; end() without classes.
auto bestClass(const DissectedFilter &filter)
{
    return std::max_element(filter.classes.begin(), filter.classes.end(),
        [](const auto &a, const auto &b) { return a.second.iou() < b.second.iou(); });
}

QString iouText(const Overlap &overlap) { return QLocale::c().toString(overlap.iou(), 'f', 3); }

Json overlapJson(const Overlap &overlap)
{
    return {{"iou", overlap.iou()}, {"both", overlap.both}, {"either", overlap.either}};
}

} // namespace

QString dissectionText(const Dissection &dissection, const QStringList &classNames)
{
    std::vector<std::size_t> order(dissection.filters.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return dissection.filters[a].all.iou() > dissection.filters[b].all.iou();
    });
    Table table({Table::Align::Right, Table::Align::Right, Table::Align::Right, Table::Align::Left,
        Table::Align::Right, Table::Align::Left});
    table.addRow({DissectionTexts::tr("filter"), DissectionTexts::tr("threshold"),
        DissectionTexts::tr("IoU with all masks"), DissectionTexts::tr("best class"),
        DissectionTexts::tr("IoU"), QString()});
    for (const std::size_t place : order) {
        const DissectedFilter &filter = dissection.filters[place];
        const auto best = bestClass(filter);
        const bool hasClass = best != filter.classes.end();
        const bool isDetector = filter.all.iou() >= DissectedFilter::detector
            || (hasClass && best->second.iou() >= DissectedFilter::detector);
        table.addRow({QString::number(place), QLocale::c().toString(filter.threshold, 'g', 4),
            iouText(filter.all), hasClass ? className(classNames, best->first) : QString(),
            hasClass ? iouText(best->second) : QString(),
            isDetector ? DissectionTexts::tr("detector") : QString()});
    }
    return DissectionTexts::tr(
               "%1 photos with a mask. A detector overlaps by at least %2 (network dissection).")
               .arg(dissection.photos)
               .arg(QLocale::c().toString(DissectedFilter::detector))
        + u'\n' + table.text();
}

QByteArray dissectionJson(const Dissection &dissection, const QStringList &classNames)
{
    Json filters = Json::array();
    for (std::size_t place = 0; place < dissection.filters.size(); ++place) {
        const DissectedFilter &filter = dissection.filters[place];
        Json classes = Json::object();
        for (const auto &[label, overlap] : filter.classes)
            classes[std::to_string(label)] = overlapJson(overlap);
        filters.push_back({{"filter", place}, {"threshold", filter.threshold},
            {"all", overlapJson(filter.all)}, {"classes", classes}});
    }
    Json names = Json::array();
    for (const QString &name : classNames)
        names.push_back(name.toStdString());
    return QByteArray::fromStdString(
               Json{{"photos", dissection.photos}, {"classes", names}, {"filters", filters}}.dump(2))
        + '\n';
}

} // namespace convscope
