#include "ui/widgets/steadylabel.h"

#include <algorithm>

namespace convscope {

SteadyLabel::SteadyLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    QSizePolicy steady(
        QSizePolicy::Ignored, QSizePolicy::Preferred); // a long text must not widen what it is in
    steady.setHeightForWidth(true);
    setSizePolicy(steady);
}

void SteadyLabel::setLongest(const QString &text)
{
    if (m_longest == text)
        return;
    m_longest = text;
    updateGeometry();
}

int SteadyLabel::heightForWidth(int width) const
{
    const auto height = [&](const QString &shown) {
        return fontMetrics().boundingRect(0, 0, width, QWIDGETSIZE_MAX, Qt::TextWordWrap, shown).height();
    };
    return std::max({height(m_longest), height(text()), fontMetrics().height()});
}

QSize SteadyLabel::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_longest);
    return {width, fontMetrics().height()};
}

QSize SteadyLabel::minimumSizeHint() const { return {1, fontMetrics().height()}; }

} // namespace convscope
