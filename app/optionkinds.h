#pragma once

#include "core/explain/fields.h"

#include <CLI/CLI.hpp>
#include <QString>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

// The kinds of options that commands have. What is given must live until the command line is parsed.

CLI::Option *addPath(
    CLI::App &app, const char *name, std::filesystem::path &path, const char *type, const QString &help);

CLI::Option *addJsonFlag(CLI::App &app, bool &json);

/// An option that takes one of several words; `set` is called with the place of the word in the list.
/// `allowed` says the words in a sentence.
CLI::Option *addWord(CLI::App &app, const char *name, const std::vector<std::string> &allWords,
    const QString &allowed, const QString &help, std::function<void(std::size_t)> set);

/// The parts between commas; one behind the last comma only where it is not empty.
std::vector<std::string> splitAtCommas(const std::string &text);

/// Throws CLI::ValidationError: "OPTION: “text” is not ALLOWED".
[[noreturn]] void refuse(const std::string &option, const std::string &text, const QString &allowed);

/// "one of loss, logit"
QString oneOf(const QString &words);
QString oneOf(const std::vector<std::string> &words);

/// Whole and real numbers as on a command line, whatever the locale. Throws CLI::ValidationError, which names
/// `option`.
int parseInt(const std::string &option, const std::string &text, Bounds bounds);
Seed parseSeed(const std::string &option, const std::string &text);
double parseReal(const std::string &option, const std::string &text, Bounds bounds);

/// None where the text is no such number, or one that lies outside.
template <typename Number> std::optional<Number> numberFrom(const std::string &text, Bounds bounds)
{
    Number value{};
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    const bool inside =
        double(value) >= bounds.min && double(value) <= bounds.max && std::isfinite(double(value));
    if (parsed.ec != std::errc() || parsed.ptr != end || !inside)
        return {};
    return value;
}

} // namespace convscope
