#include "ui/window/keypriority.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace convscope {

namespace {

bool isEscape(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Escape && event.modifiers() == Qt::NoModifier;
}

double numberIn(const QAbstractSpinBox &box, const QString &text, bool &isNumber)
{
    const double plain = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? plain : box.locale().toDouble(text, &isNumber);
}

/// What is typed is not the box's value yet.
bool isBeingTyped(const QAbstractSpinBox &box)
{
    bool isNumber = false;
    const double typed = numberIn(box, box.property("cleanText").toString(), isNumber);
    return !isNumber || typed != box.property("value").toDouble();
}

bool isTextKey(const QKeyEvent &event)
{
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        && !event.text().isEmpty() && event.text().at(0).isPrint();
}

/// Keys that edit any text.
bool editsText(const QKeyEvent &event)
{
    for (const auto key : {QKeySequence::Cut, QKeySequence::Copy, QKeySequence::Paste,
             QKeySequence::SelectAll, QKeySequence::Delete, QKeySequence::Backspace,
             QKeySequence::DeleteStartOfWord, QKeySequence::DeleteEndOfWord}) {
        if (event.matches(key))
            return true;
    }
    return false;
}

bool isLineEdits(const QLineEdit &edit, const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Undo))
        return edit.isUndoAvailable();
    if (event.matches(QKeySequence::Redo))
        return edit.isRedoAvailable();
    return isTextKey(event) || editsText(event);
}

bool isSpinBoxs(const QAbstractSpinBox &box, const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo))
        return isBeingTyped(box);
    if (isTextKey(event)) {
        const QChar typed = event.text().at(0);
        return typed.isLetterOrNumber() || QStringLiteral(".,+-").contains(typed);
    }
    return editsText(event);
}

} // namespace

KeyPriority::KeyPriority(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool KeyPriority::eventFilter(QObject *watched, QEvent *event)
{
    const bool mayOverride = event->type() == QEvent::ShortcutOverride;
    if ((!mayOverride && event->type() != QEvent::KeyPress) || !watched->isWidgetType())
        return false;
    auto &widget = static_cast<QWidget &>(*watched);
    auto &key = static_cast<QKeyEvent &>(*event);
    return mayOverride ? overridden(widget, key) : pressed(widget, key);
}

bool KeyPriority::overridden(QWidget &widget, QKeyEvent &event) const
{
    if (isEscape(event) && QApplication::activePopupWidget()) {
        event.accept();
        return true;
    }
    if (widget.window() != &m_window)
        return false;
    const auto *box = qobject_cast<const QAbstractSpinBox *>(&widget);
    const auto *edit = qobject_cast<const QLineEdit *>(&widget);
    if (isEscape(event)) {
        if (box && isBeingTyped(*box))
            event.accept();
        return event.isAccepted() && box; // a field to search in knows itself
    }
    const bool isFields = box ? isSpinBoxs(*box, event) : edit && isLineEdits(*edit, event);
    if (isFields && editsText(event)) { // Qt does not keep all of them for the field
        event.accept();
        return true;
    }
    if ((!box && !edit) || isFields || !isCommand(event))
        return false;
    event.ignore();
    return true;
}

bool KeyPriority::pressed(QWidget &widget, const QKeyEvent &event) const
{
    if (widget.window() == &m_window && isEscape(event)) {
        auto *box = qobject_cast<QAbstractSpinBox *>(&widget);
        if (!box || !isBeingTyped(*box))
            return false;
        box->setProperty("value", box->property("value")); // shows it again
        box->selectAll();
        return true;
    }
    if (event.key() != Qt::Key_F10 || event.modifiers() != Qt::ShiftModifier || !widget.hasFocus())
        return false;
    const QPoint middle = widget.rect().center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, middle, widget.mapToGlobal(middle));
    QCoreApplication::sendEvent(&widget, &menu);
    return menu.isAccepted();
}

bool KeyPriority::isCommand(const QKeyEvent &event) const
{
    const QKeySequence pressed(event.keyCombination());
    for (const QAction *action : m_window.findChildren<const QAction *>()) {
        if (action->isEnabled() && action->shortcuts().contains(pressed))
            return true;
    }
    return false;
}

} // namespace convscope
