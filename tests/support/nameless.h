#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace convscope {

/// The widgets below that can have the focus and that a screen reader could not name.
inline QStringList nameless(const QWidget &root)
{
    QStringList bad;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        // Qt's own parts, the lists that Qt 6.8 makes for combo boxes before they are opened, and the tab
        // bars that a window keeps for docks to come.
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QLatin1String("qt_"))
            || widget->inherits("QComboBoxListView") || (widget->inherits("QTabBar") && widget->isHidden()))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            bad << QLatin1String(widget->metaObject()->className()) + u'/' + widget->objectName();
    }
    return bad;
}

} // namespace convscope
