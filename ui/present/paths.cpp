#include "ui/present/paths.h"

#include <cstdlib>

namespace convscope {

QString displayText(const std::filesystem::path &path)
{
    QString text = QString::fromStdString(path.string());
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = QChar::ReplacementCharacter;
    }
    return text;
}

std::filesystem::path toPath(const QString &path) { return path.toStdString(); }

namespace {

/// The program's own in the folder that the variable names, else in one of the home.
std::filesystem::path ownFolder(const char *variable, const char *inHome)
{
    const char *told = std::getenv(variable);
    if (told && *told)
        return std::filesystem::path(told) / "convscope";
    const char *home = std::getenv("HOME");
    return home && *home ? std::filesystem::path(home) / inHome / "convscope" : std::filesystem::path();
}

} // namespace

std::filesystem::path stateFolder() { return ownFolder("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path cacheFolder() { return ownFolder("XDG_CACHE_HOME", ".cache"); }

std::filesystem::path logFile()
{
    const std::filesystem::path folder = stateFolder();
    return folder.empty() ? folder : folder / "convscope.log";
}

} // namespace convscope
