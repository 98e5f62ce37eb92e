#include "ui/present/maprange.h"

namespace convscope {

namespace {

/// The same of a map that is drawn at any size: its own values count, not those between them.
Range relevanceRange(const Map &map, double outliers)
{
    if (outliers <= 0)
        return {0, 1};
    return sizeScale(finishedCam(map, map.height, map.width), outliers);
}

/// Of a map in [0, 1], in the units that it was stretched from.
Range stretchedRange(const Map &map, const Range &from, double outliers)
{
    if (outliers <= 0)
        return from;
    return {from.low, from.low + sizeScale(map, outliers).high * (from.high - from.low)};
}

struct MapRange
{
    std::optional<double> outliers; ///< none: as is usual

    std::optional<Range> operator()(const Attribution &answer) const
    {
        switch (answer.meaning) {
        case Meaning::Sensitivity:
            return answer.stretchedFrom
                ? stretchedRange(answer.map, *answer.stretchedFrom, outliers.value_or(0))
                : sizeScale(answer.map, outliers.value_or(sizeOutliers));
        case Meaning::Evidence:
        case Meaning::Slope:
        case Meaning::Difference:
            return signedScale(sumOfChannels(answer.map), outliers.value_or(signedOutliers));
        case Meaning::Relevance:
            break;
        }
        return relevanceRange(answer.map, outliers.value_or(0));
    }
    std::optional<Range> operator()(const Activation &answer) const
    {
        const Range whole = rangeOf(answer.map);
        const double cut = outliers.value_or(0);
        return cut > 0 ? clippedScale(answer.map, whole.low, cut) : whole;
    }
    template <typename Other> std::optional<Range> operator()(const Other &) const { return {}; }
};

} // namespace

std::optional<Range> mapRange(const Answer &answer, Clipping clipping)
{
    return std::visit(MapRange{outliersOf(clipping)}, answer);
}

} // namespace convscope
