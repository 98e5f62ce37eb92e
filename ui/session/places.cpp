#include "ui/session/places.h"

#include "ui/present/paths.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace convscope {

namespace {

QString key(Place place)
{
    switch (place) {
    case Place::Photos:
        return QStringLiteral("places/photos");
    case Place::Networks:
        return QStringLiteral("places/networks");
    case Place::Figures:
        return QStringLiteral("figure/folder"); // where the export dialog keeps it as well
    case Place::Sessions:
        return QStringLiteral("places/sessions");
    case Place::Presets:
        return QStringLiteral("places/presets");
    case Place::Tables:
        return QStringLiteral("places/tables");
    case Place::Texts:
        return QStringLiteral("places/texts");
    }
    return {};
}

QString usualFolder(Place place)
{
    const auto location = place == Place::Photos || place == Place::Figures
        ? QStandardPaths::PicturesLocation
        : QStandardPaths::DocumentsLocation;
    const QString folder = QStandardPaths::writableLocation(location);
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QDir::homePath();
}

} // namespace

QString startFolder(Place place)
{
    const std::filesystem::path kept = QSettings().value(key(place)).toByteArray().toStdString();
    std::error_code ignored;
    return !kept.empty() && std::filesystem::is_directory(kept, ignored) ? displayText(kept)
                                                                         : usualFolder(place);
}

void keepPlace(Place place, const std::filesystem::path &folder)
{
    std::error_code problem;
    const std::filesystem::path whole = std::filesystem::absolute(folder, problem);
    if (!problem)
        QSettings().setValue(key(place), QByteArray::fromStdString(whole.string()));
}

} // namespace convscope
