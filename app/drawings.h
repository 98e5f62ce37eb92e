#pragma once

#include "app/inputs.h"
#include "core/explain/comparison.h"
#include "core/index/filterindex.h"
#include "ui/present/photomap.h"

#include <filesystem>
#include <optional>

namespace convscope {

// The figures of commands that also print. All take fonts, so convscope-core calls none of them
// (Painting::All). Each makes the folder of its file and throws Error: CannotWrite, InvalidOption.

struct ComparedFigure
{
    const ComparisonPlan &plan;
    const ComparedPhotos &photos;
    const ComparisonSummary &summary;
    std::optional<std::size_t> sortedBy; ///< place of a measure
    const std::filesystem::path &network;
    const std::filesystem::path &folder; ///< of the photos
};
void drawComparison(const std::filesystem::path &out, const ComparedFigure &compared);

void drawPhotoMap(const std::filesystem::path &out, const PhotoMapData &data, MapColouring colouring);

/// What a page on a filter or a layer is made of.
struct PageSource
{
    const FilterIndex &index;
    const IndexedLayer &layer;
    const std::filesystem::path &network;
    const Subject &subject;
    const PhotoSet &set;
};

struct PageLook
{
    bool hasImage =
        false; ///< also the picture that excites the filter most; of a whole layer in place of the photos
    bool hasMap = false; ///< the filter's map over the photos
    bool isWhole = false; ///< all of the photos, with frames around what the filter sees
};

/// Nothing is drawn where the user stops it.
void drawFilter(const std::filesystem::path &out, const PageSource &source, int filter, std::size_t photos,
    const PageLook &look, Terminal &terminal);
void drawLayer(
    const std::filesystem::path &out, const PageSource &source, const PageLook &look, Terminal &terminal);

} // namespace convscope
