#include "ui/present/counttext.h"

#include "ui/present/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

/// Three digits, without zeros behind the point.
QString threeDigits(double value)
{
    const int whole = int(std::floor(std::log10(value))) + 1;
    const double unit = std::pow(10, whole - 3);
    const double rounded = std::round(value / unit) * unit;
    QLocale locale(language());
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(rounded, 'f', std::max(0, 3 - whole));
    if (text.contains(locale.decimalPoint())) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(locale.decimalPoint()))
            text.chop(locale.decimalPoint().size());
    }
    return text;
}

} // namespace

QString countText(qint64 count)
{
    const double value = double(count);
    if (language().startsWith(QLatin1String("zh"))) {
        if (value >= 1e8)
            return Texts::tr("%1 hundred million").arg(threeDigits(value / 1e8));
        if (value >= 1e4)
            return Texts::tr("%1 ten thousand").arg(threeDigits(value / 1e4));
    } else if (value >= 1e9) {
        return Texts::tr("%1 billion").arg(threeDigits(value / 1e9));
    } else if (value >= 1e6) {
        return Texts::tr("%1 million").arg(threeDigits(value / 1e6));
    }
    return QLocale(language()).toString(count);
}

} // namespace convscope
