#include "ui/present/keptpresets.h"

#include "core/error.h"
#include "core/io/npy.h"
#include "ui/present/paths.h"

#include <algorithm>

namespace convscope {

namespace {

namespace fs = std::filesystem;

fs::path presetFolder()
{
    const fs::path folder = dataFolder();
    return folder.empty() ? folder : folder / "presets";
}

/// What writeFile begins and a crash leaves is hidden.
bool isPresetFile(const fs::path &file)
{
    return file.extension() == presetEnding && file.filename().native().front() != '.';
}

std::vector<fs::path> keptFiles()
{
    const fs::path folder = presetFolder();
    std::error_code problem;
    fs::directory_iterator entry(folder, problem);
    std::vector<fs::path> files;
    if (folder.empty() || problem == std::errc::no_such_file_or_directory)
        return files;
    for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        if (isPresetFile(entry->path()))
            files.push_back(entry->path());
    }
    if (problem)
        throw Error(ErrorKind::CannotRead, folder, {problem.message()});
    return files;
}

} // namespace

fs::path keptPresetFile(const QString &name)
{
    const fs::path folder = presetFolder();
    return folder.empty() ? folder : folder / toPath(name + QLatin1String(presetEnding));
}

KeptPresets readKeptPresets()
{
    KeptPresets kept;
    for (const fs::path &file : keptFiles()) {
        try {
            Preset preset = readPreset(file);
            preset.name = QString::fromStdString(file.stem().string()); // whatever it was called elsewhere
            kept.presets += preset;
        } catch (const Error &error) {
            kept.unreadable.push_back(error);
        }
    }
    std::sort(kept.presets.begin(), kept.presets.end(),
        [](const Preset &a, const Preset &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return kept;
}

void keepPreset(const Preset &preset)
{
    const fs::path file = keptPresetFile(preset.name);
    std::error_code ignored; // writeFile will say what is wrong with the folder
    fs::create_directories(file.parent_path(), ignored);
    writeFile(file, presetText(preset).toStdString());
}

void renameKeptPreset(const QString &from, const QString &to)
{
    const fs::path file = keptPresetFile(to);
    std::error_code problem;
    fs::rename(keptPresetFile(from), file, problem);
    if (problem)
        throw Error(ErrorKind::CannotWrite, file, {problem.message()});
}

void forgetPreset(const QString &name)
{
    const fs::path file = keptPresetFile(name);
    std::error_code problem;
    fs::remove(file, problem);
    if (problem)
        throw Error(ErrorKind::CannotWrite, file, {problem.message()});
}

} // namespace convscope
