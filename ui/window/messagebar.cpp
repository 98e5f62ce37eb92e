#include "ui/window/messagebar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace convscope {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
{
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeMessage"));
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &MessageBar::closeAll);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    showMessages();
}

void MessageBar::say(Kind kind, About about, const QString &text)
{
    m_messages[about] = {kind, text};
    showMessages();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::withdraw(About about)
{
    m_messages.remove(about);
    showMessages();
}

void MessageBar::closeAll()
{
    m_messages.clear();
    showMessages();
}

void MessageBar::showMessages()
{
    QStringList lines;
    bool problem = false;
    for (const Message &message : std::as_const(m_messages)) {
        lines << message.text;
        problem = problem || message.kind == Kind::Problem;
    }
    const auto icon = problem ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxInformation;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(icon).pixmap(side));
    m_text->setText(lines.join(u'\n'));
    m_text->setAccessibleName(lines.isEmpty() ? tr("Message") : m_text->text());
    setVisible(!lines.isEmpty());
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::takeOver(const MessageBar &other)
{
    m_messages = other.m_messages;
    showMessages();
}

} // namespace convscope
