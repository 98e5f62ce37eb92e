#pragma once

#include "plain/qstring.h"

/// Texts in the source's language, which is English.
class QCoreApplication
{
public:
    static QString translate(const char *, const char *text, const char * = nullptr, int count = -1)
    {
        QString said = QString::fromUtf8(std::string_view(text));
        return count < 0 ? said : said.replace(QStringLiteral("%n"), QString::number(count));
    }
};

#define Q_DECLARE_TR_FUNCTIONS(context)                                                                      \
public:                                                                                                      \
    static QString tr(const char *text, const char *what = nullptr, int count = -1)                          \
    {                                                                                                        \
        return QCoreApplication::translate(#context, text, what, count);                                     \
    }                                                                                                        \
                                                                                                             \
private:

#define QT_TRANSLATE_NOOP(context, text) text
