#include "ui/widgets/elidedcombo.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QScreen>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>
#include <algorithm>

namespace convscope {

ElidedCombo::ElidedCombo(int characters, QWidget *parent)
    : QComboBox(parent)
    , m_characters(characters)
{
    setSizeAdjustPolicy(AdjustToContents);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedCombo::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    int widest = 0;
    for (int item = 0; item < count(); ++item)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(item)));
    const int least = std::min(widest, m_characters * fontMetrics().averageCharWidth());
    return {whole.width() - widest + least, whole.height()};
}

QString ElidedCombo::shownText() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    constexpr int rim = 3; // styles leave a little beside the text
    return fontMetrics().elidedText(currentText(), Qt::ElideMiddle, room.width() - 2 * rim);
}

void ElidedCombo::showPopup()
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    view()->setMinimumWidth(
        std::min(view()->sizeHintForColumn(0) + bar, screen()->availableGeometry().width() / 2));
    QComboBox::showPopup();
}

bool ElidedCombo::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && shownText() != currentText()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), currentText(), this);
        return true;
    }
    return QComboBox::event(event);
}

void ElidedCombo::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText = shownText();
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace convscope
