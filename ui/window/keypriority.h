#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace convscope {

/// Decides whose a key is where both the window's commands and what has the focus know it:
/// - Esc belongs to what is open, a popup or a menu, and to a number that is being typed;
/// - in a field, what edits its text is the field's: letters, the clipboard, what goes back in its own
/// typing;
/// - all else is the window's, which the fields of Qt would else keep (Ctrl+E is the end of the line to
/// them). Shift+F10 asks for the menu of what has the focus, as the menu key does.
class KeyPriority : public QObject
{
    Q_OBJECT
public:
    /// For the fields of `window`, whose actions have the keys.
    explicit KeyPriority(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool overridden(QWidget &widget, QKeyEvent &event) const;
    bool pressed(QWidget &widget, const QKeyEvent &event) const;
    bool isCommand(const QKeyEvent &event) const;

    QWidget &m_window;
};

} // namespace convscope
