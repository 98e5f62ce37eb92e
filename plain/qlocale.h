#pragma once

#include "plain/qstring.h"

#include <string_view>

/// How English writes numbers; C: without commas.
class QLocale
{
public:
    enum NumberOption
    {
        DefaultNumberOptions,
        OmitGroupSeparator
    };
    enum FloatingPointPrecisionOption
    {
        FloatingPointShortest = -128
    };

    explicit QLocale(const QString &) { }
    static QLocale c()
    {
        QLocale locale{QString()};
        locale.setNumberOptions(OmitGroupSeparator);
        return locale;
    }

    void setNumberOptions(NumberOption options) { m_options = options; }
    QString decimalPoint() const { return u'.'; }
    template <std::integral Number> QString toString(Number value) const
    {
        return grouped(QString::number(value));
    }
    QString toString(double value, char format = 'g', int precision = 6) const
    {
        return grouped(QString::number(value, format, precision));
    }

private:
    QString grouped(const QString &number) const;

    NumberOption m_options = DefaultNumberOptions;
};
