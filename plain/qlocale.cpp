#include "plain/qlocale.h"

/// With commas between each three of the digits before the point; numbers with an exponent have one digit
/// there.
QString QLocale::grouped(const QString &number) const
{
    if (m_options == OmitGroupSeparator)
        return number;
    qsizetype end = 0;
    while (end < number.size() && (number[end].isDigit() || number[end] == u'-'))
        ++end;
    QString text;
    for (qsizetype place = 0; place < number.size(); ++place) {
        const bool isBehindDigit = place > 0 && number[place - 1].isDigit();
        if (place < end && isBehindDigit && (end - place) % 3 == 0)
            text += u',';
        text += number[place];
    }
    return text;
}
