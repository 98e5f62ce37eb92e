#include "core/explain/methods.h"

#include "core/error.h"
#include "core/explain/check.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace convscope {

namespace {

template <std::size_t... Places> std::vector<MethodOptions> defaults(std::index_sequence<Places...>)
{
    return {std::variant_alternative_t<Places, MethodOptions>{}...};
}

template <typename Field> nlohmann::json jsonOf(const Field &field)
{
    if constexpr (std::is_same_v<Field, Target>)
        return toString(field);
    else if constexpr (std::is_same_v<Field, std::optional<Seed>>)
        return field ? nlohmann::json(field->value) : nlohmann::json();
    else if constexpr (std::is_same_v<Field, Seed>)
        return field.value;
    else if constexpr (std::is_same_v<Field,
                           LayerId> || std::is_same_v<Field, FilterId> || std::is_same_v<Field, ClassId>)
        return field.index;
    else if constexpr (Worded<Field>)
        return word(field);
    else {
        static_assert(std::is_arithmetic_v<Field>);
        return field;
    }
}

/// Of the map as the method makes it.
Meaning rawMeaningOf(const MethodOptions &options)
{
    return std::visit(
        [](const auto &asked) {
            if constexpr (requires { asked.meaning(); })
                return asked.meaning();
            else
                return std::decay_t<decltype(asked)>::traits.meaning;
        },
        options);
}

/// What a question has to ask to be about this; none where that is no class.
std::optional<Target> targetFor(const Explained &explained)
{
    if (!explained.label())
        return {};
    Target target{Target::Kind::Class, explained.index};
    if (explained.isContrast())
        target.against = OtherClass{OtherClass::Kind::Class, explained.other};
    return target;
}

} // namespace

const std::vector<MethodOptions> &allMethods()
{
    static const std::vector<MethodOptions> all =
        defaults(std::make_index_sequence<std::variant_size_v<MethodOptions>>());
    return all;
}

const MethodTraits &traitsOf(const MethodOptions &options)
{
    return std::visit(
        [](const auto &asked) -> const MethodTraits & { return std::decay_t<decltype(asked)>::traits; },
        options);
}

Meaning meaningOf(const MethodOptions &options)
{
    const MapForm *form = fieldOf<MapForm>(options);
    const Meaning raw = rawMeaningOf(options);
    return form && isAbsolute(*form) && raw != Meaning::Relevance ? Meaning::Sensitivity : raw;
}

const char *methodName(const MethodOptions &options) { return traitsOf(options).name; }

std::optional<MethodOptions> methodNamed(const std::string &name)
{
    for (const MethodOptions &options : allMethods()) {
        if (name == methodName(options))
            return options;
    }
    return {};
}

bool isSlow(const MethodOptions &options)
{
    return std::visit(
        []<typename Options>(const Options &asked) {
            if constexpr (requires { asked.isSlow(); })
                return asked.isSlow();
            else
                return Options::traits.isSlow;
        },
        options);
}

bool canExplain(const MethodOptions &options, const Target &target)
{
    const MethodTraits &traits = traitsOf(options);
    return fieldOf<Target>(options) && (target.kind != Target::Kind::Filter || traits.explainsFilters)
        && (target.isClass() || !traits.comparesClasses);
}

std::optional<Seed> noiseSeedOf(const MethodOptions &options)
{
    if (const auto *seed = fieldOf<std::optional<Seed>>(options))
        return *seed;
    const Seed *seed = fieldOf<Seed>(options);
    return seed && traitsOf(options).startsFromNoise ? std::optional(*seed) : std::nullopt;
}

bool counts(const MethodOptions &options, std::string_view field)
{
    return std::visit(
        [field]<typename Options>(const Options &asked) {
            if constexpr (requires { asked.counts(field); })
                return asked.counts(field);
            else
                return true;
        },
        options);
}

MethodOptions withoutIdle(MethodOptions options)
{
    std::visit(
        []<typename Options>(Options &asked) {
            if constexpr (requires { asked.counts(std::string_view()); }) {
                const Options given = asked;
                const Options usual;
                Options::fields(asked, [&]<typename Field>(const char *name, Field &member, const Bounds &) {
                    Options::fields(usual, [&](const char *other, const auto &theirs, const Bounds &) {
                        if constexpr (std::is_same_v<std::decay_t<decltype(theirs)>, Field>) {
                            if (std::string_view(name) == other && !given.counts(name))
                                member = theirs;
                        }
                    });
                });
            }
        },
        options);
    return options;
}

int stepsOf(const MethodOptions &options)
{
    return std::visit([](const auto &asked) { return asked.steps(); }, options);
}

void checkQuestion(const NetworkInfo &info, const MethodOptions &options)
{
    std::visit([](const auto &asked) { checkOptions(asked); }, options);
    if (const Target *target = fieldOf<Target>(options)) {
        if (traitsOf(options).comparesClasses && !target->isClass())
            throw Error(ErrorKind::InvalidOption, {}, {"target", toString(*target)}, Phrase::TwoClasses);
        if (canExplain(options, *target) && target->kind == Target::Kind::Filter)
            checkFilterTarget(info, *target);
        else
            checkTarget(*target, info.classCount);
    }
    if (const ClassId *label = fieldOf<ClassId>(options); label && counts(options, "class"))
        checkTarget({Target::Kind::Class, *label}, info.classCount);
    if (const LayerId *layer = fieldOf<LayerId>(options); layer && counts(options, "layer")) {
        const FilterId *filter = fieldOf<FilterId>(options);
        checkFilter(info, *layer, filter && counts(options, "filter") ? int(*filter) : 0);
    }
    std::visit(
        [&info](const auto &asked) {
            if constexpr (requires { asked.check(info); })
                asked.check(info);
        },
        options);
}

MethodOptions sameTarget(MethodOptions question, const Answer &answer)
{
    auto *asked = fieldOf<Target>(question);
    const std::optional<Explained> explained = targetOf(answer);
    const std::optional<Target> target = explained ? targetFor(*explained) : std::nullopt;
    if (asked && target)
        *asked = *target;
    return question;
}

std::string toJson(const MethodOptions &options)
{
    nlohmann::json object = nlohmann::json::object();
    visitFields(
        options, [&](const char *name, const auto &value, const Bounds &) { object[name] = jsonOf(value); });
    return object.dump();
}

} // namespace convscope
