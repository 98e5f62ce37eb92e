#include "app/drawings.h"

#include "app/texts.h"
#include "app/work.h"
#include "core/explain/methods.h"
#include "ui/present/figure.h"
#include "ui/present/filterpage.h"
#include "ui/present/layerpage.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/stripplot.h"

#include <algorithm>

namespace convscope {

namespace {

void draw(const std::filesystem::path &out, const Drawing &drawing)
{
    if (out.has_parent_path())
        makeFolder(out.parent_path());
    writeDrawing(out, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing)));
}

CropLook cropLook(const PageLook &look)
{
    CropLook crops;
    crops.isWhole = look.isWhole;
    crops.hasMap = look.hasMap;
    return crops;
}

/// Returns false where the user stopped it.
bool readCrops(const std::vector<FilterCrop *> &crops, const PageSource &source, const PageLook &look,
    Terminal &terminal)
{
    CropReader reader(source.set.folder, source.subject.info().input,
        look.hasMap ? source.subject.network.get() : nullptr, source.layer.index);
    terminal.setSubject(CommandLine::tr("Reading photos"));
    for (std::size_t place = 0; place < crops.size(); ++place) {
        if (terminal.stopRequested())
            return false;
        reader.read(*crops[place]);
        if (!crops[place]->problem.isEmpty())
            terminal.note(CommandLine::tr("%1: %2").arg(
                displayText(std::filesystem::path(crops[place]->photo.name)), crops[place]->problem));
        terminal.progress({int(place) + 1, int(crops.size())});
    }
    return true;
}

/// None where the user stopped it.
std::optional<OptimisedImage> imageOf(const PageSource &source, int filter, Terminal &terminal)
{
    FeatureVisualisationOptions options;
    options.layer = source.layer.index;
    options.filter = filter;
    options.noiseSeed = 0; // of no photo: what the filter itself looks for
    const std::unique_ptr<Explanation> run = explain(*source.subject.network, Photo(), options);
    terminal.setSubject(CommandLine::tr("filter %1").arg(filter));
    if (!runToEnd(*run, terminal))
        return {};
    return std::get<OptimisedImage>(run->answer());
}

QStringList about(const PageSource &source)
{
    return {CommandLine::tr("Network: %1").arg(nameInFolder(source.network)),
        CommandLine::tr("Photos: %1 (%2)")
            .arg(nameInFolder(source.set.folder))
            .arg(source.index.photoCount())};
}

} // namespace

/// The figure says all by itself.
void drawComparison(const std::filesystem::path &out, const ComparedFigure &compared)
{
    draw(out,
        comparisonDrawing(compared.plan, compared.photos, compared.summary, compared.sortedBy,
            comparisonAbout(compared.summary, compared.network, compared.folder)));
}

void drawPhotoMap(const std::filesystem::path &out, const PhotoMapData &data, MapColouring colouring)
{
    draw(out, photoMapDrawing(data, colouring));
}

void drawFilter(const std::filesystem::path &out, const PageSource &source, int filter, std::size_t photos,
    const PageLook &look, Terminal &terminal)
{
    FilterPageData data = filterPageData(source.index, source.layer, filter, photos,
        source.subject.info().input.size, source.subject.classNames);
    std::vector<FilterCrop *> crops;
    for (FilterCrop &crop : data.crops)
        crops.push_back(&crop);
    if (!readCrops(crops, source, look, terminal))
        return;
    takeKernel(data, *source.subject.network);
    if (look.hasImage) {
        const std::optional<OptimisedImage> image = imageOf(source, filter, terminal);
        if (!image)
            return;
        data.image = mapPicture(image->image);
        data.imageText = caption(*image, {});
    }
    draw(out, filterPageDrawing(data, cropLook(look), about(source)));
}

void drawLayer(
    const std::filesystem::path &out, const PageSource &source, const PageLook &look, Terminal &terminal)
{
    LayerPageData data = layerPageData(
        source.index, source.layer, source.subject.info().input.size, source.subject.classNames);
    if (look.hasImage) {
        for (LayerPageFilter &filter : data.filters) {
            const std::optional<OptimisedImage> image = imageOf(source, filter.filter, terminal);
            if (!image)
                return;
            filter.image = mapPicture(image->image);
        }
    } else {
        std::vector<FilterCrop *> crops;
        for (const std::size_t place : readingOrder(data))
            crops.push_back(&*data.filters[place].crop);
        if (!readCrops(crops, source, look, terminal))
            return;
    }
    draw(out, layerPageDrawing(data, look.hasImage, cropLook(look), about(source)));
}

} // namespace convscope
