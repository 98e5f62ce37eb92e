#pragma once

#include <QProxyStyle>

namespace convscope {

/// The desktop's style, with buttons that are switched on marked by the colour of what is chosen and by a
/// frame: in dark colours a shade alone does not tell them from the others.
class ToggleStyle : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
};

} // namespace convscope
