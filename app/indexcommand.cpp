#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/indexinputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "core/index/dissection.h"
#include "ui/present/dissectiontexts.h"
#include "ui/present/indextexts.h"
#include "ui/present/keptindexes.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"

#include <CLI/CLI.hpp>

namespace convscope {

namespace {

enum class Action
{
    Build,
    Status,
    Merge,
    Show,
    Concepts,
    Remove
};

const std::vector<std::string> actionWords = {"build", "status", "merge", "show", "concepts", "remove"};

class IndexCommand : public Command
{
public:
    std::string name() const override { return "index"; }
    QString help() const override
    {
        return CommandLine::tr("find the photos that excite each filter most, and keep them");
    }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;

private:
    void bindBuild(CLI::App &app);
    void bindShow(CLI::App &app);
    bool needsNetwork() const;
    bool needsPhotos() const;
    IndexFolder asked(Terminal &terminal);
    PhotoSet photosOf(const IndexFolder &folder, Terminal &terminal);
    IndexStanding standingTo(const IndexFolder &folder, const PhotoSet &set) const;
    std::optional<IndexStanding> standingToGiven(const IndexFolder &folder, Terminal &terminal);
    IndexStanding standingOfShown(const IndexFolder &folder, const FilterIndex &index, Terminal &terminal);
    std::filesystem::path toRemove(Terminal &terminal);
    int build(Terminal &terminal);
    int status(Terminal &terminal);
    int merge(Terminal &terminal);
    int show(Terminal &terminal);
    int concepts(Terminal &terminal);
    int remove(Terminal &terminal) const;
    void tellStanding(const IndexFolder &folder, const PhotoSet &set, Terminal &terminal) const;
    std::pair<IndexSource, PhotoSet> opened(Terminal &terminal);

    Action m_action = Action::Build;
    NetworkGroup m_network;
    FolderGroup m_folder;
    LabelGroup m_labels;
    std::filesystem::path m_index; ///< empty: in the cache
    std::vector<std::string> m_layers;
    IndexRunOptions m_options;
    std::optional<int> m_filter;
    int m_count = 10;
    bool m_isPartial = false;
    bool m_all = false;
    bool m_json = false;
    Subject m_subject;
    std::optional<PhotoSet> m_set; ///< the photos, once they are open
    bool m_knowsClasses = false; ///< of the network, from the index
};

void IndexCommand::bind(CLI::App &app)
{
    app.add_option_function<std::string>(
           "action",
           [this](const std::string &text) {
               const auto found = std::find(actionWords.begin(), actionWords.end(), text);
               if (found == actionWords.end())
                   refuse("index", text, oneOf(actionWords));
               m_action = Action(found - actionWords.begin());
           },
           utf8(CommandLine::tr(
               "build: look at all photos that the index does not know; status: what is there; "
               "merge: put the blocks of shards together; show: a layer or a filter; concepts: how "
               "well maps overlap the masks of photos; remove: "
               "delete the index")))
        ->type_name("build|status|merge|show|concepts|remove")
        ->required();
    addPath(app, "--index", m_index, "FOLDER",
        CommandLine::tr(
            "folder of the index; without it, the one in your cache that belongs to the network and "
            "the photos"));
    m_network.bind(app);
    m_folder.bind(app, CommandLine::tr("folder of photos"), CommandLine::tr("split of the folder"));
    m_labels.bind(app);
    m_labels.bindClasses(app);
    bindBuild(app);
    bindShow(app);
    addJsonFlag(app, m_json);
}

void IndexCommand::bindBuild(CLI::App &app)
{
    app.add_option_function<std::string>(
           "--layers", [this](const std::string &text) { m_layers = splitAtCommas(text); },
           utf8(
               CommandLine::tr("build: layers to look at, by number or name; without it all convolutions and "
                               "their activation functions")))
        ->type_name("N,N,…");
    app.add_option_function<std::string>(
           "--shard",
           [this](const std::string &text) {
               const std::size_t slash = text.find('/');
               if (slash == std::string::npos)
                   refuse("--shard", text, CommandLine::tr("like 0/8: the first of eight"));
               const int count = parseInt("--shard", text.substr(slash + 1), {1, 1e6});
               m_options.shard =
                   Shard{parseInt("--shard", text.substr(0, slash), {0, double(count - 1)}), count};
           },
           utf8(CommandLine::tr(
               "build: only every n-th block from the i-th on, counted from 0; several programs "
               "may do that at once, and merge ends it")))
        ->type_name("i/n");
    app.add_option_function<std::string>(
           "--block",
           [this](const std::string &text) {
               m_options.block = parseInt("--block", text, {1, 1e6});
           },
           utf8(CommandLine::tr("build: photos that are lost at most when the program is killed")))
        ->type_name("N")
        ->default_str(std::to_string(m_options.block));
    app.add_flag("--anew", m_options.isAnew,
        utf8(CommandLine::tr("build: look at all photos again; what is there stays until that is done")));
    app.add_flag("--partial", m_isPartial, utf8(CommandLine::tr("merge: also while blocks are missing")));
    app.add_flag("--all", m_all, utf8(CommandLine::tr("remove: all indexes in your cache")));
}

void IndexCommand::bindShow(CLI::App &app)
{
    app.add_option_function<std::string>(
           "--layer", [this](const std::string &text) { m_layers = {text}; },
           utf8(CommandLine::tr("show: the layer, by number or name")))
        ->type_name("N|NAME");
    app.add_option_function<std::string>(
           "--filter",
           [this](const std::string &text) {
               m_filter = parseInt("--filter", text, {0, 1e9});
           },
           utf8(CommandLine::tr("show: the filter; without it a line for each filter of the layer")))
        ->type_name("N");
    app.add_option_function<std::string>(
           "--count",
           [this](const std::string &text) {
               m_count = parseInt("--count", text, {1, double(FilterIndex::shownExtremes)});
           },
           utf8(CommandLine::tr("show: how many photos")))
        ->type_name("N")
        ->default_str(std::to_string(m_count));
}

/// Merging, and whatever is told of an index in a folder that is named, needs none; where one is given all
/// the same, it must be that of the index.
bool IndexCommand::needsNetwork() const
{
    if (m_action == Action::Remove && m_all)
        return false;
    return needsPhotos() || !m_network.model.empty() || m_network.isAskedOf();
}

bool IndexCommand::needsPhotos() const
{
    if (m_action == Action::Build || m_action == Action::Concepts)
        return true;
    return m_index.empty() && !(m_action == Action::Remove && m_all);
}

void IndexCommand::check()
{
    if (m_action == Action::Merge && m_index.empty())
        throw UsageError(utf8(CommandLine::tr("--index is missing: which index?")));
    if ((m_action == Action::Show || m_action == Action::Concepts) && m_layers.size() != 1)
        throw UsageError(utf8(CommandLine::tr("--layer is missing: which layer?")));
    m_network.complete();
    if (m_network.demo && m_folder.data.empty())
        m_folder.data = installedDemo().photos;
    if (needsNetwork())
        m_network.check();
    if (needsPhotos() && m_folder.data.empty())
        throw UsageError(utf8(CommandLine::tr("--data is missing: which folder of photos?")));
}

/// The index that is meant, which is of the network and the photos where they are given.
IndexFolder IndexCommand::asked(Terminal &terminal)
{
    if (m_index.empty())
        return opened(terminal).first.folder;
    IndexFolder folder(m_index);
    if (needsNetwork()) {
        m_subject = openSubject(m_network, m_labels.classes, terminal);
        if (const std::optional<IndexFolder::About> about = folder.about())
            requireIndexOf(*about, m_index, fileHash(m_network.model), m_subject);
    }
    return folder;
}

std::pair<IndexSource, PhotoSet> IndexCommand::opened(Terminal &terminal)
{
    m_subject = openSubject(m_network, m_labels.classes, terminal);
    PhotoSet set = openFolder(m_folder, m_labels, m_subject, terminal);
    const std::vector<std::string> layers = m_action == Action::Build ? m_layers : std::vector<std::string>{};
    m_set = set;
    return {indexSubject(m_index, m_network.model, m_subject, set, layers), std::move(set)};
}

/// The photos that --data means, labelled for the network; without one, for that of the index.
PhotoSet IndexCommand::photosOf(const IndexFolder &folder, Terminal &terminal)
{
    if (m_set)
        return *m_set;
    if (m_subject.network)
        return openFolder(m_folder, m_labels, m_subject, terminal);
    const std::optional<IndexFolder::About> about = folder.about();
    m_knowsClasses = about && !about->classNames.empty();
    if (m_knowsClasses)
        return openFolder(m_folder, m_labels, about->classNames, terminal);
    if (!m_labels.map.empty() || m_labels.asked != LabelsAsked::Automatic)
        throw UsageError(utf8(CommandLine::tr(
            "--labels and --label-map need --model here: the index does not tell the network's classes.")));
    return openPhotoSet(m_folder.data, m_folder.split);
}

IndexStanding IndexCommand::standingTo(const IndexFolder &folder, const PhotoSet &set) const
{
    IndexStanding standing = standingOf(folder, set);
    if (!m_subject.network && !m_knowsClasses)
        standing.relabelled = 0; // nobody knows what the labels are to the network
    return standing;
}

/// None where no photos are given. Throws Error: IndexOfOther, where the index knows none of them.
std::optional<IndexStanding> IndexCommand::standingToGiven(const IndexFolder &folder, Terminal &terminal)
{
    if (m_folder.data.empty())
        return {};
    const IndexStanding standing = standingTo(folder, photosOf(folder, terminal));
    if (standing.isBuilt && standing.known == 0 && standing.photos > 0)
        throw Error(ErrorKind::IndexOfOther, folder.root(), {}, Phrase::OtherBlocks);
    return standing;
}

/// What one should know of the statistics is told. Without photos nobody knows which have other classes now.
IndexStanding IndexCommand::standingOfShown(
    const IndexFolder &folder, const FilterIndex &index, Terminal &terminal)
{
    IndexStanding standing;
    standing.countedGone = index.manifest().gone;
    standing = standingToGiven(folder, terminal).value_or(standing);
    tellCounted(standing, terminal);
    return standing;
}

/// A damaged index can be removed without anybody knowing what it was of.
std::filesystem::path IndexCommand::toRemove(Terminal &terminal)
{
    try {
        const IndexFolder folder = asked(terminal);
        if (!m_index.empty())
            standingToGiven(folder, terminal);
        return folder.root();
    } catch (const Error &error) {
        if (m_index.empty()
            || (error.kind() != ErrorKind::IndexDamaged && error.kind() != ErrorKind::IndexTooNew))
            throw;
        return m_index;
    }
}

void IndexCommand::tellStanding(const IndexFolder &folder, const PhotoSet &set, Terminal &terminal) const
{
    const IndexStanding standing = standingTo(folder, set);
    if (m_json) {
        terminal.print(standingJson(standing, folder.root()));
        return;
    }
    QString text = displayText(folder.root()) + u'\n' + standingText(standing) + u'\n';
    if (standing.failed > 0)
        text += CommandLine::tr("Photos that could not be read: %1.").arg(standing.failed) + u'\n';
    if (const QString counted = countedText(standing); !counted.isEmpty())
        text += counted + u'\n';
    terminal.print(text.toUtf8());
}

int IndexCommand::build(Terminal &terminal)
{
    const auto [index, set] = opened(terminal);
    bringUpToDate(index, m_subject, set, m_options, terminal);
    if (m_index.empty())
        shrinkIndexes(maxIndexBytes, index.folder.root());
    tellStanding(index.folder, set, terminal);
    return terminal.exitCode();
}

int IndexCommand::status(Terminal &terminal)
{
    if (!m_index.empty() && m_folder.data.empty()) {
        const FilterIndex index{asked(terminal)};
        if (m_json) {
            terminal.print(indexJson(index, m_index));
            return terminal.exitCode();
        }
        terminal.print(CommandLine::tr("%1 photos of %2, by %3\n")
                           .arg(index.photoCount())
                           .arg(QString::fromStdString(index.about().photos),
                               QString::fromStdString(index.about().network))
                           .toUtf8());
        standingOfShown(IndexFolder(m_index), index, terminal);
        return terminal.exitCode();
    }
    const IndexFolder folder = asked(terminal);
    tellStanding(folder, photosOf(folder, terminal), terminal);
    return terminal.exitCode();
}

int IndexCommand::merge(Terminal &terminal)
{
    const MergeReport report = mergeShards(asked(terminal), m_isPartial);
    const auto listed = [](const std::vector<std::size_t> &blocks) {
        QStringList texts;
        for (const std::size_t block : blocks)
            texts += QString::number(block);
        return texts.join(u',');
    };
    if (!report.damaged.empty()) {
        terminal.failure(
            CommandLine::tr("%1 of %2 blocks are damaged: %3. Build their shards again, which runs "
                            "these blocks again, or merge the others with --partial. Of n shards, shard i "
                            "has the blocks i, i + n, i + 2n, …")
                .arg(report.damaged.size())
                .arg(report.blocks)
                .arg(listed(report.damaged)));
    }
    if (!report.missing.empty()) {
        terminal.failure(
            CommandLine::tr("%1 of %2 blocks are missing: %3. Build their shards, or merge what is "
                            "there with --partial.")
                .arg(report.missing.size())
                .arg(report.blocks)
                .arg(listed(report.missing)));
    }
    terminal.print(CommandLine::tr("Blocks merged: %1. Photos in the index: %2.\n")
                       .arg(report.merged)
                       .arg(report.photos)
                       .toUtf8());
    return terminal.exitCode();
}

int IndexCommand::show(Terminal &terminal)
{
    const IndexFolder folder = asked(terminal);
    const FilterIndex index(folder);
    const IndexStanding standing = standingOfShown(folder, index, terminal);
    const IndexedLayer &layer = index.layer(m_layers.front());
    QStringList names = m_json ? m_subject.plainNames() : m_subject.classNames;
    if (names.isEmpty()) {
        for (const std::string &name : index.about().classNames)
            names += fromUtf8(name);
    }
    if (!m_filter) {
        terminal.print(m_json ? layerJson(index, layer, standing) : layerText(index, layer, names).toUtf8());
        return terminal.exitCode();
    }
    const FilterReport report = reportOf(index, layer, *m_filter, std::size_t(m_count));
    terminal.print(m_json ? filterJson(report, names, standing) : filterText(report, names).toUtf8());
    return terminal.exitCode();
}

int IndexCommand::concepts(Terminal &terminal)
{
    m_subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, m_subject, terminal);
    DissectionRun run(*m_subject.network, set.photos, findLayer(m_subject.info(), m_layers.front()));
    terminal.setSubject(CommandLine::tr("Comparing maps with masks"));
    if (!runToEnd(run, terminal))
        return terminal.exitCode();
    for (const Error &failure : run.result().failed)
        terminal.failure(failure);
    terminal.print(m_json ? dissectionJson(run.result(), m_subject.plainNames())
                          : dissectionText(run.result(), m_subject.classNames).toUtf8());
    return terminal.exitCode();
}

int IndexCommand::remove(Terminal &terminal) const
{
    if (m_all)
        removeIndexes();
    else
        removeIndex(m_index);
    return terminal.exitCode();
}

int IndexCommand::run(Terminal &terminal)
{
    switch (m_action) {
    case Action::Build:
        return build(terminal);
    case Action::Status:
        return status(terminal);
    case Action::Merge:
        return merge(terminal);
    case Action::Show:
        return show(terminal);
    case Action::Concepts:
        return concepts(terminal);
    case Action::Remove:
        if (!m_all)
            m_index = toRemove(terminal);
        return remove(terminal);
    }
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> indexCommand() { return std::make_unique<IndexCommand>(); }

} // namespace convscope
