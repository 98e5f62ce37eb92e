#include "ui/present/language.h"

#include "ui/present/builtin.h"
#include "ui/present/guithread.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

namespace convscope {

namespace {

/// What is known of a language: our texts and those of Qt's dialogs.
struct Translations
{
    QTranslator ours;
    QTranslator qts;
};

/// Kept until the end: other threads may be reading them. Empty for English, which is in the source.
std::unique_ptr<Translations> read(const QString &code)
{
    if (code == allLanguages().front().code)
        return nullptr;
    auto translations = std::make_unique<Translations>();
    if (!translations->ours.load(QStringLiteral(":/i18n/convscope_") + code))
        qWarning("no translation to %s", qPrintable(code));
    // Missing where Qt's translations are not installed; then its own few texts stay English.
    (void)translations->qts.load(
        QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return translations;
}

/// All of them: before one is spoken, since reading one asks for translations itself.
const std::map<QString, std::unique_ptr<Translations>> &allTranslations()
{
    static const auto all = [] {
        loadBuiltin();
        std::map<QString, std::unique_ptr<Translations>> each;
        for (const Language &language : allLanguages())
            each[language.code] = read(language.code);
        return each;
    }();
    return all;
}

/// The one that Qt asks for every text; knows all languages, so that each thread can have its own.
class Interpreter : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override;

    static inline QString common = QStringLiteral("en"); ///< changed by the GUI thread, in between its texts
    static inline thread_local QString own; ///< empty: the common one
    static inline std::mutex mutex; ///< of `common`

    static QString current()
    {
        if (!own.isEmpty())
            return own;
        const std::lock_guard lock(mutex);
        return common;
    }
};

QString Interpreter::translate(
    const char *context, const char *source, const char *disambiguation, int n) const
{
    const auto found = allTranslations().find(current());
    if (found == allTranslations().end() || !found->second)
        return {};
    const std::unique_ptr<Translations> &translations = found->second;
    const QString text = translations->ours.translate(context, source, disambiguation, n);
    return text.isEmpty() ? translations->qts.translate(context, source, disambiguation, n) : text;
}

} // namespace

const QList<Language> &allLanguages()
{
    static const QList<Language> all{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
        {QStringLiteral("zh_TW"), QStringLiteral("繁體中文")},
    };
    return all;
}

bool isLanguage(const QString &code)
{
    return std::ranges::any_of(allLanguages(), [&](const Language &each) { return each.code == code; });
}

QString systemLanguage()
{
    // Chinese is told by its script, which the territory stands for: Hong Kong reads as Taiwan does.
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QLocale locale(wanted);
        if (locale.language() == QLocale::Chinese)
            return locale.script() == QLocale::TraditionalChineseScript ? QStringLiteral("zh_TW")
                                                                        : QStringLiteral("zh_CN");
        if (locale.language() == QLocale::English || locale.language() == QLocale::C)
            break;
    }
    return allLanguages().front().code;
}

void setLanguage(const QString &code)
{
    assertGuiThread(Q_FUNC_INFO);
    allTranslations();
    static QPointer<Interpreter> interpreter; // goes with its application
    {
        const std::lock_guard lock(Interpreter::mutex);
        Interpreter::common = code;
    }
    if (!interpreter)
        interpreter = new Interpreter(QCoreApplication::instance());
    else
        QCoreApplication::removeTranslator(interpreter);
    QCoreApplication::installTranslator(interpreter); // tells Qt's own widgets
}

QString language() { return Interpreter::current(); }

LanguageScope::LanguageScope(const QString &code)
    : m_before(Interpreter::own)
{
    if (!code.isEmpty())
        Interpreter::own = code;
}

LanguageScope::~LanguageScope() { Interpreter::own = m_before; }

} // namespace convscope
