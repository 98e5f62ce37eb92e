#pragma once

#include "ui/present/drawing.h"
#include "ui/present/filtercrops.h"
#include "ui/present/filterpage.h"

#include <QImage>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace convscope {

/// A filter among all of its layer.
struct LayerPageFilter
{
    int filter = 0;
    FilterSummary summary = {};
    FilterTriage triage = {};
    std::optional<FilterCrop> crop = {}; ///< of the photo that excites it most; none where no photo does
    QImage image = {}; ///< that excites it most; null: not made
};

/// All that a page on a layer shows.
struct LayerPageData
{
    IndexedLayer layer = {};
    std::vector<LayerPageFilter> filters = {}; ///< all of them, by number
    QStringList classNames = {};
};

/// All that the index knows of it; pictures are to be filled in. Reads the index: not for the GUI thread.
/// Throws what FilterIndex::summaries() throws.
LayerPageData layerPageData(
    const FilterIndex &index, const IndexedLayer &layer, InputSize size, const QStringList &classNames);

/// Places of the filters in the order in which their crops are read with the fewest photos opened twice.
std::vector<std::size_t> readingOrder(const LayerPageData &data);

/// The triage in a word or two, e.g. "dead", "like 12", "Egg", "everywhere"; empty where nothing stands out.
QString triageMark(const FilterTriage &triage, const QStringList &classNames);
/// "16 filters: 2 dead, 3 that answer like another, …"
QString layerTriageText(const LayerPageData &data);

/// All filters of the layer as a figure, on white: of each its crop, or its image where `images`, with its
/// number, its class selectivity and its triage. `about`: more lines below the title.
Drawing layerPageDrawing(
    const LayerPageData &data, bool images, const CropLook &look, const QStringList &about);

} // namespace convscope
