#include "app/commands.h"
#include "app/drawings.h"
#include "app/exitcodes.h"
#include "app/indexinputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "app/work.h"
#include "core/index/featurerows.h"
#include "core/io/npy.h"
#include "ui/present/figurename.h"
#include "ui/present/mapofindex.h"

#include <CLI/CLI.hpp>

namespace convscope {

namespace {

const std::vector<std::string> methodWords = {"pca", "tsne"};
const std::vector<std::string> colouringWords = {"true", "predicted", "right", "value"};

/// Lays the photos of a folder out in a plane, by what the network makes of them.
class EmbedCommand : public Command
{
public:
    std::string name() const override { return "embed"; }
    QString help() const override { return CommandLine::tr("draw a map of the photos of a folder"); }
    Painting paints() const override { return isFigure() ? Painting::All : Painting::None; }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;

private:
    bool isFigure() const { return !m_out.empty() && isFigureName(m_out); }
    void bindMap(CLI::App &app);

    NetworkGroup m_network;
    FolderGroup m_folder;
    LabelGroup m_labels;
    std::filesystem::path m_index;
    std::string m_layer; ///< empty: the layer before the answer
    PhotoMapOptions m_options;
    MapColouring m_colouring = MapColouring::TrueClass;
    std::string m_valueLayer;
    std::optional<int> m_filter;
    std::filesystem::path m_out; ///< empty: CSV is printed
};

void EmbedCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    m_folder.bind(app, CommandLine::tr("folder of photos"), CommandLine::tr("split of the folder"));
    m_labels.bind(app);
    m_labels.bindClasses(app);
    addPath(app, "--index", m_index, "FOLDER",
        CommandLine::tr(
            "folder of the index; without it, the one in your cache that belongs to the network and "
            "the photos. It is brought up to date first"));
    bindMap(app);
    addPath(app, "--out", m_out, "FILE",
        CommandLine::tr("a figure (.png, .svg, .pdf) or a table (.csv); without it the table is printed"));
}

void EmbedCommand::bindMap(CLI::App &app)
{
    app.add_option("--layer", m_layer,
           utf8(CommandLine::tr(
               "the layer whose mean responses are the features, by number or name; without it "
               "the layer before the answer")))
        ->type_name("N|NAME");
    addWord(app, "--method", methodWords, oneOf(methodWords), CommandLine::tr("how photos are laid out"),
        [this](std::size_t word) { m_options.method = word == 0 ? MapMethod::Pca : MapMethod::Tsne; })
        ->default_str("tsne");
    app.add_option_function<std::string>(
           "--seed", [this](const std::string &text) { m_options.seed = parseSeed("--seed", text); },
           utf8(CommandLine::tr("seed of t-SNE: the same one gives the same map")))
        ->type_name("N")
        ->default_str("16");
    app.add_option_function<std::string>(
           "--perplexity",
           [this](const std::string &text) {
               m_options.perplexity = parseReal("--perplexity", text, {1, 1000});
           },
           utf8(CommandLine::tr("t-SNE: about how many neighbours count")))
        ->type_name("X")
        ->default_str("30");
    app.add_option_function<std::string>(
           "--iterations",
           [this](const std::string &text) {
               m_options.iterations = parseInt("--iterations", text, {1, 100000});
           },
           utf8(CommandLine::tr("t-SNE: how many steps")))
        ->type_name("N")
        ->default_str(std::to_string(m_options.iterations));
    addWord(app, "--colour", colouringWords, oneOf(colouringWords),
        CommandLine::tr(
            "what the colours tell: the true class, the predicted one, whether both are the same, or "
            "the value of --filter"),
        [this](std::size_t word) { m_colouring = MapColouring(word); })
        ->default_str("true");
    app.add_option("--value-layer", m_valueLayer, utf8(CommandLine::tr("the layer of --filter")))
        ->type_name("N|NAME");
    app.add_option_function<std::string>(
           "--filter",
           [this](const std::string &text) {
               m_filter = parseInt("--filter", text, {0, 1e9});
           },
           utf8(CommandLine::tr("a filter whose mean response each photo has as its value")))
        ->type_name("N");
}

void EmbedCommand::check()
{
    m_network.complete();
    if (m_network.demo && m_folder.data.empty())
        m_folder.data = installedDemo().photos;
    m_network.check();
    if (m_folder.data.empty())
        throw UsageError(utf8(CommandLine::tr("--data is missing: which folder of photos?")));
    if (!m_out.empty() && !isFigure() && m_out.extension() != ".csv")
        throw UsageError(utf8(CommandLine::tr("--out: the name must end in .png, .svg, .pdf or .csv.")));
    if (m_filter && m_valueLayer.empty() && m_layer.empty())
        throw UsageError(utf8(CommandLine::tr("--filter: of which layer? Name it with --value-layer.")));
    if (m_colouring == MapColouring::Value && !m_filter)
        throw UsageError(utf8(CommandLine::tr("--colour value needs --filter.")));
}

int EmbedCommand::run(Terminal &terminal)
{
    Subject subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, subject, terminal);
    const std::optional<CurrentIndex> current =
        currentIndex(m_index, m_network.model, subject, set, terminal);
    if (!current)
        return terminal.exitCode();
    const auto index = std::make_shared<const FilterIndex>(current->folder);
    const IndexedLayer *layer = m_layer.empty() ? nullptr : &index->layer(m_layer);
    std::optional<MapFilter> valued;
    if (m_filter)
        valued = MapFilter{index->layer(m_valueLayer.empty() ? m_layer : m_valueLayer), *m_filter};
    PhotoMapData data = mapOfIndex(*index, set.folder, layer, valued, subject.classNames);
    PhotoMapping mapping(featureRows(index, layer), data.labels, m_options);
    terminal.setSubject(CommandLine::tr("Laying out photos"));
    if (!runToEnd(mapping, terminal) && !mapping.hasMap())
        return terminal.exitCode();
    data.map = mapping.result();
    for (const QString &note : mapNotes(data))
        terminal.note(note);
    if (m_out.has_parent_path())
        makeFolder(m_out.parent_path());
    if (m_out.empty()) {
        terminal.print(photoMapCsv(data));
    } else if (isFigure()) {
        drawPhotoMap(m_out, data, m_colouring);
    } else {
        writeFile(m_out, photoMapCsv(data).toStdString());
    }
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> embedCommand() { return std::make_unique<EmbedCommand>(); }

} // namespace convscope
