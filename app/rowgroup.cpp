#include "app/rowgroup.h"

#include "app/inputs.h"
#include "app/optionkinds.h"
#include "app/texts.h"
#include "ui/present/keptpresets.h"
#include "ui/present/phrases.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace convscope {

namespace {

const std::string rowOption = "--row";
const std::string presetOption = "--preset";

[[noreturn]] void refuseRow(const QString &problem) { throw CLI::ValidationError(rowOption, utf8(problem)); }

bool isFlag(const MethodOptions &method, const std::string &field)
{
    bool found = false;
    visitFields(method, [&](const char *name, const auto &member, const Bounds &) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, bool>)
            found = found || name == field;
    });
    return found;
}

[[noreturn]] void refuseField(const MethodOptions &method, const std::string &name)
{
    refuseRow(CommandLine::tr("%1 has no “%2”; it has: %3")
                  .arg(QLatin1String(methodName(method)), fromUtf8(name),
                      phraseText({Phrase::OneOf, fieldNames(method)})));
}

const std::vector<std::string> askedNetworks(
    Words<AskedNetwork>::all.begin(), Words<AskedNetwork>::all.end());

/// "network=B" says which network is asked, and is no field of the method. None of any other text.
std::optional<AskedNetwork> networkFrom(const std::string &text)
{
    const std::string name = "network=";
    if (!text.starts_with(name))
        return {};
    const std::string value = text.substr(name.size());
    const std::optional<AskedNetwork> network = fromWord<AskedNetwork>(value);
    if (!network)
        refuse(rowOption + ": network", value, oneOf(askedNetworks));
    return network;
}

/// "name=value", or the name alone of what is true or false.
void setField(AskedMethod &method, const std::string &text, std::set<std::string> &seen)
{
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    if (!method.has(name))
        refuseField(method.options(), name);
    if (!seen.insert(name).second)
        refuseRow(CommandLine::tr("“%1” is there twice").arg(fromUtf8(name)));
    if (equals == std::string::npos && !isFlag(method.options(), name))
        refuseRow(CommandLine::tr("“%1” needs a value: %1=…").arg(fromUtf8(name)));
    const std::string value = equals == std::string::npos ? "true" : text.substr(equals + 1);
    method.set(name, value, rowOption + ": " + name);
}

/// One that comes with the program, one that the user keeps, or a file. Throws Error, and
/// CLI::ValidationError.
Preset presetCalled(const std::string &text)
{
    const QString name = fromUtf8(text);
    if (std::optional<Preset> known = builtInPreset(name))
        return std::move(*known);
    std::error_code ignored;
    if (presetNameProblem(name).isEmpty() && std::filesystem::exists(keptPresetFile(name), ignored))
        return readPreset(keptPresetFile(name));
    const std::filesystem::path file = text;
    if (file.extension() == presetEnding || std::filesystem::exists(file, ignored))
        return readPreset(file);
    refuse(presetOption, text,
        CommandLine::tr("one of %1, nor a preset that you keep, nor a file")
            .arg(builtInPresetIds().join(QStringLiteral(", "))));
}

/// As the row asks it. One that is not held is asked at the layer and the filter that all rows share.
AskedRow asked(const Row &row)
{
    if (!row.question)
        return {};
    MethodOptions question = *row.question;
    LayerId *layer = fieldOf<LayerId>(question);
    FilterId *filter = fieldOf<FilterId>(question);
    const LayerId ownLayer = layer ? *layer : LayerId();
    const FilterId ownFilter = filter ? *filter : FilterId();
    if (layer)
        *layer = {};
    if (filter)
        *filter = {};
    AskedMethod method(question);
    if (layer && row.held)
        method.set("layer", std::to_string(ownLayer.index), presetOption);
    if (filter && row.held)
        method.set("filter", std::to_string(ownFilter.index), presetOption);
    return {method, row.held, row.look, row.network};
}

} // namespace

QList<Row> allRows()
{
    QList<Row> rows;
    for (const QString &each : allIds()) {
        if (const std::optional<Row> row = rowWithId(each))
            rows += *row;
    }
    return rows;
}

QList<Row> rowsWithPlaces()
{
    QList<Row> rows;
    for (const Row &row : allRows()) {
        if (row.question && showsPlaces(traitsOf(*row.question).answer))
            rows += row;
    }
    return rows;
}

QString commandName(const Row &row)
{
    return row.question ? QLatin1String(methodName(*row.question)) : id(row);
}

Row AskedRow::resolved(const Subject &subject) const
{
    if (!method)
        return {};
    Row row = newRow(method->resolvedForRow(subject));
    row.held = held && row.canBeHeld();
    row.look = look.value_or(row.look);
    row.network = network;
    return row;
}

RowGroup::RowGroup(QList<Row> kinds, bool hasSecond)
    : m_kinds(std::move(kinds))
    , m_hasSecond(hasSecond)
{
}

void RowGroup::bind(CLI::App &app, const QString &help, const QString &presetHelp)
{
    m_presetOption = app.add_option_function<std::string>(
                            presetOption, [this](const std::string &text) { takePreset(text); },
                            utf8(presetHelp.arg(builtInPresetIds().join(QStringLiteral(", ")))))
                         ->type_name(utf8(CommandLine::tr("NAME|FILE")));
    const auto parseAll = [this](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            m_rows.push_back(parsed(text));
    };
    m_rowOption = app.add_option_function<std::vector<std::string>>(rowOption, parseAll, utf8(help))
                      ->type_name(utf8(CommandLine::tr("METHOD[:name=value,…]")))
                      ->allow_extra_args(false) // so that photos may follow
                      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void RowGroup::need(CLI::Option &flag)
{
    m_rowOption->needs(&flag);
    m_presetOption->needs(&flag);
}

bool RowGroup::canBeAsked(const Row &row) const
{
    if (row.network != AskedNetwork::First && !m_hasSecond)
        return false;
    return std::ranges::any_of(m_kinds, [&row](const Row &kind) { return id(kind) == id(row); });
}

void RowGroup::takePreset(const std::string &text)
{
    const Preset preset = presetCalled(text);
    m_unknown = preset.unknown;
    std::vector<AskedRow> rows;
    for (const Row &row : preset.rows) {
        if (canBeAsked(row))
            rows.push_back(asked(row));
    }
    if (rows.empty())
        throw CLI::ValidationError(
            presetOption, utf8(CommandLine::tr("“%1” has no row that can be used here").arg(fromUtf8(text))));
    m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
}

QString RowGroup::presetNote() const
{
    return m_unknown.isEmpty() ? QString()
                               : CommandLine::tr("this version does not know all that the preset asks. Left "
                                                 "out: %1.")
                                     .arg(m_unknown.join(QStringLiteral(", ")));
}

std::vector<AskedRow> RowGroup::rows(const SharedFields &shared) const
{
    std::vector<AskedRow> rows = m_rows;
    for (AskedRow &row : rows) {
        if (row.method)
            row.method->take(shared);
    }
    return rows;
}

AskedRow RowGroup::parsed(const std::string &text) const
{
    const std::size_t colon = text.find(':');
    const QString wanted = fromUtf8(text.substr(0, colon));
    const std::string fields = colon == std::string::npos ? std::string() : text.substr(colon + 1);
    std::vector<std::string> names;
    for (const Row &row : m_kinds) {
        names.push_back(utf8(commandName(row)));
        if (wanted != commandName(row) && wanted != id(row))
            continue;
        if (!row.question) {
            if (!fields.empty())
                refuseRow(CommandLine::tr("%1 has no values to set").arg(wanted));
            return {};
        }
        AskedMethod method(*row.question);
        AskedNetwork network = AskedNetwork::First;
        std::set<std::string> seen;
        for (const std::string &field : splitAtCommas(fields)) {
            if (const auto asked = m_hasSecond ? networkFrom(field) : std::nullopt)
                network = *asked;
            else
                setField(method, field, seen);
        }
        return {method, method.choosesMap(), {}, network};
    }
    refuse(rowOption, utf8(wanted), oneOf(names));
}

} // namespace convscope
