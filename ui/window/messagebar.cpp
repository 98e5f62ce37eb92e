#include "ui/window/messagebar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_offers(new QVBoxLayout)
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
    layout->addLayout(m_offers);
    layout->addWidget(close, 0, Qt::AlignTop);
    showMessages();
}

void MessageBar::say(Kind kind, About about, const QString &text) { offer(kind, about, text, {}, {}); }

void MessageBar::offer(
    Kind kind, About about, const QString &text, const QString &offer, std::function<void()> taken)
{
    m_messages[about] = {kind, text, offer, std::move(taken)};
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
    m_text->setText(lines.join(QStringLiteral("\n\n"))); // a paragraph each
    m_text->setAccessibleName(lines.isEmpty() ? tr("Message") : m_text->text());
    showOffers();
    setVisible(!lines.isEmpty());
    place();
}

void MessageBar::lieOver(QWidget *ground)
{
    m_ground = ground;
    setParent(ground);
    ground->installEventFilter(this);
    showMessages();
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ground && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void MessageBar::place()
{
    if (!m_ground)
        return;
    constexpr int margin = 8;
    const QRect room = m_ground->rect().adjusted(margin, margin, -margin, -margin);
    const int height = std::min(room.height(), layout()->totalHeightForWidth(room.width()));
    setGeometry(room.x(), room.bottom() + 1 - height, room.width(), height);
    raise();
    Q_EMIT covers(isHidden() ? 0 : height + 2 * margin);
}

void MessageBar::showOffers()
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that is being clicked
        delete item;
    }
    for (auto message = m_messages.cbegin(); message != m_messages.cend(); ++message) {
        if (!message->taken)
            continue;
        auto *button = new QPushButton(message->offer);
        button->setObjectName(QStringLiteral("offer"));
        button->setAccessibleDescription(message->text);
        connect(button, &QPushButton::clicked, this, [this, about = message.key(), taken = message->taken] {
            withdraw(about);
            taken();
        });
        m_offers->addWidget(button, 0, Qt::AlignTop);
    }
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::takeOver(const MessageBar &other)
{
    m_messages = other.m_messages;
    showMessages();
}

} // namespace convscope
