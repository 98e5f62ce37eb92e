#include "app/commands.h"
#include "app/exitcodes.h"
#include "app/fieldgroup.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/rowgroup.h"
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
    Evaluation evaluated(const Subject &subject, const PhotoSet &set, Terminal &terminal) const;
    LocalisationReport localised(const Subject &subject, const PhotoSet &set,
        const std::vector<Evaluation::Failure> &told, Terminal &terminal) const;

    NetworkGroup m_network;
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

Evaluation EvaluateCommand::evaluated(const Subject &subject, const PhotoSet &set, Terminal &terminal) const
{
    EvaluationRun run(*subject.network, set.photos);
    terminal.setSubject(displayText(set.folder));
    if (!runToEnd(run, terminal)) {
        const Progress reached = run.progress();
        terminal.note(CommandLine::tr("stopped after %1 of %2 photos").arg(reached.done).arg(reached.total));
    }
    for (const Evaluation::Failure &failure : run.result().failed)
        terminal.failure(failure.error);
    if (run.result().mayBeChance())
        terminal.note(sentence(Note(Note::AtChance)));
    return run.result();
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

int EvaluateCommand::run(Terminal &terminal)
{
    if (!m_rows.presetNote().isEmpty())
        terminal.note(m_rows.presetNote());
    Subject subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, subject, terminal);
    if (m_localises)
        comparedMethods(subject); // what is wrong with a question is said before the long work
    const Evaluation evaluation = evaluated(subject, set, terminal);
    std::optional<LocalisationReport> localisation;
    if (m_localises)
        localisation = localised(subject, set, evaluation.failed, terminal);
    const LocalisationReport *report = localisation ? &*localisation : nullptr;
    terminal.print(m_json ? evaluationJson(evaluation, report, subject.plainNames(), set.labels)
                          : evaluationText(evaluation, report, subject.classNames, set.labels).toUtf8());
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> evaluateCommand() { return std::make_unique<EvaluateCommand>(); }

} // namespace convscope
