#include "ui/window/presetcommands.h"

#include "ui/session/presetstore.h"
#include "ui/widgets/contextmenu.h"
#include "ui/window/commands.h"

#include <QAction>
#include <QMenu>

namespace convscope {

PresetCommands::PresetCommands(Commands &commands, const PresetStore &store)
    : QObject(&commands)
    , m_store(store)
    , m_menu(commands.presetMenu())
{
    connect(&store, &PresetStore::changed, this, &PresetCommands::fill);
    fill();
}

void PresetCommands::fill()
{
    m_menu.clear();
    for (const QString &id : builtInPresetIds())
        add(*builtInPreset(id), QStringLiteral("preset-") + id);
    m_menu.addSeparator();
    for (const Preset &preset : m_store.kept())
        add(preset, QStringLiteral("keptPreset-") + preset.name);
    m_menu.addSeparator();
    addCommand(tr("&Save rows as preset…"), "keepPreset", &PresetCommands::keepAsked);
    addCommand(tr("&Open preset file…"), "openPreset", &PresetCommands::openAsked);
    addCommand(tr("Save preset to &file…"), "savePreset", &PresetCommands::saveAsked);
    addCommand(tr("&Manage presets…"), "managePresets", &PresetCommands::manageAsked);
}

// What is chosen is done once the menu is closed, and any dialog that it was opened in: it may make the menu
// anew.

void PresetCommands::add(const Preset &preset, const QString &name)
{
    QStringList titles;
    for (const Row &row : preset.rows)
        titles << title(row);
    QAction *action = m_menu.addAction(menuText(preset.name));
    action->setObjectName(name);
    action->setToolTip(titles.join(QStringLiteral(", ")));
    connect(
        action, &QAction::triggered, this, [this, preset] { Q_EMIT chosen(preset); }, Qt::QueuedConnection);
}

void PresetCommands::addCommand(const QString &text, const char *name, void (PresetCommands::*asked)())
{
    QAction *action = m_menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, asked, Qt::QueuedConnection);
}

} // namespace convscope
