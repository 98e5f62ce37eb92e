#include "ui/choices/choices.h"

// How other rows take the place of those that are there.

namespace convscope {

/// None where rows differ, or none of them explains a class.
std::optional<Target> Choices::commonTarget(const QList<Row> &rows)
{
    std::optional<Target> common;
    for (const Row &row : rows) {
        const Target *own = row.question ? fieldOf<Target>(*row.question) : nullptr;
        if (own && common && !(*own == *common))
            return {};
        if (own)
            common = *own;
    }
    return common;
}

void Choices::replaceRows(QList<Row> rows)
{
    if (rows.isEmpty())
        return;
    const std::optional<Target> explained = commonTarget(rows) ? target() : std::nullopt;
    for (Row &row : rows) {
        if (row.question && explained && canExplain(*row.question, *explained))
            *fieldOf<Target>(*row.question) = *explained;
        row.key = 0;
        row = atPanel(row);
    }
    changeRows(std::move(rows));
}

} // namespace convscope
