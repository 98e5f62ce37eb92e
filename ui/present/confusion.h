#pragma once

#include "core/network/evaluation.h"
#include "ui/present/drawing.h"

#include <QStringList>
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
    int rowTotal(int row) const; ///< photos of that class
    int columnTotal(int column) const; ///< photos that are taken for that class
    /// Part of the row, 0 to 1.
    double share(int row, int column) const;

    std::vector<int> classes; ///< by place
    int allClasses = 0; ///< that the network knows
    std::vector<std::vector<int>> counts; ///< rows true, columns predicted
};

/// "83 %", as percent says it; a dash where there is nothing to count.
QString shareText(int part, int whole);

/// The matrix with its totals, on white, below the lines that say whose it is.
Drawing confusionDrawing(const Confusion &confusion, const QStringList &classNames, const QStringList &about);

} // namespace convscope
