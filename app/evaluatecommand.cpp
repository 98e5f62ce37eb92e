#include "app/commands.h"
#include "app/optionbinder.h"
#include "app/texts.h"
#include "core/explain/localisationrun.h"
#include "core/network/evaluation.h"
#include "ui/present/listings.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <set>

namespace convscope {

namespace {

/// The methods that are compared: saliency of both objectives, LIME, and a filter's activation where a layer
/// is named.
std::vector<MethodOptions> comparedMethods(const Invocation &asked, const Subject &subject)
{
    Invocation wanted = asked;
    if (!asked.layer)
        std::erase_if(wanted.methods, hasLayer);
    std::vector<MethodOptions> methods = resolvedMethods(wanted, subject);
    const Target target = std::get<LimeOptions>(methods.front()).target;
    methods.insert(methods.begin(),
        {SaliencyOptions{target, Objective::Loss}, SaliencyOptions{target, Objective::Logit}});
    return methods;
}

/// `told`: photos whose failure the user has been told of.
LocalisationReport localise(const Invocation &asked, const Subject &subject, const PhotoSet &set,
    const std::set<std::filesystem::path> &told, Terminal &terminal)
{
    LocalisationRun run(*subject.network, set.photos, comparedMethods(asked, subject));
    terminal.setSubject(CommandLine::tr("Localisation"));
    runToEnd(run, terminal);
    for (const LocalisationReport::Failure &failure : run.result().failed) {
        if (!told.contains(failure.file))
            terminal.failure(failure.error);
    }
    return run.result();
}

} // namespace

void evaluateFolder(const Invocation &asked, Terminal &terminal)
{
    Subject subject = openSubject(asked, terminal);
    const PhotoSet set = openFolder(asked, subject, terminal);
    if (asked.localisation)
        comparedMethods(asked, subject); // what is wrong with the question is said before the long work
    EvaluationRun run(*subject.network, set.photos);
    terminal.setSubject(displayText(set.folder));
    if (!runToEnd(run, terminal)) {
        const Progress reached = run.progress();
        terminal.note(CommandLine::tr("stopped after %1 of %2 photos").arg(reached.done).arg(reached.total));
    }
    std::set<std::filesystem::path> told;
    for (const Evaluation::Failure &failure : run.result().failed) {
        terminal.failure(failure.error);
        told.insert(failure.file);
    }
    if (run.result().mayBeChance())
        terminal.note(sentence(Note(Note::AtChance)));
    std::optional<LocalisationReport> localisation;
    if (asked.localisation)
        localisation = localise(asked, subject, set, told, terminal);
    const LocalisationReport *report = localisation ? &*localisation : nullptr;
    terminal.print(asked.json
            ? evaluationJson(run.result(), report, subject.plainNames(), set.labels)
            : evaluationText(run.result(), report, subject.classNames, set.labels).toUtf8());
}

} // namespace convscope
