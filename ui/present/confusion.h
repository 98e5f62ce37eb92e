#pragma once

#include "core/explain/evaluation.h"
#include "ui/present/drawing.h"

#include <QStringList>
#include <map>
#include <utility>
#include <vector>

namespace convscope {

/// The confusion matrix as it is shown: of very many classes only those that occur.
struct Confusion
{
    Confusion() = default;
    explicit Confusion(const Evaluation &evaluation);

    int size() const { return int(classes.size()); }
    int photos() const; ///< with a true class that the network knows
    int right() const;
    /// Photos of the row's class that are taken for the column's.
    int count(int row, int column) const;
    int rowTotal(int row) const { return rowTotals[std::size_t(row)]; } ///< photos of that class
    /// Photos that are taken for that class.
    int columnTotal(int column) const { return columnTotals[std::size_t(column)]; }
    /// Part of the row, 0 to 1.
    double share(int row, int column) const;

    std::vector<int> classes; ///< by place
    int allClasses = 0; ///< that the network knows
    std::map<std::pair<int, int>, int> counts; ///< by row, true, and column, predicted; of what occurs
    std::vector<int> rowTotals;
    std::vector<int> columnTotals;
};

/// "83 %", as percent says it; a dash where there is nothing to count.
QString shareText(int part, int whole);

/// The matrix with its totals, on white, below the lines that say whose it is.
Drawing confusionDrawing(const Confusion &confusion, const QStringList &classNames, const QStringList &about);

} // namespace convscope
