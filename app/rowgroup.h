#pragma once

#include "app/askedmethod.h"
#include "ui/present/row.h"

#include <QList>
#include <QStringList>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace convscope {

struct Subject;

/// A row as it is asked for on the command line.
struct AskedRow
{
    std::optional<AskedMethod> method = {}; ///< none: the photo itself
    bool held = false; ///< its layer or its filter is its own
    std::optional<Look> look = {}; ///< none: as usual for the method
    AskedNetwork network = AskedNetwork::First;

    /// Throws Error: what is wrong with the question whatever the photo.
    Row resolved(const Subject &subject) const;
};

/// --preset NAME|FILE, and --row METHOD[:name=value,…] as often as one likes.
class RowGroup
{
public:
    /// `kinds` are the rows that can be asked for, with their defaults. Other ones of a preset are left out,
    /// as are those of a second network where `hasSecond` is false.
    explicit RowGroup(QList<Row> kinds, bool hasSecond = false);

    /// `help` is of rows, `presetHelp` of presets.
    void bind(CLI::App &app, const QString &help, const QString &presetHelp);
    /// The options mean something only together with this one.
    void need(CLI::Option &flag);
    /// Those of the preset, then the others in the order given. What a row does not say of the shared fields,
    /// it takes from `shared`. Throws CLI::ValidationError.
    std::vector<AskedRow> rows(const SharedFields &shared) const;
    bool isEmpty() const { return m_rows.empty(); }
    /// What of the preset means nothing to this version, in a sentence; empty where there is nothing.
    QString presetNote() const;

private:
    AskedRow parsed(const std::string &text) const;
    void takePreset(const std::string &text);
    bool canBeAsked(const Row &row) const;

    QList<Row> m_kinds;
    bool m_hasSecond; ///< a row may ask a second network
    std::vector<AskedRow> m_rows;
    QStringList m_unknown; ///< of the preset
    CLI::Option *m_rowOption = nullptr;
    CLI::Option *m_presetOption = nullptr;
};

/// All rows that there are, with their defaults: the photo and each method.
QList<Row> allRows();

/// Those that can be measured: what says something of places, which the photo does not.
QList<Row> rowsWithPlaces();

/// What the row is called on the command line: "photo", else the method's name.
QString commandName(const Row &row);

} // namespace convscope
