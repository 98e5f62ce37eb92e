#include "ui/present/photomap.h"

#include "ui/present/counttext.h"
#include "ui/present/numbertext.h"
#include "ui/present/paths.h"
#include "ui/present/percent.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PhotoMap)
};

const QColor unknownColour(0x99, 0x99, 0x99);

template <typename Value> std::optional<int> at(const std::vector<Value> &list, std::size_t photo)
{
    return photo < list.size() ? list[photo] : std::nullopt;
}

/// Photos put into groups one after the other, where the groups are known by then.
class Grouping
{
public:
    explicit Grouping(const PhotoMapData &data)
        : m_data(data)
    {
        m_marks.groupOf.assign(data.count(), -1);
        m_marks.colours.assign(data.count(), unknownColour.rgb());
    }

    int add(const QString &name, const QColor &colour, MarkShape shape = MarkShape::Circle)
    {
        m_marks.groups.push_back({name, {colour, shape}});
        return int(m_marks.groups.size()) - 1;
    }

    void put(std::size_t photo, int group)
    {
        MapGroup &into = m_marks.groups[std::size_t(group)];
        m_marks.groupOf[photo] = group;
        m_marks.colours[photo] = into.mark.colour.rgb();
        into.count += std::size_t(m_data.isShown(photo));
    }

    /// Without groups that are empty.
    MapMarks finish()
    {
        std::vector<int> places(m_marks.groups.size(), -1);
        std::vector<MapGroup> kept;
        for (std::size_t group = 0; group < places.size(); ++group) {
            if (m_marks.groups[group].count > 0) {
                places[group] = int(kept.size());
                kept.push_back(m_marks.groups[group]);
            }
        }
        for (int &group : m_marks.groupOf)
            group = group < 0 ? -1 : places[std::size_t(group)];
        m_marks.groups = std::move(kept);
        return std::move(m_marks);
    }

    MapMarks &marks() { return m_marks; }

private:
    const PhotoMapData &m_data;
    MapMarks m_marks;
};

/// Colours are those that the classes have everywhere; where two share one, shapes tell them apart.
MapMarks byClass(
    const PhotoMapData &data, const std::vector<std::optional<int>> &classes, const QString &none)
{
    std::map<int, std::size_t> counts;
    for (std::size_t photo = 0; photo < data.count(); ++photo) {
        if (const std::optional<int> label = at(classes, photo); label && data.isShown(photo))
            ++counts[*label];
    }
    std::vector<int> frequent;
    for (const auto &[label, count] : counts)
        frequent.push_back(label);
    const bool isFull = frequent.size() > mostMapGroups;
    if (isFull) {
        std::ranges::stable_sort(frequent, [&](int a, int b) { return counts[a] > counts[b]; });
        frequent.resize(mostMapGroups);
    }
    Grouping grouping(data);
    std::map<int, int> groups;
    std::map<QRgb, int> used;
    for (const int label : frequent) {
        const QColor colour = classColour(label);
        const auto shape = MarkShape(used[colour.rgb()]++ % markShapes);
        groups[label] = grouping.add(className(data.classNames, label), colour, shape);
    }
    const int others = isFull
        ? grouping.add(Texts::tr("%1 other classes").arg(counts.size() - frequent.size()), unknownColour,
            MarkShape::Square)
        : -1;
    const int unknown = grouping.add(none, unknownColour);
    for (std::size_t photo = 0; photo < data.count(); ++photo) {
        const std::optional<int> label = at(classes, photo);
        const auto group = label ? groups.find(*label) : groups.end();
        if (group != groups.end())
            grouping.put(photo, group->second);
        else if (!label || data.isShown(photo)) // a class that is on no photo of the map is in no group
            grouping.put(photo, label ? others : unknown);
    }
    return grouping.finish();
}

MapMarks byRight(const PhotoMapData &data)
{
    Grouping grouping(data);
    const int right = grouping.add(Texts::tr("right"), forColour(Colours::Board));
    const int wrong = grouping.add(Texts::tr("wrong"), againstColour(Colours::Board), MarkShape::Diamond);
    const int unknown = grouping.add(Texts::tr("not known"), unknownColour);
    for (std::size_t photo = 0; photo < data.count(); ++photo) {
        const std::optional<int> label = data.label(photo);
        const std::optional<int> predicted = data.prediction(photo);
        grouping.put(photo, !label || !predicted ? unknown : label == predicted ? right : wrong);
    }
    return grouping.finish();
}

MapMarks byValue(const PhotoMapData &data)
{
    Grouping grouping(data);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto valueOf = [&](std::size_t photo) {
        return photo < data.values.size() ? double(data.values[photo]) : std::nan("");
    };
    for (std::size_t photo = 0; photo < data.count(); ++photo) {
        if (const double value = valueOf(photo); std::isfinite(value) && data.isShown(photo)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    const int unknown = grouping.add(Texts::tr("no value"), unknownColour);
    MapMarks &marks = grouping.marks();
    for (std::size_t photo = 0; photo < data.count(); ++photo) {
        const double value = valueOf(photo);
        if (std::isfinite(value))
            marks.colours[photo] = colourAt(mapValueColours, high > low ? (value - low) / (high - low) : 0.5);
        else
            grouping.put(photo, unknown);
    }
    if (low <= high)
        marks.range = {low, high};
    return grouping.finish();
}

} // namespace

std::optional<int> PhotoMapData::label(std::size_t photo) const { return at(labels, photo); }
std::optional<int> PhotoMapData::prediction(std::size_t photo) const { return at(predicted, photo); }

MapMark MapMarks::markOf(const PhotoMapData &data, std::size_t photo) const
{
    const int group = groupOf[photo];
    return {QColor::fromRgb(colours[photo]),
        group < 0 ? MarkShape::Circle : groups[std::size_t(group)].mark.shape,
        data.map.standings[photo] == PhotoMap::Standing::Placed};
}

MapMarks mapMarks(const PhotoMapData &data, MapColouring colouring)
{
    switch (colouring) {
    case MapColouring::TrueClass:
        return byClass(data, data.labels, Texts::tr("no true class"));
    case MapColouring::PredictedClass:
        return byClass(data, data.predicted, Texts::tr("not asked"));
    case MapColouring::RightOrWrong:
        return byRight(data);
    case MapColouring::Value:
        break;
    }
    return byValue(data);
}

QString mapPhotoText(const PhotoMapData &data, std::size_t photo)
{
    QStringList lines;
    if (photo < data.files.size())
        lines += displayText(data.files[photo].filename());
    if (const std::optional<int> label = data.label(photo))
        lines += Texts::tr("True class: %1").arg(className(data.classNames, *label));
    if (const std::optional<int> predicted = data.prediction(photo)) {
        const QString name = className(data.classNames, *predicted);
        lines += photo < data.confidence.size()
            ? Texts::tr("Predicted: %1, %2").arg(name, percent(double(data.confidence[photo])))
            : Texts::tr("Predicted: %1").arg(name);
    }
    if (photo < data.values.size() && std::isfinite(data.values[photo]))
        lines += Texts::tr("%1: %2").arg(data.valueName, QString::number(double(data.values[photo]), 'g', 4));
    if (data.map.standings[photo] == PhotoMap::Standing::Placed)
        lines += Texts::tr("Placed beside its nearest photos");
    return lines.join(u'\n');
}

QStringList mapNotes(const PhotoMapData &data)
{
    QStringList notes;
    const auto stand = [&](PhotoMap::Standing standing) {
        return std::ranges::count(data.map.standings, standing);
    };
    const auto placed = stand(PhotoMap::Standing::Placed);
    const auto nowhere = stand(PhotoMap::Standing::Nowhere);
    if (data.map.method == MapMethod::Pca && data.count() > std::size_t(nowhere)) {
        notes += Texts::tr("Principal components: across %1 of the variance, upwards %2.")
                     .arg(percent(data.map.shares[0]), percent(data.map.shares[1]));
    } else if (data.map.method == MapMethod::Tsne) {
        notes +=
            Texts::tr("t-SNE: near photos have similar features. Distances between groups and the sizes of "
                      "groups mean little.");
        if (data.map.kept < 0.9)
            notes += Texts::tr(
                "Neighbours are looked for in 50 principal components, which have %1 of the variance.")
                         .arg(percent(data.map.kept));
    }
    if (placed > 0)
        notes += Texts::tr(
            "t-SNE moved a sample of %1 photos, with its classes as even as can be. The other %2 are "
            "placed beside their nearest, and are hollow.")
                     .arg(countText(stand(PhotoMap::Standing::Own)), countText(placed));
    if (nowhere > 0)
        notes += nowhere == 1 ? Texts::tr("1 photo is not on the map.")
                              : Texts::tr("%1 photos are not on the map.").arg(countText(nowhere));
    return notes + data.notes;
}

QString colouringText(MapColouring colouring)
{
    switch (colouring) {
    case MapColouring::TrueClass:
        return Texts::tr("True class");
    case MapColouring::PredictedClass:
        return Texts::tr("Predicted class");
    case MapColouring::RightOrWrong:
        return Texts::tr("Right or wrong");
    case MapColouring::Value:
        break;
    }
    return Texts::tr("Value of a filter");
}

QString mapMethodText(MapMethod method)
{
    return method == MapMethod::Pca ? Texts::tr("Principal components") : Texts::tr("t-SNE");
}

std::vector<int> paintingOrder(std::size_t count)
{
    // Steps of a fixed length around the list that has no part in common with its length reach each place
    // once.
    std::vector<int> order(count);
    std::size_t step = std::size_t(double(count) * 0.6180339887498949) | 1;
    while (count > 0 && std::gcd(step, count) != 1)
        ++step;
    for (std::size_t i = 0, at = 0; i < count; ++i, at = (at + step) % count)
        order[i] = int(at);
    return order;
}

} // namespace convscope
