#include "core/explain/target.h"

#include "core/error.h"

#include <charconv>
#include <vector>

namespace convscope {

namespace {

constexpr std::string_view between = " against ";

/// The whole text as a number of 0 or more.
std::optional<int> numberFrom(std::string_view text)
{
    int number = 0;
    const char *end = text.data() + text.size();
    const auto [last, problem] = std::from_chars(text.data(), end, number);
    return problem == std::errc() && last == end && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Two numbers with a sign between them.
std::optional<std::pair<int, int>> pairFrom(std::string_view text, char sign)
{
    const std::size_t cut = text.find(sign);
    if (cut == std::string_view::npos)
        return {};
    const std::optional<int> first = numberFrom(text.substr(0, cut));
    const std::optional<int> second = numberFrom(text.substr(cut + 1));
    return first && second ? std::optional(std::pair(*first, *second)) : std::nullopt;
}

std::optional<Target> filterFrom(std::string_view text)
{
    constexpr std::string_view start = "filter ";
    constexpr std::string_view at = " at ";
    if (!text.starts_with(start))
        return {};
    text.remove_prefix(start.size());
    const std::size_t cut = text.find(at);
    const auto place = pairFrom(text.substr(0, cut), ':');
    if (!place)
        return {};
    Target target{Target::Kind::Filter, place->second, place->first};
    if (cut == std::string_view::npos)
        return target;
    const auto unit = pairFrom(text.substr(cut + at.size()), ',');
    if (!unit)
        return {};
    target.unit = Unit{unit->first, unit->second};
    return target;
}

std::optional<int> classFrom(const std::string &text, const ClassNamed &classNamed)
{
    if (const std::optional<int> number = numberFrom(text))
        return number;
    return classNamed ? classNamed(text) : std::nullopt;
}

std::optional<Target> oneFrom(const std::string &text, const ClassNamed &classNamed)
{
    if (text == "true")
        return Target{Target::Kind::True};
    if (text == "predicted")
        return Target{Target::Kind::Predicted};
    const std::optional<int> label = classFrom(text, classNamed);
    return label ? std::optional(Target{Target::Kind::Class, *label}) : std::nullopt;
}

/// Without what it is compared with.
std::string wordOf(const Target &target)
{
    switch (target.kind) {
    case Target::Kind::True:
        return "true";
    case Target::Kind::Predicted:
        return "predicted";
    case Target::Kind::Entropy:
        return "entropy";
    case Target::Kind::Filter:
        return "filter " + std::to_string(target.layer) + ':' + std::to_string(target.index)
            + (target.unit
                    ? " at " + std::to_string(target.unit->row) + ',' + std::to_string(target.unit->column)
                    : std::string());
    case Target::Kind::Class:
        break;
    }
    return std::to_string(target.index);
}

} // namespace

std::optional<OtherClass> otherClassFrom(const std::string &text, const ClassNamed &classNamed)
{
    if (text == "strongest")
        return OtherClass{};
    if (text == "true")
        return OtherClass{OtherClass::Kind::True};
    if (text == "predicted")
        return OtherClass{OtherClass::Kind::Predicted};
    const std::optional<int> label = classFrom(text, classNamed);
    return label ? std::optional(OtherClass{OtherClass::Kind::Class, *label}) : std::nullopt;
}

std::string toString(const OtherClass &rival)
{
    switch (rival.kind) {
    case OtherClass::Kind::Strongest:
        return "strongest";
    case OtherClass::Kind::True:
        return "true";
    case OtherClass::Kind::Predicted:
        return "predicted";
    case OtherClass::Kind::Class:
        break;
    }
    return std::to_string(rival.index);
}

std::vector<std::pair<std::string, std::string>> sidesOf(const std::string &text)
{
    std::vector<std::pair<std::string, std::string>> sides;
    for (std::size_t cut = text.find(between); cut != std::string::npos; cut = text.find(between, cut + 1))
        sides.emplace_back(text.substr(0, cut), text.substr(cut + between.size()));
    return sides;
}

std::optional<Target> targetFrom(const std::string &text, const ClassNamed &classNamed)
{
    if (text == "entropy")
        return Target{Target::Kind::Entropy};
    if (const std::optional<Target> filter = filterFrom(text))
        return filter;
    if (const std::optional<Target> one = oneFrom(text, classNamed))
        return one;
    for (const auto &[first, second] : sidesOf(text)) {
        std::optional<Target> target = oneFrom(first, classNamed);
        const std::optional<OtherClass> rival = otherClassFrom(second, classNamed);
        if (target && rival) {
            target->against = rival;
            return target;
        }
    }
    return {};
}

Target parseTarget(const std::string &text)
{
    const std::optional<Target> target = targetFrom(text);
    if (!target)
        throw Error(ErrorKind::InvalidOption, {}, {"target", text}, Phrase::TargetClass);
    return *target;
}

std::string toString(const Target &target)
{
    const std::string word = wordOf(target);
    return target.against ? word + std::string(between) + toString(*target.against) : word;
}

std::string fileWord(const Explained &explained)
{
    const std::string number = std::to_string(explained.index);
    switch (explained.kind) {
    case Explained::Kind::Class:
        return number;
    case Explained::Kind::Contrast:
        return number + "-against-" + std::to_string(explained.other);
    case Explained::Kind::Entropy:
        return "entropy";
    case Explained::Kind::Filter:
        break;
    }
    const std::string word = "filter-" + std::to_string(explained.other) + '-' + number;
    return explained.unit
        ? word + "-at-" + std::to_string(explained.unit->row) + '-' + std::to_string(explained.unit->column)
        : word;
}

} // namespace convscope
