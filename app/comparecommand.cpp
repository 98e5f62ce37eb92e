#include "app/commands.h"
#include "app/drawings.h"
#include "app/exitcodes.h"
#include "app/fieldgroup.h"
#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/rowgroup.h"
#include "app/texts.h"
#include "app/work.h"
#include "core/explain/comparisonrun.h"
#include "ui/present/comparedmethods.h"
#include "ui/present/comparisontexts.h"
#include "ui/present/figurename.h"
#include "ui/present/keptcomparison.h"
#include "ui/present/paths.h"
#include "ui/present/preset.h"
#include "ui/present/sentences.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace convscope {

namespace {

constexpr int usualCount = 20;
/// One method of each family.
const QString usualPreset = QStringLiteral("agree");

/// The methods that can be compared, with their defaults.
std::vector<MethodOptions> comparedMethods() { return comparableOf(allMethods()); }

std::vector<MethodOptions> usualMethods()
{
    return comparableOf(questionsOf(builtInPreset(usualPreset)->rows));
}

std::vector<std::string> namesOf(const std::vector<MethodOptions> &methods)
{
    std::vector<std::string> names;
    for (const MethodOptions &method : methods)
        names.push_back(methodName(method));
    return names;
}

std::vector<std::string> namesOf(const std::vector<MeasurePtr> &measures)
{
    std::vector<std::string> names;
    for (const MeasurePtr &measure : measures)
        names.push_back(measure->traits().name);
    return names;
}

QString joinedNames(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list += fromUtf8(name);
    return list.join(QStringLiteral(", "));
}

/// The parts of a list, none of them twice. Throws CLI::ValidationError.
std::vector<std::string> partsOf(const std::string &option, const std::string &text)
{
    std::vector<std::string> parts = splitAtCommas(text);
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (std::find(parts.begin(), part, *part) != part)
            throw CLI::ValidationError(
                option, utf8(CommandLine::tr("“%1” is there twice").arg(fromUtf8(*part))));
    }
    if (parts.empty())
        throw CLI::ValidationError(option, utf8(CommandLine::tr("nothing is named")));
    return parts;
}

enum class Format
{
    Text,
    Json,
    Csv
};

class CompareCommand : public Command
{
public:
    std::string name() const override { return "compare"; }
    QString help() const override { return CommandLine::tr("compare methods by measures over many photos"); }
    void bind(CLI::App &app) override;
    void check() override;
    int run(Terminal &terminal) override;
    Painting paints() const override { return m_out.empty() ? Painting::None : Painting::All; }

private:
    void bindMethods(CLI::App &app);
    void bindMeasures(CLI::App &app);
    void bindFormats(CLI::App &app);
    void bindShared(
        CLI::App &app, const char *name, const MethodOptions &method, std::optional<std::string> &text);
    void readMethods(const std::string &text);
    void readMeasures(const std::string &text);
    std::vector<MethodOptions> questions(const Subject &subject) const;
    ComparisonPlan plan(const Subject &subject, const PhotoSet &set, Terminal &terminal) const;
    void tell(const ComparisonRun &run, const ComparisonPlan &plan, const ComparisonSummary &summary,
        const Subject &subject, Terminal &terminal) const;
    std::optional<std::size_t> sortedBy() const;
    QByteArray printed(
        const ComparisonPlan &plan, const ComparedPhotos &photos, const ComparisonSummary &summary) const;

    NetworkGroup m_network;
    FolderGroup m_folder;
    LabelGroup m_labels;
    std::optional<int> m_count = usualCount; ///< none: all
    bool m_all = false; ///< methods
    std::vector<AskedMethod> m_methods; ///< those that were named
    RowGroup m_rows{rowsWithPlaces()};
    SharedFields m_shared;
    std::vector<MeasurePtr> m_measures;
    std::string m_sort;
    Format m_format = Format::Text;
    std::filesystem::path m_out; ///< of a figure; empty: none
    bool m_again = false;
};

void CompareCommand::bind(CLI::App &app)
{
    m_network.bind(app);
    m_folder.bind(app, CommandLine::tr("folder of photos"), CommandLine::tr("split of the folder"));
    m_labels.bind(app);
    m_labels.bindClasses(app);
    app.add_option_function<std::string>(
           "--count",
           [this](const std::string &text) {
               m_count = text == "all" ? std::nullopt : std::optional(parseInt("--count", text, {1, 2e9}));
           },
           utf8(CommandLine::tr("how many photos, evenly spread over the folder; all: each of them")))
        ->type_name("N|all")
        ->default_str(std::to_string(usualCount));
    bindMethods(app);
    bindMeasures(app);
    bindFormats(app);
    app.add_flag("--again", m_again,
        utf8(CommandLine::tr("measure all anew; else what was measured before is taken from the cache")));
}

void CompareCommand::bindMethods(CLI::App &app)
{
    app.add_option_function<std::string>(
           "--methods", [this](const std::string &text) { readMethods(text); },
           utf8(CommandLine::tr("methods with their usual values: all, or some of %1")
                    .arg(joinedNames(namesOf(comparedMethods())))))
        ->type_name("all|NAME,…")
        ->default_str(utf8(joinedNames(namesOf(usualMethods())).remove(u' ')));
    m_rows.bind(app,
        CommandLine::tr("a method to compare, with values of its own; as often as you like (see convscope "
                        "methods)"),
        CommandLine::tr("compare the methods of a preset: %1, one that you keep, or a .convrows file"));
    bindShared(app, "--target", SaliencyOptions{}, m_shared.target);
    bindShared(app, "--layer", ActivationOptions{}, m_shared.layer);
    bindShared(app, "--filter", ActivationOptions{}, m_shared.filter);
}

/// What all methods share.
void CompareCommand::bindShared(
    CLI::App &app, const char *name, const MethodOptions &method, std::optional<std::string> &text)
{
    const std::string field = name + 2;
    app.add_option_function<std::string>(
           name,
           [name, field, method, &text](const std::string &given) {
               AskedMethod(method).set(field, given, name); // refuses what cannot be meant
               text = given;
           },
           utf8(fieldHelp(method, field, false)))
        ->type_name("")
        ->default_str(defaultText(method, field));
}

void CompareCommand::bindMeasures(CLI::App &app)
{
    app.add_option_function<std::string>(
           "--measures", [this](const std::string &text) { readMeasures(text); },
           utf8(CommandLine::tr("what is measured: all, or some of %1")
                    .arg(joinedNames(namesOf(allMeasures())))))
        ->type_name("all|NAME,…")
        ->default_str(utf8(joinedNames(namesOf(usualComparedMeasures())).remove(u' ')));
    app.add_option_function<std::string>(
           "--sort",
           [this](const std::string &text) {
               if (!measureNamed(text))
                   refuse("--sort", text, oneOf(namesOf(allMeasures())));
               m_sort = text;
           },
           utf8(CommandLine::tr("sort the methods by this measure, the best first")))
        ->type_name("MEASURE");
}

void CompareCommand::bindFormats(CLI::App &app)
{
    CLI::Option *json = app.add_flag_callback(
        "--json", [this] { m_format = Format::Json; },
        utf8(CommandLine::tr("print JSON, with the values of each photo")));
    app.add_flag_callback(
           "--csv", [this] { m_format = Format::Csv; },
           utf8(CommandLine::tr("print CSV, a line for each method and measure")))
        ->excludes(json);
    addPath(app, "--out", m_out, "FILE",
        CommandLine::tr("also draw the table and the values of each photo: .png, .svg or .pdf"));
}

void CompareCommand::readMethods(const std::string &text)
{
    const std::vector<MethodOptions> methods = comparedMethods();
    if (text == "all") {
        m_all = true;
        for (const MethodOptions &method : methods)
            m_methods.emplace_back(method);
        return;
    }
    for (const std::string &name : partsOf("--methods", text)) {
        const std::optional<MethodOptions> method = methodNamed(name);
        if (!method || !isComparable(*method))
            refuse("--methods", name, oneOf(namesOf(methods)));
        m_methods.emplace_back(*method);
    }
}

void CompareCommand::readMeasures(const std::string &text)
{
    m_measures.clear();
    if (text == "all") {
        m_measures = allMeasures();
        return;
    }
    for (const std::string &name : partsOf("--measures", text)) {
        const MeasurePtr measure = measureNamed(name);
        if (!measure)
            refuse("--measures", name, oneOf(namesOf(allMeasures())));
        m_measures.push_back(measure);
    }
}

void CompareCommand::check()
{
    m_network.complete();
    if (m_network.demo && m_folder.data.empty())
        m_folder.data = installedDemo().photos;
    m_network.check();
    if (m_folder.data.empty())
        throw UsageError(utf8(CommandLine::tr("--data is missing: which folder of photos?")));
    if (!m_out.empty() && !isFigureName(m_out))
        throw UsageError(utf8(CommandLine::tr("--out: the figure's name must end in .png, .svg or .pdf.")));
    if (m_measures.empty())
        m_measures = usualComparedMeasures();
    const auto isSorted = [this](const MeasurePtr &measure) { return m_sort == measure->traits().name; };
    if (!m_sort.empty() && std::none_of(m_measures.begin(), m_measures.end(), isSorted))
        throw UsageError(utf8(CommandLine::tr("--sort: %1 is not among --measures.").arg(fromUtf8(m_sort))));
}

/// Those that were named, then the rows; where neither are, the usual ones. A question that is there twice is
/// asked once.
std::vector<MethodOptions> CompareCommand::questions(const Subject &subject) const
{
    std::vector<AskedMethod> asked = m_methods;
    if (asked.empty() && m_rows.isEmpty()) {
        for (const MethodOptions &method : usualMethods())
            asked.emplace_back(method);
    }
    for (AskedMethod &method : asked)
        method.take(m_shared);
    for (const AskedRow &row : m_rows.rows(m_shared))
        asked.push_back(*row.method);
    std::vector<MethodOptions> questions;
    for (const AskedMethod &method : asked) {
        // Of all methods those that the network has no place for say so in the table.
        const MethodOptions question = m_all ? method.resolvedForRow(subject) : method.resolved(subject);
        if (std::find(questions.begin(), questions.end(), question) == questions.end())
            questions.push_back(question);
    }
    return questions;
}

ComparisonPlan CompareCommand::plan(const Subject &subject, const PhotoSet &set, Terminal &terminal) const
{
    ComparisonPlan plan;
    plan.photos = m_count ? spreadPhotos(set.photos, std::size_t(*m_count)) : set.photos;
    plan.questions = questions(subject);
    plan.measures = m_measures;
    if (plan.photos.size() < set.photos.size())
        terminal.note(CommandLine::tr("%1 of %2 photos are compared, evenly spread over the folder. --count "
                                      "takes more, --count all takes each.")
                          .arg(plan.photos.size())
                          .arg(set.photos.size()));
    return plan;
}

/// What went wrong, and what is to be known.
void CompareCommand::tell(const ComparisonRun &run, const ComparisonPlan &plan,
    const ComparisonSummary &summary, const Subject &subject, Terminal &terminal) const
{
    if (run.knownBefore() > 0)
        terminal.note(CommandLine::tr("%1 photos were measured before. --again measures them anew.")
                          .arg(run.knownBefore()));
    for (const auto &photo : run.result()) {
        if (photo && photo->error)
            terminal.failure(*photo->error);
    }
    const QStringList failures = comparisonFailures(plan, run.result());
    for (const QString &failure : failures)
        terminal.failure(failure);
    for (const QString &note : comparisonNotes(plan, summary, subject.info().classCount))
        terminal.note(note);
    if (run.notKept())
        terminal.note(
            CommandLine::tr("what was measured could not be kept: %1").arg(sentence(*run.notKept())));
}

std::optional<std::size_t> CompareCommand::sortedBy() const
{
    for (std::size_t measure = 0; measure < m_measures.size(); ++measure) {
        if (m_sort == m_measures[measure]->traits().name)
            return measure;
    }
    return {};
}

QByteArray CompareCommand::printed(
    const ComparisonPlan &plan, const ComparedPhotos &photos, const ComparisonSummary &summary) const
{
    switch (m_format) {
    case Format::Json:
        return comparisonJson(plan, photos, summary);
    case Format::Csv:
        return comparisonCsv(plan, summary, sortedBy());
    case Format::Text:
        break;
    }
    return comparisonText(plan, photos, summary, sortedBy()).toUtf8();
}

int CompareCommand::run(Terminal &terminal)
{
    if (!m_rows.presetNote().isEmpty())
        terminal.note(m_rows.presetNote());
    const std::optional<FileStamp> stamp = stampOf(m_network.model); // before it is read
    Subject subject = openSubject(m_network, m_labels.classes, terminal);
    const PhotoSet set = openFolder(m_folder, m_labels, subject, terminal);
    const ComparisonPlan asked = plan(subject, set, terminal);
    const NetworkSource source{m_network.model, stamp, askedOf(subject.info())};
    ComparisonRun run(*subject.network, asked, keptComparison(source, m_again));
    terminal.setSubject(CommandLine::tr("Comparing"));
    const bool isWhole = runToEnd(run, terminal);
    run.keep();
    shrinkKept(maxKeptBytes);
    const ComparisonSummary summary = summaryOf(asked, run.result());
    if (!isWhole)
        terminal.note(CommandLine::tr("stopped after %1 of %2 photos; the same command goes on from there")
                          .arg(summary.done)
                          .arg(asked.photos.size()));
    tell(run, asked, summary, subject, terminal);
    if (!m_out.empty())
        drawComparison(m_out, {asked, run.result(), summary, sortedBy(), m_network.model, set.folder});
    terminal.print(printed(asked, run.result(), summary));
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> compareCommand() { return std::make_unique<CompareCommand>(); }

} // namespace convscope
