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

std::filesystem::path stateFolder()
{
    const char *state = std::getenv("XDG_STATE_HOME");
    if (state && *state)
        return std::filesystem::path(state) / "convscope";
    const char *home = std::getenv("HOME");
    return home && *home ? std::filesystem::path(home) / ".local/state/convscope" : std::filesystem::path();
}

std::filesystem::path logFile()
{
    const std::filesystem::path folder = stateFolder();
    return folder.empty() ? folder : folder / "convscope.log";
}

} // namespace convscope
