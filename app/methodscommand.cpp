#include "app/askedmethod.h"
#include "app/commands.h"
#include "app/optionkinds.h"
#include "app/rowgroup.h"
#include "app/terminal.h"
#include "app/texts.h"
#include "ui/present/methodtexts.h"
#include "ui/present/recipe.h"
#include "ui/present/table.h"

namespace convscope {

namespace {

/// How a value is called in JSON, and for people.
struct Said
{
    const char *word;
    const char *text;
};

/// In the order of AnswerKind.
constexpr Said answers[] = {
    {"attribution", QT_TRANSLATE_NOOP("CommandLine", "a map for a class")},
    {"activation", QT_TRANSLATE_NOOP("CommandLine", "the map of one filter")},
    {"optimised_image", QT_TRANSLATE_NOOP("CommandLine", "a picture made step by step")},
    {"superpixel_weights", QT_TRANSLATE_NOOP("CommandLine", "a weight for each superpixel")},
    {"layer_maps", QT_TRANSLATE_NOOP("CommandLine", "a map for a class at each layer")},
    {"filter_weights", QT_TRANSLATE_NOOP("CommandLine", "a weight for each filter")},
};
static_assert(std::size(answers) == std::variant_size_v<Answer>);

/// In the order of Meaning.
constexpr Said meanings[] = {
    {"sensitivity", QT_TRANSLATE_NOOP("CommandLine", "how much each place matters")},
    {"evidence", QT_TRANSLATE_NOOP("CommandLine", "what speaks for it and against it")},
    {"relevance", QT_TRANSLATE_NOOP("CommandLine", "where that lies which speaks for it")},
    {"slope", QT_TRANSLATE_NOOP("CommandLine", "where more light raises or lowers the answer")},
};

const Said &said(AnswerKind kind) { return answers[std::size_t(kind)]; }
const Said &said(Meaning meaning) { return meanings[std::size_t(meaning)]; }

bool isAttribution(const MethodTraits &traits) { return traits.answer == AnswerKind::Attribution; }

/// The kind of answer in words.
QString answerText(const MethodOptions &method)
{
    const MethodTraits &traits = traitsOf(method);
    const QString answer = CommandLine::tr(said(traits.answer).text);
    return isAttribution(traits)
        ? CommandLine::tr("%1: %2").arg(answer, CommandLine::tr(said(meaningOf(method)).text))
        : answer;
}

template <typename Field> constexpr const char *typeWord()
{
    if constexpr (std::is_same_v<Field, Target>)
        return "class";
    else if constexpr (std::is_same_v<Field, LayerId>)
        return "layer";
    else if constexpr (std::is_same_v<Field, FilterId>)
        return "filter";
    else if constexpr (std::is_same_v<Field, ClassId>)
        return "class";
    else if constexpr (std::is_same_v<Field, Seed> || std::is_same_v<Field, std::optional<Seed>>)
        return "seed";
    else if constexpr (std::is_same_v<Field, bool>)
        return "boolean";
    else if constexpr (Worded<Field>)
        return "word";
    else
        return std::is_integral_v<Field> ? "integer" : "number";
}

/// Whole numbers without a point; null where there is no bound.
Json boundJson(double bound)
{
    if (!std::isfinite(bound))
        return nullptr;
    return bound == std::trunc(bound) ? Json(std::int64_t(bound)) : Json(bound);
}

template <typename Field> Json wordsJson()
{
    if constexpr (Worded<Field>)
        return Words<Field>::all;
    else
        return nullptr;
}

Json parametersOf(const MethodOptions &method)
{
    const Json defaults = parametersJson(method);
    Json list = Json::array();
    visitFields(method, [&](const char *name, const auto &member, const Bounds &bounds) {
        using Field = std::decay_t<decltype(member)>;
        list.push_back({{"name", name}, {"type", typeWord<Field>()}, {"default", defaults.at(name)},
            {"min", boundJson(bounds.min)}, {"max", boundJson(bounds.max)}, {"words", wordsJson<Field>()},
            {"sentence", fieldDescription(method, name).help.toStdString()}});
    });
    return list;
}

Json methodJson(const MethodOptions &method)
{
    const MethodTraits &traits = traitsOf(method);
    return {{"name", traits.name}, {"view", id(method).toStdString()}, {"answer", said(traits.answer).word},
        {"meaning", isAttribution(traits) ? Json(said(meaningOf(method)).word) : Json(nullptr)},
        {"title", methodTitle(method).toStdString()}, {"sentence", methodExplanation(method).toStdString()},
        {"slow", traits.isSlow}, {"needs_gradients", traits.needsGradients},
        {"parameters", parametersOf(method)}};
}

QString parametersText(const MethodOptions &method)
{
    using Align = Table::Align;
    Table table({Align::Left, Align::Left, Align::Left, Align::Left});
    for (const std::string &name : fieldNames(method)) {
        const QString standard = fromUtf8(defaultText(method, name));
        table.addRow({fromUtf8(name), standard.isEmpty() ? QStringLiteral("–") : standard,
            allowedText(method, name.c_str()), fieldDescription(method, name.c_str()).help});
    }
    return table.text(QStringLiteral("  "));
}

/// The name stands first: whoever completes what is typed reads it from there.
QString methodText(const MethodOptions &method)
{
    return CommandLine::tr("%1 – %2 (%3)")
               .arg(QLatin1String(methodName(method)), methodSummary(method), answerText(method))
        + u'\n' + parametersText(method);
}

class MethodsCommand : public Command
{
public:
    std::string name() const override { return "methods"; }
    QString help() const override { return CommandLine::tr("list the methods and their parameters"); }
    void bind(CLI::App &app) override { addJsonFlag(app, m_json); }
    int run(Terminal &terminal) override;

private:
    bool m_json = false;
};

int MethodsCommand::run(Terminal &terminal)
{
    Json list = Json::array();
    QStringList texts;
    for (const MethodOptions &method : allMethods()) {
        list.push_back(methodJson(method));
        texts += methodText(method);
    }
    terminal.print(m_json ? asciiText(list) : texts.join(u'\n').toUtf8());
    return terminal.exitCode();
}

} // namespace

std::unique_ptr<Command> methodsCommand() { return std::make_unique<MethodsCommand>(); }

} // namespace convscope
