#include "ui/window/taborder.h"

#include <QList>
#include <QScrollArea>
#include <QWidget>
#include <algorithm>

namespace convscope {

namespace {

/// It is seen, or is scrolled into sight once it has the focus: what lies in a QScrollArea, and what another
/// scrolling view holds itself, such as the board's cell, but not what is in that.
bool canBeSeen(const QWidget &widget)
{
    if (!widget.visibleRegion().isEmpty())
        return true;
    const QWidget *holder = widget.parentWidget();
    const auto *view = holder ? qobject_cast<const QAbstractScrollArea *>(holder->parentWidget()) : nullptr;
    if (view && view->viewport() == holder)
        return true;
    for (const QWidget *part = widget.parentWidget(); part; part = part->parentWidget()) {
        if (qobject_cast<const QScrollArea *>(part))
            return true;
    }
    return false;
}

bool takesFocus(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isVisible() && widget.isEnabled()
        && !widget.focusProxy() && canBeSeen(widget);
}

/// What begins above the middle of the first one of a line is in its line.
void sortAsRead(QList<QWidget *> &widgets)
{
    std::ranges::stable_sort(widgets, {}, [](const QWidget *widget) { return widget->y(); });
    for (auto line = widgets.begin(); line != widgets.end();) {
        const int middle = (*line)->geometry().center().y();
        const auto next = std::find_if(
            line + 1, widgets.end(), [middle](const QWidget *widget) { return widget->y() > middle; });
        std::ranges::stable_sort(line, next, {}, [](const QWidget *widget) { return widget->x(); });
        line = next;
    }
}

/// With `from`, which may have just been hidden.
void collect(const QWidget &part, const QWidget *from, QList<QWidget *> &stops)
{
    QList<QWidget *> children;
    for (QObject *child : part.children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isWindow()
            && (!widget->isHidden() || widget == from || widget->isAncestorOf(from)))
            children << widget;
    }
    sortAsRead(children);
    for (QWidget *child : std::as_const(children)) {
        if (child == from || takesFocus(*child))
            stops << child;
        collect(*child, from, stops);
    }
}

} // namespace

QWidget *nextToFocus(const QWidget &window, bool forward)
{
    const QWidget *from = window.focusWidget();
    QList<QWidget *> stops;
    collect(window, from, stops);
    if (stops.isEmpty())
        return nullptr;
    const qsizetype at = stops.indexOf(from);
    if (at < 0)
        return forward ? stops.first() : stops.last();
    return stops[(at + (forward ? 1 : stops.size() - 1)) % stops.size()];
}

QWidget *firstToFocus(const QWidget &part)
{
    QList<QWidget *> stops;
    collect(part, nullptr, stops);
    return stops.isEmpty() ? nullptr : stops.first();
}

} // namespace convscope
