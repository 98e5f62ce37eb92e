#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/indexinputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "app/work.h"
#include "core/explain/methods.h"
#include "ui/present/figure.h"
#include "ui/present/indextexts.h"
#include "ui/present/layerpage.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace convscope {

namespace {

class FilterCommand : public Command
{
public:
    std::string name() const override { return "filter"; }
    QString help() const override
    {
        return CommandLine::tr("what excites a filter: the photos, and where in them");
    }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;
    bool paints() const override { return !m_out.empty(); }

private:
    void bindPage(CLI::App &app);
    bool readCrops(const std::vector<FilterCrop *> &crops, const Subject &subject, const PhotoSet &set,
        const IndexedLayer &layer, Terminal &terminal) const;
    std::optional<OptimisedImage> imageOf(
        const Subject &subject, const IndexedLayer &layer, int filter, Terminal &terminal) const;
    void runFilter(const FilterIndex &index, const IndexedLayer &layer, const Subject &subject,
        const PhotoSet &set, Terminal &terminal) const;
    void runLayer(const FilterIndex &index, const IndexedLayer &layer, const Subject &subject,
        const PhotoSet &set, Terminal &terminal) const;
    QStringList about(const PhotoSet &set, const FilterIndex &index) const;
    void draw(const Drawing &drawing) const;

    NetworkGroup m_network;
    FolderGroup m_folder;
    LabelGroup m_labels;
    std::filesystem::path m_index; ///< empty: in the cache
    std::string m_layer;
    std::optional<int> m_filter;
    bool m_isWholeLayer = false;
    int m_count = 9;
    bool m_image = false;
    CropLook m_look;
    std::filesystem::path m_out; ///< of the figure; empty: none
    bool m_json = false;
};

void FilterCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    m_folder.bind(app, CommandLine::tr("folder of photos"), CommandLine::tr("split of the folder"));
    m_labels.bind(app);
    m_labels.bindClasses(app);
    addPath(app, "--index", m_index, "FOLDER",
        CommandLine::tr(
            "folder of the index; without it, the one in your cache that belongs to the network and "
            "the photos"));
    bindPage(app);
    addPath(app, "--out", m_out, "FILE",
        CommandLine::tr("draw it: .png, .svg or .pdf; without it the text is printed"));
    addJsonFlag(app, m_json);
    app.footer(
        utf8(CommandLine::tr("An index of the photos is built where there is none, and brought up to date "
                             "where photos have come or gone (see convscope index).")));
}

void FilterCommand::bindPage(CLI::App &app)
{
    app.add_option("--layer", m_layer, utf8(CommandLine::tr("the layer, by number or name")))
        ->type_name("N|NAME")
        ->required();
    CLI::Option *filter = app.add_option_function<std::string>(
        "--filter",
        [this](const std::string &text) {
            m_filter = parseInt("--filter", text, {0, 1e9});
        },
        utf8(CommandLine::tr("the filter, counted from 0")));
    filter->type_name("N");
    app.add_flag(
           "--whole-layer", m_isWholeLayer, utf8(CommandLine::tr("all filters of the layer in place of one")))
        ->excludes(filter);
    app.add_option_function<std::string>(
           "--count",
           [this](const std::string &text) {
               m_count = parseInt("--count", text, {1, double(FilterIndex::shownExtremes)});
           },
           utf8(CommandLine::tr("how many photos")))
        ->type_name("N")
        ->default_str(std::to_string(m_count));
    app.add_flag("--image", m_image,
        utf8(CommandLine::tr("also make the picture that excites the filter most, as visualize does from "
                             "noise; of a whole layer in place of the photos")));
    app.add_flag("--map", m_look.hasMap, utf8(CommandLine::tr("draw the filter's map over the photos")));
    app.add_flag("--whole-photos", m_look.isWhole,
        utf8(CommandLine::tr("draw all of the photos, with frames around what the filter sees")));
}

void FilterCommand::check()
{
    m_network.complete();
    if (m_network.demo && m_folder.data.empty())
        m_folder.data = installedDemo().photos;
    m_network.check();
    if (m_folder.data.empty())
        throw UsageError(utf8(CommandLine::tr("--data is missing: which folder of photos?")));
    if (!m_filter && !m_isWholeLayer)
        throw UsageError(
            utf8(CommandLine::tr("--filter is missing: which filter? --whole-layer is for all of them.")));
    if (!m_out.empty() && !isFigureName(m_out))
        throw UsageError(utf8(CommandLine::tr("--out: the figure's name must end in .png, .svg or .pdf.")));
}

/// Returns false where the user stopped it.
bool FilterCommand::readCrops(const std::vector<FilterCrop *> &crops, const Subject &subject,
    const PhotoSet &set, const IndexedLayer &layer, Terminal &terminal) const
{
    CropReader reader(
        set.folder, subject.info().input, m_look.hasMap ? subject.network.get() : nullptr, layer.index);
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
std::optional<OptimisedImage> FilterCommand::imageOf(
    const Subject &subject, const IndexedLayer &layer, int filter, Terminal &terminal) const
{
    FeatureVisualisationOptions options;
    options.layer = layer.index;
    options.filter = filter;
    options.noiseSeed = 0; // of no photo: what the filter itself looks for
    const std::unique_ptr<Explanation> run = explain(*subject.network, Photo(), options);
    terminal.setSubject(CommandLine::tr("filter %1").arg(filter));
    if (!runToEnd(*run, terminal))
        return {};
    return std::get<OptimisedImage>(run->answer());
}

QStringList FilterCommand::about(const PhotoSet &set, const FilterIndex &index) const
{
    return {CommandLine::tr("Network: %1").arg(nameInFolder(m_network.model)),
        CommandLine::tr("Photos: %1 (%2)").arg(nameInFolder(set.folder)).arg(index.photoCount())};
}

void FilterCommand::draw(const Drawing &drawing) const
{
    if (m_out.has_parent_path())
        makeFolder(m_out.parent_path());
    writeDrawing(m_out, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing)));
}

void FilterCommand::runFilter(const FilterIndex &index, const IndexedLayer &layer, const Subject &subject,
    const PhotoSet &set, Terminal &terminal) const
{
    FilterPageData data = filterPageData(
        index, layer, *m_filter, std::size_t(m_count), subject.info().input.size, subject.classNames);
    if (m_json)
        terminal.print(filterJson(data.report, subject.plainNames()));
    else if (m_out.empty())
        terminal.print(filterText(data.report, subject.classNames).toUtf8());
    if (m_out.empty())
        return;
    std::vector<FilterCrop *> crops;
    for (FilterCrop &crop : data.crops)
        crops.push_back(&crop);
    if (!readCrops(crops, subject, set, layer, terminal))
        return;
    takeKernel(data, *subject.network);
    if (m_image) {
        const std::optional<OptimisedImage> image = imageOf(subject, layer, *m_filter, terminal);
        if (!image)
            return;
        data.image = mapPicture(image->image);
        data.imageText = caption(*image, {});
    }
    draw(filterPageDrawing(data, m_look, about(set, index)));
}

void FilterCommand::runLayer(const FilterIndex &index, const IndexedLayer &layer, const Subject &subject,
    const PhotoSet &set, Terminal &terminal) const
{
    if (m_json)
        terminal.print(layerJson(index, layer));
    else if (m_out.empty())
        terminal.print(layerText(index, layer, subject.classNames).toUtf8());
    if (m_out.empty())
        return;
    LayerPageData data = layerPageData(index, layer, subject.info().input.size, subject.classNames);
    if (m_image) {
        for (LayerPageFilter &filter : data.filters) {
            const std::optional<OptimisedImage> image = imageOf(subject, layer, filter.filter, terminal);
            if (!image)
                return;
            filter.image = mapPicture(image->image);
        }
    } else {
        std::vector<FilterCrop *> crops;
        for (const std::size_t place : readingOrder(data))
            crops.push_back(&*data.filters[place].crop);
        if (!readCrops(crops, subject, set, layer, terminal))
            return;
    }
    draw(layerPageDrawing(data, m_image, m_look, about(set, index)));
}

int FilterCommand::run(Terminal &terminal)
{
    Subject subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, subject, terminal);
    const std::optional<IndexFolder> folder = currentIndex(m_index, m_network.model, subject, set, terminal);
    if (!folder)
        return terminal.exitCode();
    const FilterIndex index(*folder);
    const IndexedLayer &layer = index.layer(m_layer);
    if (m_isWholeLayer)
        runLayer(index, layer, subject, set, terminal);
    else
        runFilter(index, layer, subject, set, terminal);
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> filterCommand() { return std::make_unique<FilterCommand>(); }

} // namespace convscope
