#pragma once

#include "ui/present/preset.h"

#include <vector>

namespace convscope {

class Error;

// The user's own presets: a file each in the user's data folder. The file's name is the preset's, whatever
// stands in it. A file is written whole or not at all. Nothing here is for the GUI thread.

/// Where a preset of this name is kept; empty where there is no home.
std::filesystem::path keptPresetFile(const QString &name);

struct KeptPresets
{
    QList<Preset> presets = {}; ///< by name
    std::vector<Error> unreadable = {}; ///< files that are left out
};

/// Throws Error: CannotRead, of the folder.
KeptPresets readKeptPresets();

/// In place of the one that has this name. Throws Error: CannotWrite.
void keepPreset(const Preset &preset);

/// In place of the one that has the new name; what this version does not know of it stays. Throws Error:
/// CannotWrite.
void renameKeptPreset(const QString &from, const QString &to);

/// Throws Error: CannotWrite.
void forgetPreset(const QString &name);

} // namespace convscope
