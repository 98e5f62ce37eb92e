#pragma once

#include "core/explain/measure.h"
#include "core/explain/methods.h"
#include "ui/present/row.h"

#include <vector>

namespace convscope {

// Which methods a comparison can be of, and which measures it takes where nobody has chosen: the same in the
// window and on the command line.

/// Whether a method has a heat of its own. A random map stands in the table anyway.
bool isComparable(const MethodOptions &method);
/// Those of them, none twice.
std::vector<MethodOptions> comparableOf(const std::vector<MethodOptions> &methods);
/// What rows ask of the first network.
std::vector<MethodOptions> questionsOf(const QList<Row> &rows);

/// What is measured where nobody has chosen.
std::vector<MeasurePtr> usualComparedMeasures();

} // namespace convscope
