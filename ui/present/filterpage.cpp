#include "ui/present/filterpage.h"

#include "core/explain/filterstatistics.h"
#include "core/methods/filtermaps.h"
#include "ui/present/counttext.h"
#include "ui/present/filterpictures.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterPageTexts)
};

using Values = std::vector<std::pair<std::size_t, double>>; ///< place of the photo, value

double meanOf(const Values &values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0,
        [](double total, const auto &each) { return total + each.second; });
    return sum / double(values.size());
}

/// Evenly from the lowest to the highest, with both.
Values thinned(Values values, std::size_t most)
{
    if (values.size() <= most)
        return values;
    std::sort(values.begin(), values.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    Values some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(values[i * (values.size() - 1) / (most - 1)]);
    return some;
}

StripPlot::Strip stripOf(const QString &name, const Values &values)
{
    StripPlot::Strip strip{.name = name, .values = thinned(values, mostStripDots)};
    strip.cell.photos = int(values.size());
    strip.cell.mean = meanOf(values);
    return strip;
}

/// The largest known values, by true class; those of photos whose class is not known at −1.
std::map<int, Values> valuesByClass(const FilterPageData &data)
{
    std::map<int, Values> classes;
    for (std::size_t photo = 0; photo < data.maxima.size(); ++photo) {
        if (!std::isnan(data.maxima[photo]))
            classes[data.labels[photo].value_or(-1)].emplace_back(photo, double(data.maxima[photo]));
    }
    return classes;
}

} // namespace

FilterPageData filterPageData(const FilterIndex &index, const IndexedLayer &layer, int filter,
    std::size_t crops, InputSize size, const QStringList &classNames)
{
    FilterPageData data;
    data.report = reportOf(index, layer, filter, crops);
    data.crops = cropsToRead(index, layer, filter, data.report.most, size);
    data.maxima = index.values(layer, filter, FilterIndex::Kept::Max);
    data.classNames = classNames;
    for (std::size_t photo = 0; photo < index.photoCount(); ++photo) {
        data.labels.push_back(index.photo(photo).label);
        data.photos.push_back(index.photoName(photo));
    }
    return data;
}

void takeKernel(FilterPageData &data, const Network &network)
{
    data.kernel.reset();
    data.kernelLayer = convolutionOf(network.info(), data.report.layer.index);
    if (data.kernelLayer)
        data.kernel = filterKernel(network, *data.kernelLayer, data.report.filter);
}

QString layerTitle(const IndexedLayer &layer)
{
    return Texts::tr("Layer %1 (%2, %3)")
        .arg(layer.index)
        .arg(QString::fromStdString(layer.name), QString::fromStdString(layer.kind));
}

QString filterTitle(const IndexedLayer &layer, int filter)
{
    return Texts::tr("%1, filter %2 of %3").arg(layerTitle(layer)).arg(filter).arg(layer.filters);
}

bool isOfAll(const ReceptiveField &field) { return field.rows.jump == 0 && field.columns.jump == 0; }

QString fieldText(const ReceptiveField &field)
{
    if (isOfAll(field))
        return Texts::tr("receptive field: all of the picture");
    return Texts::tr("receptive field: %1 × %2 pixels").arg(field.columns.size).arg(field.rows.size);
}

QStringList filterNumbers(const FilterPageData &data)
{
    QStringList lines{fieldText(data.report.layer.field)};
    for (QString line : summaryTexts(data.report.summary, data.classNames))
        lines += line.replace(QStringLiteral(" %"), QString(QChar::Nbsp) + u'%'); // stay together
    return lines;
}

QString similarText(const FilterPageData &data)
{
    if (data.report.similar.empty())
        return {};
    QStringList similar;
    for (const SimilarFilter &each : data.report.similar)
        similar += Texts::tr("%1 (%2)").arg(each.filter).arg(each.cosine, 0, 'f', 2);
    return Texts::tr("most similar filters (cosine): %1").arg(similar.join(QStringLiteral(", ")));
}

QStringList filterRemarks(const FilterPageData &data)
{
    return triageTexts(data.report.triage, data.report.summary, data.classNames);
}

StripPlot classStrips(const FilterPageData &data)
{
    const std::map<int, Values> classes = valuesByClass(data);
    StripPlot plot;
    if (classes.empty())
        return plot;
    if (classes.size() == 1 && classes.begin()->first < 0) {
        plot.title = Texts::tr("Largest value in each photo");
        plot.strips.push_back(stripOf(Texts::tr("all photos"), classes.begin()->second));
        return plot;
    }
    plot.title = Texts::tr("Largest value in each photo, by true class");
    for (const auto &[label, values] : classes)
        plot.strips.push_back(
            stripOf(label < 0 ? Texts::tr("not known") : className(data.classNames, label), values));
    std::stable_sort(plot.strips.begin(), plot.strips.end(),
        [](const auto &a, const auto &b) { return a.cell.mean > b.cell.mean; });
    if (plot.strips.size() > mostClassStrips) {
        plot.title = Texts::tr("Largest value in each photo, by true class: the first %1 of %2")
                         .arg(mostClassStrips)
                         .arg(countText(qint64(plot.strips.size())));
        plot.strips.resize(mostClassStrips);
    }
    return plot;
}

} // namespace convscope
