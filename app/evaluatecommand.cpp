#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/fieldgroup.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/rowgroup.h"
#include "app/secondnetwork.h"
#include "app/texts.h"
#include "core/explain/evaluation.h"
#include "core/explain/localisationrun.h"
#include "ui/present/listings.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <CLI/CLI.hpp>
#include <set>

namespace convscope {

namespace {

/// The notebook's methods that give answers of one kind.
std::vector<MethodOptions> standardMethods(AnswerKind kind)
{
    std::vector<MethodOptions> methods;
    for (const Row &row : standardRows()) {
        if (row.question && traitsOf(*row.question).answer == kind)
            methods.push_back(*row.question);
    }
    return methods;
}

/// The methods that are compared, and whose fields are options: of superpixels, and the map of a filter.
std::vector<MethodOptions> methodsWithOptions()
{
    std::vector<MethodOptions> methods = standardMethods(AnswerKind::SuperpixelWeights);
    for (const MethodOptions &method : standardMethods(AnswerKind::Activation))
        methods.push_back(method);
    return methods;
}

void tellStopped(const Computation &run, bool isComplete, Terminal &terminal)
{
    if (isComplete)
        return;
    const Progress reached = run.progress();
    terminal.note(CommandLine::tr("stopped after %1 of %2 photos").arg(reached.done).arg(reached.total));
}

class EvaluateCommand : public Command
{
public:
    std::string name() const override { return "evaluate"; }
    QString help() const override { return CommandLine::tr("measure the accuracy over a folder of photos"); }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;

private:
    void bindLocalisation(CLI::App &app);
    std::vector<MethodOptions> comparedMethods(const Subject &subject) const;
    std::vector<AskedMethod> standardQuestions() const;
    static ComparedEvaluations evaluated(
        const Subject &subject, const SecondSubject *second, const PhotoSet &set, Terminal &terminal);
    QByteArray textOf(const ComparedEvaluations &found, const LocalisationReport *report,
        const SecondSubject *second, const Subject &subject, const PhotoSet &set) const;
    LocalisationReport localised(const Subject &subject, const PhotoSet &set,
        const std::vector<Evaluation::Failure> &told, Terminal &terminal) const;

    NetworkGroup m_network;
    SecondGroup m_second;
    FolderGroup m_folder;
    LabelGroup m_labels;
    bool m_json = false;
    bool m_localises = false;
    FieldGroup m_fields{methodsWithOptions()};
    RowGroup m_rows{rowsWithPlaces()};
};

void EvaluateCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    m_second.bind(app);
    addJsonFlag(app, m_json);
    m_folder.bind(app, CommandLine::tr("folder of photos"), CommandLine::tr("split of the folder"));
    m_labels.bind(app);
    m_labels.bindClasses(app);
    bindLocalisation(app);
}

void EvaluateCommand::bindLocalisation(CLI::App &app)
{
    CLI::Option *flag = app.add_flag("--localisation", m_localises,
        utf8(CommandLine::tr(
            "also measure how well the explanations point at the food, on photos that have a mask")));
    m_fields.bind(app);
    m_fields.need(*flag);
    m_fields.optionOf<FilterId>()->needs(m_fields.optionOf<LayerId>());
    m_rows.bind(app,
        CommandLine::tr(
            "a method to measure in place of the usual ones, with values of its own; as often as you "
            "like (see convscope methods)"),
        CommandLine::tr("measure the methods of a preset: %1, one that you keep, or a .convrows file"));
    m_rows.need(*flag);
}

void EvaluateCommand::check()
{
    m_network.complete();
    if (m_network.demo && m_folder.data.empty())
        m_folder.data = installedDemo().photos;
    m_network.check();
    if (m_folder.data.empty())
        throw UsageError(utf8(CommandLine::tr("--data is missing: which folder of photos?")));
    if (!m_rows.isEmpty())
        m_fields.refuseOwn();
}

/// Without rows: the attributions of each objective, the superpixels, and the map of a filter where a layer
/// is named.
std::vector<AskedMethod> EvaluateCommand::standardQuestions() const
{
    std::vector<AskedMethod> questions;
    for (MethodOptions method : standardMethods(AnswerKind::Attribution)) {
        Objective *objective = fieldOf<Objective>(method);
        for (std::size_t i = 0; i < (objective ? Words<Objective>::all.size() : 1); ++i) {
            if (objective)
                *objective = Objective(i);
            questions.push_back(m_fields.asked(method));
        }
    }
    for (const AskedMethod &method : m_fields.methods()) {
        if (m_fields.shared().layer || !fieldOf<LayerId>(method.options()))
            questions.push_back(method);
    }
    return questions;
}

std::vector<MethodOptions> EvaluateCommand::comparedMethods(const Subject &subject) const
{
    std::vector<MethodOptions> methods;
    if (m_rows.isEmpty()) {
        for (const AskedMethod &question : standardQuestions())
            methods.push_back(question.resolved(subject));
    }
    for (const AskedRow &row : m_rows.rows(m_fields.shared()))
        methods.push_back(row.method->resolved(subject));
    return methods;
}

/// What the first network says, or both.
ComparedEvaluations EvaluateCommand::evaluated(
    const Subject &subject, const SecondSubject *second, const PhotoSet &set, Terminal &terminal)
{
    ComparedEvaluations found;
    terminal.setSubject(displayText(set.folder));
    if (second) {
        DisagreementRun run(*second->pair, set.photos);
        tellStopped(run, runToEnd(run, terminal), terminal);
        found = run.result();
    } else {
        EvaluationRun run(*subject.network, set.photos);
        tellStopped(run, runToEnd(run, terminal), terminal);
        found.first = run.result();
    }
    for (const Evaluation::Failure &failure : found.first.failed)
        terminal.failure(failure.error);
    if (found.first.mayBeChance())
        terminal.note(sentence(Note(Note::AtChance)));
    return found;
}

/// `told`: failures that the user knows of.
LocalisationReport EvaluateCommand::localised(const Subject &subject, const PhotoSet &set,
    const std::vector<Evaluation::Failure> &told, Terminal &terminal) const
{
    std::set<std::filesystem::path> known;
    for (const Evaluation::Failure &failure : told)
        known.insert(failure.file);
    LocalisationRun run(*subject.network, set.photos, comparedMethods(subject));
    terminal.setSubject(CommandLine::tr("Localisation"));
    runToEnd(run, terminal);
    for (const LocalisationReport::Failure &failure : run.result().failed) {
        if (!known.contains(failure.file))
            terminal.failure(failure.error);
    }
    return run.result();
}

QByteArray EvaluateCommand::textOf(const ComparedEvaluations &found, const LocalisationReport *report,
    const SecondSubject *second, const Subject &subject, const PhotoSet &set) const
{
    const QStringList names = m_json ? subject.plainNames() : subject.classNames;
    const QByteArray text = m_json ? evaluationJson(found.first, report, names, set.labels)
                                   : evaluationText(found.first, report, names, set.labels).toUtf8();
    if (!second)
        return text;
    const ComparedNetworks both{set.photos, found.second, found.disagreement, names, second->classNames};
    return m_json ? comparisonJson(text, both) : text + comparisonText(both).toUtf8();
}

int EvaluateCommand::run(Terminal &terminal)
{
    if (!m_rows.presetNote().isEmpty())
        terminal.note(m_rows.presetNote());
    Subject subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, subject, terminal);
    if (m_localises)
        comparedMethods(subject); // what is wrong with a question is said before the long work
    const auto second = openSecond(m_second, m_network, subject, terminal);
    const ComparedEvaluations found = evaluated(subject, second.get(), set, terminal);
    std::optional<LocalisationReport> localisation;
    if (m_localises)
        localisation = localised(subject, set, found.first.failed, terminal);
    const LocalisationReport *report = localisation ? &*localisation : nullptr;
    terminal.print(textOf(found, report, second.get(), subject, set));
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> evaluateCommand() { return std::make_unique<EvaluateCommand>(); }

} // namespace convscope
