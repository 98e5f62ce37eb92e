#include "ui/present/numbertext.h"

#include <QLocale>
#include <cmath>

namespace convscope {

QString numberText(double value)
{
    constexpr double maxInFull = 1e15;
    if (std::abs(value) < maxInFull && value == std::trunc(value))
        return QString::number(qint64(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace convscope
