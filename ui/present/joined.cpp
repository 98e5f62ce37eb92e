#include "ui/present/joined.h"

namespace convscope {

QString joined(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        const bool needsBlank = !text.isEmpty() && !QStringLiteral("。：；！？").contains(text.back());
        text += needsBlank ? u' ' + sentence : sentence;
    }
    return text;
}

} // namespace convscope
