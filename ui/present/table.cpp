#include "ui/present/table.h"

#include <algorithm>

namespace convscope {

namespace {

/// Ideographic and full-width punctuation, which belongs to no script.
bool isWidePunctuation(char32_t character)
{
    return (character >= 0x3000 && character <= 0x303f) || (character >= 0xff01 && character <= 0xff60);
}

int widthOf(const QString &text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4()) {
        switch (QChar::script(character)) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
            width += 2;
            break;
        default:
            width += isWidePunctuation(character)                      ? 2
                : QChar::category(character) == QChar::Mark_NonSpacing ? 0
                                                                       : 1;
        }
    }
    return width;
}

} // namespace

Table::Table(std::vector<Align> columns)
    : m_columns(std::move(columns))
{
}

void Table::addRow(const QStringList &cells) { m_rows.push_back(cells); }

QString Table::text(const QString &indent) const
{
    std::vector<int> widths(m_columns.size());
    for (const QStringList &row : m_rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row.value(qsizetype(i))));
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line = indent;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString cell = row.value(qsizetype(i));
            const QString blanks(widths[i] - widthOf(cell), u' ');
            line += (i == 0 ? QString() : QStringLiteral("  "))
                + (m_columns[i] == Align::Left ? cell + blanks : blanks + cell);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace convscope
