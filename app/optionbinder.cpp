#include "app/optionbinder.h"

#include "app/texts.h"

#include "core/error.h"

#include <charconv>
#include <cmath>
#include <type_traits>

namespace convscope {

namespace {

std::string help(const std::string &name)
{
    static const std::map<std::string, const char *> texts = {
        {"target",
            QT_TRANSLATE_NOOP("CommandLine", "class to explain: true, predicted, its number or its name")},
        {"objective", QT_TRANSLATE_NOOP("CommandLine", "what is differentiated: loss or logit")},
        {"layer", QT_TRANSLATE_NOOP("CommandLine", "layer: its index or its name")},
        {"filter", QT_TRANSLATE_NOOP("CommandLine", "filter of the layer, from 0")},
        {"iterations", QT_TRANSLATE_NOOP("CommandLine", "steps of the optimiser")},
        {"lr", QT_TRANSLATE_NOOP("CommandLine", "learning rate of the optimiser")},
        {"noise-seed",
            QT_TRANSLATE_NOOP("CommandLine", "start from noise of this seed instead of from the photo")},
        {"seed", QT_TRANSLATE_NOOP("CommandLine", "seed of the samples")},
        {"samples", QT_TRANSLATE_NOOP("CommandLine", "samples drawn around the photo")},
        {"segments", QT_TRANSLATE_NOOP("CommandLine", "superpixels wanted, about")},
        {"compactness", QT_TRANSLATE_NOOP("CommandLine", "larger: squarer superpixels")},
        {"sigma", QT_TRANSLATE_NOOP("CommandLine", "smoothing before the superpixels, in pixels")},
        {"features", QT_TRANSLATE_NOOP("CommandLine", "superpixels marked, the largest weights first")},
        {"min-weight", QT_TRANSLATE_NOOP("CommandLine", "least weight that is marked")},
        {"score", QT_TRANSLATE_NOOP("CommandLine", "what is explained: logits or probabilities")},
        {"stream-offset",
            QT_TRANSLATE_NOOP("CommandLine", "random numbers of the seed that were drawn before")},
        {"stop-when-stable",
            QT_TRANSLATE_NOOP("CommandLine", "end once the marked superpixels no longer change")},
    };
    const auto found = texts.find(name);
    return found == texts.end() ? std::string() : utf8(CommandLine::tr(found->second));
}

/// As few digits as tell the value; large whole numbers in full, not as 1e+05.
std::string shortest(double value)
{
    char buffer[32];
    const bool whole = std::abs(value) < 1e15 && value == std::trunc(value);
    const auto written = whole ? std::to_chars(buffer, buffer + sizeof buffer, std::int64_t(value))
                               : std::to_chars(buffer, buffer + sizeof buffer, value);
    return std::string(buffer, written.ptr);
}

[[noreturn]] void refuse(const std::string &option, const std::string &text, const QString &allowed)
{
    throw CLI::ValidationError(option, isNot(text, allowed));
}

template <typename Number>
Number parseNumber(const std::string &option, const std::string &text, Bounds bounds)
{
    Number value{};
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    const bool inside =
        double(value) >= bounds.least && double(value) <= bounds.most && std::isfinite(double(value));
    if (parsed.ec != std::errc() || parsed.ptr != end || !inside) {
        const QString allowed = std::is_integral_v<Number> ? CommandLine::tr("a whole number from %1 to %2")
                                                           : CommandLine::tr("a number from %1 to %2");
        refuse(option, text, allowed.arg(fromUtf8(shortest(bounds.least)), fromUtf8(shortest(bounds.most))));
    }
    return value;
}

// Text to each kind of member there is in core/explain/options.h, and back for the help.

template <typename Number>
void parse(const std::string &option, const std::string &text, Bounds bounds,
    Number &member) requires std::is_arithmetic_v<Number>
{
    member = parseNumber<Number>(option, text, bounds);
}

void parse(const std::string &option, const std::string &text, Bounds, bool &member)
{
    if (text != "true" && text != "false")
        refuse(option, text, CommandLine::tr("true or false"));
    member = text == "true";
}

void parse(
    const std::string &option, const std::string &text, Bounds bounds, std::optional<std::uint32_t> &member)
{
    std::uint32_t value = 0;
    parse(option, text, bounds, value);
    member = value;
}

/// What is neither a word of ours nor a number is the name of a class, which only an open network can tell.
/// Returns whether it is none.
bool parse(const std::string &option, const std::string &text, Target &member)
{
    try {
        member = parseTarget(text);
        return true;
    } catch (const Error &) {
        const bool isNumber = text.find_first_not_of("+-.,0123456789") == std::string::npos;
        if (isNumber)
            refuse(option, text, CommandLine::tr("true, predicted, or the number or the name of a class"));
        return false;
    }
}

void parse(const std::string &option, const std::string &text, Bounds, Objective &member)
{
    if (text != "loss" && text != "logit")
        refuse(option, text, CommandLine::tr("loss or logit"));
    member = text == "loss" ? Objective::Loss : Objective::Logit;
}

void parse(const std::string &option, const std::string &text, Bounds, Score &member)
{
    if (text != "logits" && text != "probabilities")
        refuse(option, text, CommandLine::tr("logits or probabilities"));
    member = text == "logits" ? Score::Logits : Score::Probabilities;
}

template <typename Number> std::string text(Number value) requires std::is_integral_v<Number>
{
    return std::to_string(value);
}
std::string text(double value) { return shortest(value); }
std::string text(const std::optional<std::uint32_t> &value) { return value ? text(*value) : std::string(); }
std::string text(const Target &value) { return toString(value); }
std::string text(Objective value) { return value == Objective::Loss ? "loss" : "logit"; }
std::string text(Score value) { return value == Score::Logits ? "logits" : "probabilities"; }

template <typename Visit> void visitFields(MethodOptions &options, Visit &&visit)
{
    std::visit([&](auto &any) { std::decay_t<decltype(any)>::fields(any, visit); }, options);
}

} // namespace

OptionBinder::OptionBinder(
    CLI::App &app, std::optional<std::string> &layer, std::optional<std::string> &target)
    : m_app(app)
    , m_layer(layer)
    , m_target(target)
{
}

void OptionBinder::add(MethodOptions &options)
{
    visitFields(options, [this](const std::string &name, auto &member, Bounds bounds) {
        if (name == "layer") {
            bind(name, text(member), [&layer = m_layer](const std::string &given) { layer = given; });
            return;
        }
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, Target>) {
            bind(name, text(member), [name, &member, &named = m_target](const std::string &given) {
                named.reset();
                if (!parse("--" + name, given, member))
                    named = given;
            });
            return;
        } else
            bind(name, text(member), [name, &member, bounds](const std::string &given) {
                parse("--" + name, given, bounds, member);
            });
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, bool>)
            option(name).expected(0)->default_str(""); // a flag
    });
}

void OptionBinder::bind(const std::string &name, const std::string &standard, Setter setter)
{
    Entry &entry = m_options[name];
    if (!entry.option) {
        entry.setters = std::make_shared<std::vector<Setter>>();
        const auto setAll = [setters = entry.setters](const std::string &given) {
            for (const Setter &set : *setters)
                set(given);
        };
        entry.option = m_app.add_option_function<std::string>("--" + name, setAll, help(name));
        entry.option->type_name("")->default_str(standard);
    }
    entry.setters->push_back(std::move(setter));
}

void OptionBinder::need(CLI::Option &flag)
{
    for (auto &[name, entry] : m_options)
        entry.option->needs(&flag);
}

bool hasLayer(const MethodOptions &options)
{
    bool has = false;
    MethodOptions copy = options; // fields visits members to change
    visitFields(copy, [&has](const std::string &name, auto &, Bounds) { has = has || name == "layer"; });
    return has;
}

void setLayer(MethodOptions &options, int layer)
{
    visitFields(options, [layer](const std::string &name, auto &member, Bounds) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, int>) {
            if (name == "layer")
                member = layer;
        }
    });
}

void setTarget(MethodOptions &options, const Target &target)
{
    visitFields(options, [&target](const std::string &, auto &member, Bounds) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, Target>)
            member = target;
    });
}

void checkOptions(const NetworkInfo &info, const MethodOptions &options)
{
    std::optional<int> layer;
    std::optional<int> filter;
    MethodOptions copy = options; // fields visits members to change
    visitFields(copy, [&](const std::string &name, auto &member, Bounds) {
        using Member = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Member, int>) {
            if (name == "layer")
                layer = member;
            else if (name == "filter")
                filter = member;
        } else if constexpr (std::is_same_v<Member, Target>) {
            if (member.kind == Target::Kind::Class && member.index >= info.classCount) {
                throw Error(ErrorKind::ClassOutOfRange, {},
                    {std::to_string(member.index), std::to_string(info.classCount)});
            }
        }
    });
    if (layer && filter)
        checkFilter(info, *layer, *filter);
}

int parseInt(const std::string &option, const std::string &given, Bounds bounds)
{
    return parseNumber<int>(option, given, bounds);
}

double parseReal(const std::string &option, const std::string &given, Bounds bounds)
{
    return parseNumber<double>(option, given, bounds);
}

} // namespace convscope
