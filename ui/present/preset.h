#pragma once

#include "ui/present/row.h"

#include <QByteArray>
#include <QStringList>
#include <filesystem>

namespace convscope {

/// Rows under a name, to be put on the board again and to be given to others.
struct Preset
{
    QString name;
    QList<Row> rows;
    QStringList unknown = {}; ///< what was read and means nothing to this version

    bool operator==(const Preset &other) const { return name == other.name && rows == other.rows; }
};

constexpr const char *presetEnding = ".convrows";

/// As a preset's file: format, version, name, and the rows as a session writes them. ASCII only.
QByteArray presetText(const Preset &preset);

/// What presetText wrote. What is unknown is left out and listed, as in sessions.
/// Throws Error: NotAPreset, PresetDamaged, PresetWithoutRows, SessionTooNew.
Preset parsePreset(const QByteArray &text);

/// Reads a file; a preset without a name is called like it. Throws Error: NoSuchFile, CannotRead, FileEmpty,
/// and what parsePreset throws.
Preset readPreset(const std::filesystem::path &file);

/// Those that come with the program, by what the command line calls them.
QStringList builtInPresetIds();
/// Its name is translated. None where there is no such preset.
std::optional<Preset> builtInPreset(const QString &id);

/// What keeps this from being the name of a kept preset, in one sentence; empty where nothing does.
QString presetNameProblem(const QString &name);

} // namespace convscope
