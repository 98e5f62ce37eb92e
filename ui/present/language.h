#pragma once

#include <QList>
#include <QString>

namespace convscope {

/// A language that Convscope speaks.
struct Language
{
    QString code; ///< "en", "zh_CN", …; as in the names of the translations
    QString name; ///< in itself
};

const QList<Language> &allLanguages();

/// Whether it is the code of one of them.
bool isLanguage(const QString &code);

/// The one of them that the system asks for (LANGUAGE, LC_ALL, LC_MESSAGES, LANG); "en" where it asks for
/// others.
QString systemLanguage();

/// The language that all texts are in from here on; English until then. Widgets that stand already keep their
/// texts. Needs a QCoreApplication; another one starts in English again. GUI thread only.
void setLanguage(const QString &code);

/// What the texts of this thread are in.
QString language();

/// Makes the texts of this thread be in another language while it lives; none where the code is empty.
class LanguageScope
{
public:
    explicit LanguageScope(const QString &code);
    ~LanguageScope();
    LanguageScope(const LanguageScope &) = delete;
    LanguageScope &operator=(const LanguageScope &) = delete;

private:
    QString m_before;
};

} // namespace convscope
