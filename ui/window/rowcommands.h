#pragma once

#include "ui/choices/choices.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace convscope {

class Commands;

/// The menu of the board's rows: what is done with the selected one, and which of the notebook's rows are
/// there.
class RowCommands : public QObject
{
    Q_OBJECT
public:
    RowCommands(Commands &commands, Choices &choices);

Q_SIGNALS:
    void addAsked(); ///< a row

private:
    QAction *add(
        const QString &text, const QKeySequence &key, const char *name, std::function<void()> chosen);
    void addShown();
    void refresh();

    Commands &m_commands;
    Choices &m_choices;
    QMenu &m_menu;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_hold = nullptr;
    QActionGroup *m_shown = nullptr; ///< their data are ids of rows
};

} // namespace convscope
