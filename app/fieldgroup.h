#pragma once

#include "app/askedmethod.h"

#include <QString>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace convscope {

/// An option for each field of some methods, under the field's name. A name that several methods have is one
/// option and sets them all.
class FieldGroup
{
public:
    explicit FieldGroup(const std::vector<MethodOptions> &defaults);

    void bind(CLI::App &app);
    /// The option of the fields of a type; null where no method has one. While the command line is parsed.
    template <typename Field> CLI::Option *optionOf() const;
    /// The options mean something only together with this one.
    void need(CLI::Option &flag);

    const std::vector<AskedMethod> &methods() const { return m_methods; }
    /// The method as it is asked: with what the options say where they are about it, else with its defaults
    /// and what all methods share.
    AskedMethod asked(const MethodOptions &method) const;
    const SharedFields &shared() const { return m_shared; }
    /// For a command whose methods all come from rows, which have values of their own. Throws UsageError
    /// where an option was given that rows do not share.
    void refuseOwn() const;

private:
    struct Entry
    {
        std::string name;
        CLI::Option *option;
    };

    void bindField(CLI::App &app, const MethodOptions &method, const std::string &name, bool isFlag,
        std::optional<std::string> SharedFields::*shared);
    CLI::Option *find(const std::string &name) const;

    std::vector<AskedMethod> m_methods;
    SharedFields m_shared;
    std::string m_ownName; ///< of a field that was given and is not shared; empty where there is none
    std::vector<Entry> m_entries;
};

/// What a field of a method means, and what may be written for it where it is no flag.
QString fieldHelp(const MethodOptions &method, const std::string &field, bool isFlag);

template <typename Field> CLI::Option *FieldGroup::optionOf() const
{
    for (const AskedMethod &method : m_methods) {
        const char *found = nullptr;
        visitFields(method.options(), [&found](const char *name, const auto &member, const Bounds &) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, Field>)
                found = name;
        });
        if (found)
            return find(found);
    }
    return nullptr;
}

} // namespace convscope
