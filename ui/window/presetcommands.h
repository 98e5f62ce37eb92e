#pragma once

#include "ui/present/preset.h"

#include <QObject>

class QMenu;

namespace convscope {

class Commands;
class PresetStore;

/// The menu of presets: those that come with the program, the user's own, and what is done with them.
class PresetCommands : public QObject
{
    Q_OBJECT
public:
    PresetCommands(Commands &commands, const PresetStore &store);

Q_SIGNALS:
    void chosen(const Preset &preset);
    void keepAsked(); ///< of the rows on the board
    void openAsked();
    void saveAsked(); ///< of the rows on the board, to a file
    void manageAsked();

private:
    void fill();
    void add(const Preset &preset, const QString &name);
    void addCommand(const QString &text, const char *name, void (PresetCommands::*asked)());

    const PresetStore &m_store;
    QMenu &m_menu;
};

} // namespace convscope
