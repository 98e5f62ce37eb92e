#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace convscope {

/// Columns of text for a terminal or any fixed-width font. Wide characters (Chinese) count as two.
class Table
{
public:
    enum class Align
    {
        Left,
        Right
    };

    explicit Table(std::vector<Align> columns);
    void addRow(const QStringList &cells);
    /// Lines that end in a line break and have no blanks before it.
    QString text(const QString &indent = {}) const;

private:
    std::vector<Align> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace convscope
