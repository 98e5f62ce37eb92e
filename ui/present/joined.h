#pragma once

#include <QStringList>

namespace convscope {

/// Sentences one after the other. Chinese has no blank behind a full stop.
QString joined(const QStringList &sentences);

} // namespace convscope
