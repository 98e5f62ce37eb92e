#include "ui/widgets/fittingfont.h"

#include <QFontMetrics>

namespace convscope {

QFont fittingFont(QFont font, const QString &text, int width)
{
    for (const int stretch : {100, 92, 84, 76}) { // percent
        font.setStretch(stretch);
        if (QFontMetrics(font).horizontalAdvance(text) <= width)
            break;
    }
    return font;
}

} // namespace convscope
