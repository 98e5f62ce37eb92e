#pragma once

#include "ui/present/row.h"

#include <QList>
#include <vector>

namespace convscope {

/// The places of rows in the order in which the board asks their questions. Of equally urgent jobs the one
/// asked last runs first, so the first place is that of the row that may wait longest: a gradient costs three
/// passes, so that of the quick rows those that take one pass are asked last. Among equals the lowest row is
/// asked first.
std::vector<int> askingOrder(const QList<Row> &rows);

} // namespace convscope
