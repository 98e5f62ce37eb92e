#pragma once

#include "core/explain/fields.h"

#include <QStringList>
#include <functional>
#include <optional>

class QMenu;
class QWidget;

namespace convscope {

/// Up to so many classes stand in a menu; where there are more, it leads to a ClassChooser.
constexpr int maxClassesInMenu = 20;

/// Adds what can be explained to a menu: the true class, the predicted one, each by name, what it is compared
/// with, and the entropy. What is explained now is checked; nothing is where that is not one target. `parent`
/// outlives the menu.
void addClasses(QMenu &menu, QWidget &parent, const QStringList &classNames, const std::optional<Target> &now,
    const std::function<void(const Target &)> &chosen);

} // namespace convscope
