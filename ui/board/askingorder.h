#pragma once

#include "ui/present/row.h"

#include <QList>
#include <vector>

namespace convscope {

/// The places of rows in the order in which the board asks their questions. Of equally urgent jobs the one
/// asked last runs first, so the first place is that of the row that may wait longest. Of the quick rows it
/// is the one that costs most passes of the network; among equals it is the lowest.
std::vector<int> askingOrder(const QList<Row> &rows);

} // namespace convscope
