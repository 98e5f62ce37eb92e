#include "app/optionkinds.h"

#include "app/texts.h"
#include "ui/present/numbertext.h"
#include "ui/present/phrases.h"

#include <algorithm>
#include <sstream>

namespace convscope {

CLI::Option *addPath(
    CLI::App &app, const char *name, std::filesystem::path &path, const char *type, const QString &help)
{
    return app
        .add_option_function<std::string>(
            name, [&path](const std::string &text) { path = text; }, utf8(help))
        ->type_name(type);
}

CLI::Option *addJsonFlag(CLI::App &app, bool &json)
{
    return app.add_flag("--json", json, utf8(CommandLine::tr("print JSON")));
}

CLI::Option *addWord(CLI::App &app, const char *name, const std::vector<std::string> &allWords,
    const QString &allowed, const QString &help, std::function<void(std::size_t)> set)
{
    const auto choose = [=, set = std::move(set)](const std::string &text) {
        const auto found = std::find(allWords.begin(), allWords.end(), text);
        if (found == allWords.end())
            refuse(name, text, allowed);
        set(std::size_t(found - allWords.begin()));
    };
    return app.add_option_function<std::string>(name, choose, utf8(help))
        ->type_name("")
        ->default_str(allWords.front());
}

std::vector<std::string> splitAtCommas(const std::string &text)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');)
        parts.push_back(part);
    return parts;
}

void refuse(const std::string &option, const std::string &text, const QString &allowed)
{
    throw CLI::ValidationError(option, isNot(text, allowed));
}

QString oneOf(const QString &words) { return CommandLine::tr("one of %1").arg(words); }

QString oneOf(const std::vector<std::string> &words) { return oneOf(phraseText({Phrase::OneOf, words})); }

namespace {

template <typename Number>
Number parsed(const std::string &option, const std::string &text, Bounds bounds, Phrase::Kind allowed)
{
    const std::optional<Number> value = numberFrom<Number>(text, bounds);
    if (!value)
        refuse(option, text,
            phraseText({allowed, {utf8(numberText(bounds.min)), utf8(numberText(bounds.max))}}));
    return *value;
}

} // namespace

int parseInt(const std::string &option, const std::string &text, Bounds bounds)
{
    return parsed<int>(option, text, bounds, Phrase::WholeNumberWithin);
}

Seed parseSeed(const std::string &option, const std::string &text)
{
    return parsed<std::uint32_t>(option, text, Seed::bounds, Phrase::WholeNumberWithin);
}

double parseReal(const std::string &option, const std::string &text, Bounds bounds)
{
    return parsed<double>(option, text, bounds, Phrase::NumberWithin);
}

} // namespace convscope
