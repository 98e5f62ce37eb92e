#include "ui/present/paths.h"

#include "core/io/sha256.h"

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

QString nameInFolder(const std::filesystem::path &path)
{
    std::error_code problem;
    std::filesystem::path whole = std::filesystem::absolute(path, problem).lexically_normal();
    if (!whole.has_filename()) // it ended in a slash
        whole = whole.parent_path();
    const std::filesystem::path folder = whole.parent_path().filename();
    return displayText(problem ? path : folder / whole.filename());
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

std::filesystem::path dataFolder() { return ownFolder("XDG_DATA_HOME", ".local/share"); }

std::filesystem::path logFile()
{
    const std::filesystem::path folder = stateFolder();
    return folder.empty() ? folder : folder / "convscope.log";
}

std::string shortStem(const std::string &stem)
{
    constexpr std::size_t longest = 160;
    if (stem.size() <= longest)
        return stem;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xc0) == 0x80) // inside of a character
        --end;
    return stem.substr(0, end) + '-' + sha256Of(stem).substr(0, 8);
}

} // namespace convscope
