#pragma once

#include "core/explain/methods.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// Gives a subcommand an option for each field of the methods' options, under the field's name. A name that
/// several methods have is one option and sets them all.
class OptionBinder
{
public:
    /// `app`, `layer`, `target` and what is added must live until the command line is parsed. A layer, and a
    /// target that is the name of a class, are written into the former two.
    OptionBinder(CLI::App &app, std::optional<std::string> &layer, std::optional<std::string> &target);

    void add(MethodOptions &options);
    CLI::Option &option(const std::string &name) { return *m_options.at(name).option; }
    /// The options mean something only together with this one.
    void need(CLI::Option &flag);
    bool has(const std::string &name) const { return m_options.count(name) > 0; }

private:
    using Setter = std::function<void(const std::string &)>;
    struct Entry
    {
        CLI::Option *option = nullptr;
        std::shared_ptr<std::vector<Setter>> setters;
    };

    void bind(const std::string &name, const std::string &standard, Setter setter);

    CLI::App &m_app;
    std::optional<std::string> &m_layer;
    std::optional<std::string> &m_target;
    std::map<std::string, Entry> m_options;
};

bool hasLayer(const MethodOptions &options);

/// Sets the layer in options that have one.
void setLayer(MethodOptions &options, int layer);

/// Sets the target in options that have one.
void setTarget(MethodOptions &options, const Target &target);

/// Throws what is wrong with the question whatever the photo: Error NoSuchLayer, LayerWithoutMaps,
/// FilterOutOfRange, ClassOutOfRange.
void checkOptions(const NetworkInfo &info, const MethodOptions &options);

/// Whole and real numbers as on a command line, whatever the locale. Throws CLI::ValidationError, which names
/// `option`.
int parseInt(const std::string &option, const std::string &text, Bounds bounds);
double parseReal(const std::string &option, const std::string &text, Bounds bounds);

} // namespace convscope
