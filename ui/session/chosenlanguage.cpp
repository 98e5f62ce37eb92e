#include "ui/session/chosenlanguage.h"

#include "ui/present/language.h"

#include <QSettings>

namespace convscope {

namespace {

QString key() { return QStringLiteral("window/language"); }

} // namespace

QString chosenLanguage()
{
    const QString code = QSettings().value(key()).toString();
    return isLanguage(code) ? code : QString();
}

void keepLanguage(const QString &code) { QSettings().setValue(key(), code); }

QString spokenLanguage()
{
    const QString chosen = chosenLanguage();
    return chosen.isEmpty() ? systemLanguage() : chosen;
}

} // namespace convscope
