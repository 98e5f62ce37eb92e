#include "app/indexinputs.h"

#include "app/exitcodes.h"
#include "app/texts.h"
#include "ui/present/indextexts.h"
#include "ui/present/keptindexes.h"
#include "ui/present/results.h"

namespace convscope {

namespace {

IndexSource sourceOf(const std::filesystem::path &asked, const QString &networkHash, const Subject &subject,
    const PhotoSet &set, const std::vector<std::string> &layers)
{
    std::vector<int> places;
    for (const std::string &layer : layers)
        places.push_back(findLayer(subject.info(), layer));
    IndexSource source =
        indexSource(subject.info(), planIndex(*subject.network, places), networkHash, set, asked);
    if (source.folder.root().empty())
        throw UsageError(utf8(CommandLine::tr("--index is missing: there is no home folder to keep it in.")));
    return source;
}

} // namespace

IndexSource indexSubject(const std::filesystem::path &asked, const std::filesystem::path &model,
    const Subject &subject, const PhotoSet &set, const std::vector<std::string> &layers)
{
    return sourceOf(asked, fileHash(model), subject, set, layers);
}

void requireIndexOf(const IndexFolder::About &index, const std::filesystem::path &folder,
    const QString &networkHash, const Subject &subject)
{
    // Another network need not have its layers: so the file comes first.
    const std::string hash = networkHash.toStdString();
    if (hash != index.key.network)
        throw Error(ErrorKind::IndexOfOther, folder, {}, Phrase::AnotherNetwork);
    std::vector<int> places;
    for (const std::string &layer : index.key.layers)
        places.push_back(findLayer(subject.info(), layer));
    indexKey(subject.info(), planIndex(*subject.network, places), hash).requireSame(index.key, folder);
}

bool bringUpToDate(const IndexSource &index, const Subject &subject, const PhotoSet &set,
    const IndexRunOptions &options, Terminal &terminal)
{
    IndexRun run(*subject.network, index.plan, std::make_shared<const PhotoSet>(set), index.folder,
        index.about, options);
    terminal.setSubject(CommandLine::tr("Looking at photos"));
    const bool isWhole = runToEnd(run, terminal);
    if (!isWhole) {
        run.settle();
        const Progress reached = run.progress();
        terminal.note(CommandLine::tr("stopped after %1 of %2 photos; the same command goes on from there")
                          .arg(reached.done)
                          .arg(reached.total));
    }
    if (run.work().isBegunAnew)
        terminal.note(
            CommandLine::tr("so many photos have gone or changed that the lists of filters would have "
                            "been too short: the index was begun anew"));
    for (const Error &failure : run.failures())
        terminal.failure(failure);
    return isWhole;
}

void tellCounted(const IndexStanding &standing, Terminal &terminal)
{
    if (const QString counted = countedText(standing); !counted.isEmpty())
        terminal.note(counted);
}

std::optional<CurrentIndex> currentIndex(const std::filesystem::path &asked,
    const std::filesystem::path &model, const Subject &subject, const PhotoSet &set, Terminal &terminal)
{
    const QString networkHash = fileHash(model);
    IndexSource index = sourceOf(asked, networkHash, subject, set, {});
    if (const std::optional<IndexFolder::About> there = index.folder.about()) {
        requireIndexOf(*there, index.folder.root(), networkHash, subject);
        // It may be of other layers than the usual ones; those are kept.
        if (there->key.layers != index.about.key.layers)
            index = sourceOf(asked, networkHash, subject, set, there->key.layers);
    }
    IndexStanding standing = standingOf(index.folder, set);
    if (!standing.isCurrent()) {
        terminal.note(standingText(standing));
        if (!bringUpToDate(index, subject, set, {}, terminal))
            return {};
        standing = standingOf(index.folder, set);
    } else if (standing.touched > 0) {
        try { // their new times are written, so that they need not be looked at again
            bringUpToDate(index, subject, set, {}, terminal);
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::CannotWrite && error.kind() != ErrorKind::IndexBusy)
                throw;
        }
    }
    tellCounted(standing, terminal);
    if (asked.empty()) {
        touchIndex(index.folder.root());
        shrinkIndexes(maxIndexBytes, index.folder.root());
    }
    return CurrentIndex{index.folder, standing};
}

} // namespace convscope
