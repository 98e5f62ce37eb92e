#include "ui/present/description.h"

#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Description)
};

constexpr int parts = 3; ///< along each side

/// Of the nine parts of a picture, counted by rows from the upper left.
QString partText(int part)
{
    const std::array<QString, parts * parts> names{Texts::tr("at the upper left"), Texts::tr("at the top"),
        Texts::tr("at the upper right"), Texts::tr("at the left"), Texts::tr("in the middle"),
        Texts::tr("at the right"), Texts::tr("at the lower left"), Texts::tr("at the bottom"),
        Texts::tr("at the lower right")};
    return names[std::size_t(part)];
}

/// `x` and `y` in [0, 1).
int partAt(double x, double y) { return int(y * parts) * parts + int(x * parts); }

/// Empty where nothing stands out.
QString strongestPart(const Map &map)
{
    std::array<double, parts * parts> sums{};
    std::array<int, parts * parts> counts{};
    for (int y = 0; y < map.height; ++y) {
        for (int x = 0; x < map.width; ++x) {
            const auto part = std::size_t(partAt((x + 0.5) / map.width, (y + 0.5) / map.height));
            for (int channel = 0; channel < map.channels; ++channel) {
                sums[part] += map.at(channel, y, x);
                ++counts[part];
            }
        }
    }
    std::optional<std::size_t> best;
    const auto mean = [&](std::size_t part) { return sums[part] / counts[part]; };
    for (std::size_t part = 0; part < sums.size(); ++part) {
        if (counts[part] > 0 && (!best || mean(part) > mean(*best)))
            best = part;
    }
    const Range range = rangeOf(map);
    return best && range.high > range.low ? partText(int(*best)) : QString();
}

/// Where the middle of a superpixel lies.
QString placeOf(const Segmentation &segments, int segment)
{
    double x = 0;
    double y = 0;
    int count = 0;
    for (std::size_t pixel = 0; pixel < segments.labels.size(); ++pixel) {
        if (segments.labels[pixel] == segment) {
            const std::size_t line = pixel / std::size_t(segments.width);
            x += double(pixel % std::size_t(segments.width)) + 0.5;
            y += double(line) + 0.5;
            ++count;
        }
    }
    return count == 0 ? QString() : partText(partAt(x / count / segments.width, y / count / segments.height));
}

struct Description
{
    const MethodOptions &options;
    const QStringList &classNames;

    QString operator()(const Attribution &answer) const
    {
        const QString part = strongestPart(strength(answer));
        if (answer.isRival)
            return part.isEmpty() ? Texts::tr("without the network: the same everywhere")
                                  : Texts::tr("without the network: strongest %1").arg(part);
        const QString name = explainedName(classNames, answer.target);
        if (answer.meaning == Meaning::Difference)
            return part.isEmpty() ? Texts::tr("for %1: both are the same").arg(name)
                                  : Texts::tr("for %1: they differ most %2").arg(name, part);
        return part.isEmpty() ? Texts::tr("for %1: the same everywhere").arg(name)
                              : Texts::tr("for %1: strongest %2").arg(name, part);
    }
    QString operator()(const Activation &answer) const
    {
        const QString part = strongestPart(answer.map);
        return part.isEmpty() ? Texts::tr("of %1: the same everywhere").arg(filter())
                              : Texts::tr("of %1: strongest %2").arg(filter(), part);
    }
    QString operator()(const LayerMaps &answer) const
    {
        return Texts::tr("for %1; layers: %2")
            .arg(explainedName(classNames, answer.target))
            .arg(answer.maps.size());
    }
    QString operator()(const FilterWeights &answer) const
    {
        const QString name = explainedName(classNames, answer.target);
        const std::vector<int> first = answer.strongest(1);
        if (first.empty() || answer.weights[std::size_t(first[0])] == 0)
            return Texts::tr("for %1: no filter adds anything").arg(name);
        return Texts::tr("for %1: filter %2 counts most, %3")
            .arg(name)
            .arg(first[0])
            .arg(shortNumber(answer.weights[std::size_t(first[0])]));
    }
    QString operator()(const OptimisedImage &) const
    {
        const ClassId *label = fieldOf<ClassId>(options);
        if (label && counts(options, "class"))
            return Texts::tr("of %1: what excites the class most").arg(className(classNames, *label));
        return Texts::tr("of %1: what excites the filter most").arg(filter());
    }
    QString operator()(const SuperpixelWeights &answer) const
    {
        const auto signs = markedSigns(answer.ofTarget(), answer.segments.count, answer.marking);
        const QStringList sides{
            side(answer, answer.ofTarget(), signs, 1), side(answer, answer.ofTarget(), signs, -1)};
        return Texts::tr("for %1: %2; %3").arg(explainedName(classNames, answer.target), sides[0], sides[1]);
    }

    QString filter() const
    {
        const LayerId *layer = fieldOf<LayerId>(options);
        const FilterId *filter = fieldOf<FilterId>(options);
        return Texts::tr("layer %1, filter %2").arg(layer ? layer->index : 0).arg(filter ? filter->index : 0);
    }

    /// What speaks for the class, where the map tells that from what speaks against it.
    static Map strength(const Attribution &answer)
    {
        if (answer.meaning == Meaning::Sensitivity)
            return answer.map;
        if (answer.meaning == Meaning::Slope || answer.meaning == Meaning::Difference)
            return sizesOf(sumOfChannels(answer.map));
        Map map = sumOfChannels(answer.map);
        for (double &value : map.values)
            value = std::max(0.0, value);
        return map;
    }

    /// What speaks for the class (1) or against it (−1).
    static QString side(const SuperpixelWeights &answer, const ClassWeights &ofClass,
        const std::vector<std::int8_t> &signs, int sign)
    {
        const auto count = std::count(signs.begin(), signs.end(), std::int8_t(sign));
        if (count == 0 && answer.isDifference)
            return sign > 0 ? Texts::tr("no superpixel with more in A")
                            : Texts::tr("no superpixel with more in B");
        if (count == 0)
            return sign > 0 ? Texts::tr("no superpixel speaks for it")
                            : Texts::tr("no superpixel speaks against it");
        const auto strongest = std::find_if(ofClass.weights.begin(), ofClass.weights.end(),
            [&](const SegmentWeight &weight) { return signs[std::size_t(weight.segment)] == sign; });
        if (answer.isDifference)
            return (sign > 0 ? Texts::tr("superpixels with more in A: %1, the strongest %2")
                             : Texts::tr("superpixels with more in B: %1, the strongest %2"))
                .arg(count)
                .arg(placeOf(answer.segments, strongest->segment));
        const QString text = sign > 0 ? Texts::tr("superpixels that speak for it: %1, the strongest %2")
                                      : Texts::tr("superpixels that speak against it: %1, the strongest %2");
        return text.arg(count).arg(placeOf(answer.segments, strongest->segment));
    }
};

} // namespace

QString description(const Answer &answer, const MethodOptions &options, const QStringList &classNames)
{
    return std::visit(Description{options, classNames}, answer);
}

} // namespace convscope
