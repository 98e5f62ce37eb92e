#include "ui/network/numberfield.h"

#include <QLocale>
#include <limits>

namespace convscope {

double numberOf(const QString &text)
{
    for (QLocale locale : {QLocale::c(), QLocale()}) {
        locale.setNumberOptions(QLocale::RejectGroupSeparator); // 0,485 is not 485
        bool isNumber = false;
        const double value = locale.toDouble(text.trimmed(), &isNumber);
        if (isNumber)
            return value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace convscope
