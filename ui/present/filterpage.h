#pragma once

#include "ui/present/drawing.h"
#include "ui/present/filtercrops.h"
#include "ui/present/indextexts.h"
#include "ui/present/stripplot.h"

#include <QImage>
#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// All that a page on one filter shows.
struct FilterPageData
{
    FilterReport report = {};
    std::vector<FilterCrop> crops = {}; ///< of the photos that excite it most, the first one most
    std::vector<float> maxima = {}; ///< the filter's largest value in each photo of the index; NaN: not kept
    std::vector<std::optional<int>> labels = {}; ///< true class of each photo
    std::vector<std::string> photos = {}; ///< name of each photo
    std::optional<int> kernelLayer = {}; ///< the convolution that the weights are of
    std::optional<Map> kernel = {}; ///< weights: inputs×h×w
    QImage image = {}; ///< that excites it most; null: not made
    QString imageText = {}; ///< how that was made
    QStringList classNames = {};
};

/// All that the index knows of it; pictures of photos, weights and the optimised image are to be filled in.
/// `size`: of the network's input. Reads the index: not for the GUI thread. Throws what
/// FilterIndex::extremes() throws.
FilterPageData filterPageData(const FilterIndex &index, const IndexedLayer &layer, int filter,
    std::size_t crops, InputSize size, const QStringList &classNames);

/// The weights of the convolution that makes the filter's maps. Throws what filterKernel() throws.
void takeKernel(FilterPageData &data, const Network &network);

/// "Layer 15 (cnn.15, ReLU)"
QString layerTitle(const IndexedLayer &layer);
/// The same with the filter: "…, filter 12 of 256".
QString filterTitle(const IndexedLayer &layer, int filter);
/// Whether each place sees all of the picture.
bool isOfAll(const ReceptiveField &field);
/// "receptive field: 45 × 45 pixels"
QString fieldText(const ReceptiveField &field);
/// Statistics, a line each.
QStringList filterNumbers(const FilterPageData &data);
/// The most similar filters in one line; empty where there are none.
QString similarText(const FilterPageData &data);
/// What stands out, a sentence each; empty where nothing does.
QStringList filterRemarks(const FilterPageData &data);

/// The largest values in the photos: a strip for each true class, the class with the highest mean first; for
/// at most so many classes. Of a class with more photos than dots the values are taken evenly from the
/// lowest to the highest. Where no class is known, one strip. Empty where nothing was kept.
constexpr std::size_t mostClassStrips = 20;
constexpr std::size_t mostStripDots = 300;
StripPlot classStrips(const FilterPageData &data);

/// The page as a figure, on white: what the filter is, its numbers, the crops, the classes. `about`: more
/// lines below the title.
Drawing filterPageDrawing(const FilterPageData &data, const CropLook &look, const QStringList &about);

} // namespace convscope
