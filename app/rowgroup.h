#pragma once

#include "app/askedmethod.h"
#include "ui/present/row.h"

#include <QList>
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

    /// Throws Error: what is wrong with the question whatever the photo.
    Row resolved(const Subject &subject) const;
};

/// --row METHOD[:name=value,…], as often as one likes.
class RowGroup
{
public:
    /// `kinds` are the rows that can be asked for, with their defaults.
    explicit RowGroup(QList<Row> kinds);

    CLI::Option *bind(CLI::App &app, const QString &help);
    /// In the order given. What a row does not say of the shared fields, it takes from `shared`. Throws
    /// CLI::ValidationError.
    std::vector<AskedRow> rows(const SharedFields &shared) const;
    bool isEmpty() const { return m_rows.empty(); }

private:
    AskedRow parsed(const std::string &text) const;

    QList<Row> m_kinds;
    std::vector<AskedRow> m_rows;
};

/// All rows that there are, with their defaults: the photo and each method.
QList<Row> allRows();

/// What the row is called on the command line: "photo", else the method's name.
QString commandName(const Row &row);

} // namespace convscope
