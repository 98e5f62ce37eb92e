#include "app/fieldgroup.h"

#include "app/exitcodes.h"
#include "app/texts.h"
#include "ui/present/methodtexts.h"

#include <CLI/CLI.hpp>

namespace convscope {

namespace {

/// Where the fields of a type are shared by all methods of a command; null for the others.
template <typename Field> std::optional<std::string> SharedFields::*sharedText()
{
    if constexpr (std::is_same_v<Field, Target>)
        return &SharedFields::target;
    else if constexpr (std::is_same_v<Field, LayerId>)
        return &SharedFields::layer;
    else if constexpr (std::is_same_v<Field, FilterId>)
        return &SharedFields::filter;
    else
        return nullptr;
}

} // namespace

FieldGroup::FieldGroup(const std::vector<MethodOptions> &defaults)
    : m_methods(defaults.begin(), defaults.end())
{
}

void FieldGroup::bind(CLI::App &app)
{
    for (const AskedMethod &method : m_methods) {
        visitFields(method.options(), [&](const char *name, const auto &member, const Bounds &) {
            using Field = std::decay_t<decltype(member)>;
            if (!find(name))
                bindField(app, method.options(), name, std::is_same_v<Field, bool>, sharedText<Field>());
        });
    }
}

void FieldGroup::bindField(CLI::App &app, const MethodOptions &method, const std::string &name, bool isFlag,
    std::optional<std::string> SharedFields::*shared)
{
    const std::string option = "--" + name;
    const auto setAll = [=, this](const std::string &given) {
        for (AskedMethod &each : m_methods) {
            if (each.has(name))
                each.set(name, given, option);
        }
        if (shared)
            m_shared.*shared = given;
        else
            m_ownName = name;
    };
    CLI::Option *added =
        app.add_option_function<std::string>(option, setAll, utf8(fieldHelp(method, name, isFlag)));
    added->type_name("")->default_str(defaultText(method, name));
    if (isFlag)
        added->expected(0)->default_str("");
    m_entries.push_back({name, added});
}

CLI::Option *FieldGroup::find(const std::string &name) const
{
    for (const Entry &entry : m_entries) {
        if (entry.name == name)
            return entry.option;
    }
    return nullptr;
}

void FieldGroup::need(CLI::Option &flag)
{
    for (const Entry &entry : m_entries)
        entry.option->needs(&flag);
}

AskedMethod FieldGroup::asked(const MethodOptions &method) const
{
    for (const AskedMethod &each : m_methods) {
        if (each.options().index() == method.index())
            return each;
    }
    AskedMethod other(method);
    other.take(m_shared);
    return other;
}

void FieldGroup::refuseOwn() const
{
    if (!m_ownName.empty())
        throw UsageError(
            utf8(CommandLine::tr("rows do not share --%1: write it into the row, --row METHOD:%1=…")
                     .arg(fromUtf8(m_ownName))));
}

QString fieldHelp(const MethodOptions &method, const std::string &field, bool isFlag)
{
    const QString meaning = fieldDescription(method, field.c_str()).help;
    return isFlag ? meaning
                  : CommandLine::tr("%1 Allowed: %2.").arg(meaning, allowedText(method, field.c_str()));
}

} // namespace convscope
