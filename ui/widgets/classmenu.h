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

/// Adds the classes that can be explained to a menu: the true one, the predicted one, each by name. The one
/// that is explained now is checked; none is where that is not one class. `parent` outlives the menu.
void addClasses(QMenu &menu, QWidget &parent, const QStringList &classNames, const std::optional<Target> &now,
    const std::function<void(const Target &)> &chosen);

} // namespace convscope
