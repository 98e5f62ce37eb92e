#include "ui/choices/choices.h"
#include "ui/present/paths.h"
#include "ui/session/presetstore.h"
#include "ui/widgets/savedialog.h"
#include "ui/window/commands.h"
#include "ui/window/mainwindow.h"
#include "ui/window/presetcommands.h"
#include "ui/window/presetdialog.h"

#include <QFileDialog>
#include <algorithm>

// What the window does with presets of rows.

namespace convscope {

namespace {

QString unknownText(const Preset &preset)
{
    return MainWindow::tr(
        "The rows are those of “%1”, without what this version of Convscope does not know: %2.")
        .arg(preset.name, preset.unknown.join(QStringLiteral(", ")));
}

} // namespace

/// Once; the menu comes and goes.
void MainWindow::connectPresets()
{
    using About = MessageBar::About;
    connect(m_presets, &PresetStore::opened, this, &MainWindow::presetOpened);
    connect(m_presets, &PresetStore::added, this, [this](const QString &name) {
        m_messages->say(MessageBar::Kind::Done, About::Presets,
            tr("“%1” is kept; View > Rows > Presets has it.").arg(name));
    });
    connect(m_presets, &PresetStore::saved, this, [this](const std::filesystem::path &file) {
        m_messages->say(
            MessageBar::Kind::Done, About::Presets, tr("The rows were saved as %1").arg(displayText(file)));
    });
    connect(m_presets, &PresetStore::failed, this, [this](const QString &reason) {
        m_messages->say(MessageBar::Kind::Problem, About::Presets, reason);
    });
}

void MainWindow::makePresetMenu()
{
    auto *presets = new PresetCommands(*m_commands, *m_presets);
    connect(presets, &PresetCommands::chosen, this, &MainWindow::presetChosen);
    connect(presets, &PresetCommands::keepAsked, this, &MainWindow::askForPresetToKeep);
    connect(presets, &PresetCommands::openAsked, this, &MainWindow::askForPreset);
    connect(presets, &PresetCommands::saveAsked, this, &MainWindow::askForPresetFile);
    connect(presets, &PresetCommands::manageAsked, this, &MainWindow::managePresets);
}

/// What is held fits the network as far as it can.
void MainWindow::showPreset(const Preset &preset)
{
    m_choices->replaceRows(preset.rows);
    if (m_workspace->network())
        fitChoices();
}

void MainWindow::presetChosen(const Preset &preset)
{
    showPreset(preset);
    if (preset.unknown.isEmpty())
        m_messages->withdraw(MessageBar::About::Presets);
    else
        m_messages->say(MessageBar::Kind::Problem, MessageBar::About::Presets, unknownText(preset));
}

/// From a file, which the user may want to keep.
void MainWindow::presetOpened(const Preset &preset)
{
    showPreset(preset);
    const bool isWhole = preset.unknown.isEmpty();
    m_messages->offer(isWhole ? MessageBar::Kind::Done : MessageBar::Kind::Problem,
        MessageBar::About::Presets,
        isWhole ? tr("The rows are those of “%1”.").arg(preset.name) : unknownText(preset),
        tr("Keep as preset"), [this, preset] { keepAsPreset(preset); });
}

Preset MainWindow::shownPreset(const QString &name) const { return {name, m_choices->rows()}; }

/// Under its name where it can be had.
void MainWindow::keepAsPreset(const Preset &preset)
{
    Preset kept = preset;
    if (m_presets->has(preset.name) || !presetNameProblem(preset.name).isEmpty()) {
        const auto name = askForPresetName(*this, *m_presets, tr("Keep as preset"), preset.name);
        if (!name)
            return;
        kept.name = *name;
    }
    m_presets->keep(kept);
}

void MainWindow::askForPresetToKeep()
{
    if (const auto name = askForPresetName(*this, *m_presets, tr("Save rows as preset"), {}))
        m_presets->keep(shownPreset(*name));
}

void MainWindow::askForPreset()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a preset of rows"),
        startFolder(Place::Presets), tr("Presets of rows (*.convrows);;All files (*)"));
    if (file.isEmpty())
        return;
    keepPlace(Place::Presets, toPath(file).parent_path());
    m_presets->open(toPath(file));
}

/// It is called like the kept preset that has these rows.
void MainWindow::askForPresetFile()
{
    const QList<Preset> &kept = m_presets->kept();
    const auto same = std::ranges::find(kept, m_choices->rows(), &Preset::rows);
    const auto place = askWhereToSave(*this,
        {tr("Save preset to file"), Place::Presets, same == kept.end() ? tr("rows") : same->name,
            {tr("Presets of rows (*.convrows)")}});
    if (place)
        m_presets->save(shownPreset(displayText(place->file.stem())), place->file);
}

void MainWindow::managePresets()
{
    PresetDialog dialog(*m_presets, this);
    dialog.exec();
}

} // namespace convscope
