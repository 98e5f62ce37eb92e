#include "ui/window/togglestyle.h"

#include <QPainter>
#include <QStyleOption>

namespace convscope {

namespace {

/// Dark text stays readable on it, and so does light text where the palette is dark.
QColor switchedOn(const QPalette &palette)
{
    const QColor button = palette.color(QPalette::Button);
    const QColor chosen = palette.color(QPalette::Highlight);
    const bool isDark = button.lightness() < palette.color(QPalette::ButtonText).lightness();
    const double part = isDark ? 0.7 : 0.4;
    const auto mixed = [part](int from, int to) { return int(from + part * (to - from)); };
    return {mixed(button.red(), chosen.red()), mixed(button.green(), chosen.green()),
        mixed(button.blue(), chosen.blue())};
}

} // namespace

void ToggleStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element != PE_PanelButtonTool || !(option->state & State_On)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const QPalette &palette = option->palette;
    QColor frame = palette.color(QPalette::ButtonText);
    frame.setAlphaF(0.6F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(frame);
    painter->setBrush(switchedOn(palette));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

} // namespace convscope
