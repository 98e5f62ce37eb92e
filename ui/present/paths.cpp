#include "ui/present/paths.h"

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

} // namespace convscope
