#include "app/commands.h"
#include "app/drawings.h"
#include "app/exitcodes.h"
#include "app/indexinputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "ui/present/figurename.h"
#include "ui/present/indextexts.h"

#include <CLI/CLI.hpp>

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
    Painting paints() const override { return m_out.empty() ? Painting::None : Painting::All; }

private:
    void bindPage(CLI::App &app);
    QByteArray textOf(const FilterIndex &index, const IndexStanding &standing, const IndexedLayer &layer,
        const Subject &subject) const;

    NetworkGroup m_network;
    FolderGroup m_folder;
    LabelGroup m_labels;
    std::filesystem::path m_index; ///< empty: in the cache
    std::string m_layer;
    std::optional<int> m_filter;
    bool m_isWholeLayer = false;
    int m_count = 9;
    PageLook m_look;
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
    app.add_flag("--image", m_look.hasImage,
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

QByteArray FilterCommand::textOf(const FilterIndex &index, const IndexStanding &standing,
    const IndexedLayer &layer, const Subject &subject) const
{
    if (m_isWholeLayer)
        return m_json ? layerJson(index, layer, standing)
                      : layerText(index, layer, subject.classNames).toUtf8();
    const FilterReport report = reportOf(index, layer, *m_filter, std::size_t(m_count));
    return m_json ? filterJson(report, subject.plainNames(), standing)
                  : filterText(report, subject.classNames).toUtf8();
}

int FilterCommand::run(Terminal &terminal)
{
    Subject subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, subject, terminal);
    const std::optional<CurrentIndex> current =
        currentIndex(m_index, m_network.model, subject, set, terminal);
    if (!current)
        return terminal.exitCode();
    const FilterIndex index(current->folder);
    const IndexedLayer &layer = index.layer(m_layer);
    if (m_json || m_out.empty())
        terminal.print(textOf(index, current->standing, layer, subject));
    if (m_out.empty())
        return terminal.exitCode();
    const PageSource source{index, layer, m_network.model, subject, set};
    if (m_isWholeLayer)
        drawLayer(m_out, source, m_look, terminal);
    else
        drawFilter(m_out, source, *m_filter, std::size_t(m_count), m_look, terminal);
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> filterCommand() { return std::make_unique<FilterCommand>(); }

} // namespace convscope
