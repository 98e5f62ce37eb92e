#pragma once

#include "core/index/dissection.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace convscope {

/// A line a filter, the one that overlaps the masks best first.
QString dissectionText(const Dissection &dissection, const QStringList &classNames);
/// All filters by number; overlaps in pixels, so that they can be added up.
QByteArray dissectionJson(const Dissection &dissection, const QStringList &classNames);

} // namespace convscope
