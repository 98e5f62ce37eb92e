#include "app/askedmethod.h"

#include "app/inputs.h"
#include "app/optionkinds.h"
#include "core/error.h"
#include "ui/present/methodtexts.h"
#include "ui/present/numbertext.h"

namespace convscope {

namespace {

// Text to each kind of field there is in core/explain/fields.h, and back for the help. A parser gives none
// where the text means nothing.

template <typename Field> std::optional<Field> parsed(const std::string &text, const Bounds &bounds)
{
    if constexpr (std::is_same_v<Field, bool>) {
        if (text == "true" || text == "false")
            return text == "true";
        return {};
    } else if constexpr (Worded<Field>)
        return fromWord<Field>(text);
    else if constexpr (std::is_same_v<Field, FilterId> || std::is_same_v<Field, ClassId>)
        return numberFrom<int>(text, bounds);
    else if constexpr (std::is_same_v<Field, Seed>)
        return numberFrom<std::uint32_t>(text, bounds);
    else if constexpr (std::is_same_v<Field, std::optional<Seed>>) {
        const std::optional<Seed> seed = parsed<Seed>(text, bounds);
        return seed ? std::optional<Field>(seed) : std::nullopt;
    } else
        return numberFrom<Field>(text, bounds);
}

/// What is neither a word of ours nor a number may be the name of a class.
bool mayBeName(const std::string &text)
{
    return text.find_first_not_of("+-.,0123456789") != std::string::npos;
}

template <typename Field> std::string text(const Field &value)
{
    if constexpr (std::is_same_v<Field, bool>)
        return value ? "true" : "false";
    else if constexpr (std::is_same_v<Field, Target>)
        return toString(value);
    else if constexpr (Worded<Field>)
        return word(value);
    else {
        const std::optional<double> number = numberIn(value);
        return number ? numberText(*number).toStdString() : std::string();
    }
}

/// Calls visit(member, bounds) for the field of this name.
template <typename Options, typename Visit>
void visitField(Options &options, const std::string &field, Visit &&visit)
{
    visitFields(options, [&](const char *name, auto &member, const Bounds &bounds) {
        if (name == field)
            visit(member, bounds);
    });
}

} // namespace

AskedMethod::AskedMethod(const MethodOptions &defaults)
    : m_options(defaults)
{
}

bool AskedMethod::has(const std::string &field) const
{
    bool found = false;
    visitField(m_options, field, [&](const auto &, const Bounds &) { found = true; });
    return found;
}

bool AskedMethod::choosesMap() const
{
    bool chooses = false;
    visitFields(m_options, [&](const char *name, const auto &member, const Bounds &) {
        using Field = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Field, LayerId> || std::is_same_v<Field, FilterId>)
            chooses = chooses || m_set.count(name);
    });
    return chooses;
}

void AskedMethod::set(const std::string &field, const std::string &given, const std::string &option)
{
    bool isAllowed = true;
    bool isWord = false;
    const QString allowed = allowedText(m_options, field.c_str());
    visitField(m_options, field, [&](auto &member, const Bounds &bounds) {
        using Field = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Field, LayerId>) {
            m_layer = given;
            isAllowed = !given.empty();
        } else if constexpr (std::is_same_v<Field, Target>) {
            const std::optional<Target> target = targetFrom(given);
            m_class = target ? std::nullopt : std::optional(given);
            member = target.value_or(member);
            isAllowed = target || mayBeName(given);
        } else {
            const std::optional<Field> value = parsed<Field>(given, bounds);
            isWord = Worded<Field> || std::is_same_v<Field, bool>;
            isAllowed = value.has_value();
            if (isAllowed)
                member = *value;
        }
    });
    if (!isAllowed)
        refuse(option, given, isWord ? oneOf(allowed) : allowed);
    m_set.insert(field);
}

void AskedMethod::take(const SharedFields &shared)
{
    std::map<std::string, std::string> taken;
    visitFields(m_options, [&](const char *name, const auto &member, const Bounds &) {
        using Field = std::decay_t<decltype(member)>;
        const std::optional<std::string> *given = nullptr;
        if constexpr (std::is_same_v<Field, Target>)
            given = &shared.target;
        else if constexpr (std::is_same_v<Field, LayerId>)
            given = &shared.layer;
        else if constexpr (std::is_same_v<Field, FilterId>)
            given = &shared.filter;
        if (given && *given && !m_set.count(name))
            taken[name] = **given;
    });
    for (const auto &[name, given] : taken)
        set(name, given, "--" + name);
}

MethodOptions AskedMethod::resolved(const Subject &subject) const
{
    const MethodOptions options = named(subject);
    checkQuestion(subject.info(), options);
    return options;
}

MethodOptions AskedMethod::resolvedForRow(const Subject &subject) const
{
    const MethodOptions options = named(subject);
    try {
        checkQuestion(subject.info(), options);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::LayerWithoutMaps && error.kind() != ErrorKind::FilterOutOfRange)
            throw;
    }
    return options;
}

/// Names are what the network means by them.
MethodOptions AskedMethod::named(const Subject &subject) const
{
    MethodOptions options = m_options;
    if (Target *target = fieldOf<Target>(options); target && m_class)
        *target = findTarget(subject, *m_class);
    if (LayerId *layer = fieldOf<LayerId>(options); layer && m_layer)
        *layer = findLayer(subject.info(), *m_layer);
    return options;
}

std::vector<std::string> fieldNames(const MethodOptions &method)
{
    std::vector<std::string> names;
    visitFields(method, [&](const char *name, const auto &, const Bounds &) { names.push_back(name); });
    return names;
}

std::string defaultText(const MethodOptions &method, const std::string &field)
{
    std::string shown;
    visitField(method, field, [&](const auto &member, const Bounds &) { shown = text(member); });
    return shown;
}

} // namespace convscope
