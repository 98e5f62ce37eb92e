#include "ui/window/messagebar.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 8;
constexpr int maxOfWindow = 3; ///< one part in so many

} // namespace

/// One message. What can be done about it stands below its text, which so has the whole width.
class MessageRow : public QWidget
{
public:
    /// `taken` gets the number of the offer.
    MessageRow(QWidget *parent, std::function<void(qsizetype)> taken)
        : QWidget(parent)
        , m_taken(std::move(taken))
        , m_icon(new QLabel)
        , m_text(new QLabel)
        , m_line(new QHBoxLayout)
    {
        m_text->setObjectName(QStringLiteral("message"));
        m_text->setTextFormat(Qt::PlainText);
        m_text->setWordWrap(true);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_line->setSpacing(gap);
        auto *column = new QVBoxLayout;
        column->setSpacing(gap);
        column->addWidget(m_text);
        column->addLayout(m_line);
        m_line->setAlignment(Qt::AlignLeft);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(gap);
        layout->addWidget(m_icon, 0, Qt::AlignTop);
        layout->addLayout(column, 1);
    }

    void show(const MessageBar::Message &message)
    {
        const auto icon = message.kind == MessageBar::Kind::Problem ? QStyle::SP_MessageBoxWarning
                                                                    : QStyle::SP_MessageBoxInformation;
        m_icon->setPixmap(style()->standardIcon(icon).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize)));
        m_text->setText(message.text);
        m_text->setAccessibleName(message.text);
        while (m_buttons.size() < message.offers.size())
            addButton();
        for (qsizetype i = 0; i < m_buttons.size(); ++i) {
            const bool isOffered = i < message.offers.size();
            if (isOffered) {
                m_buttons[i]->setText(message.offers[i].text);
                m_buttons[i]->setObjectName(QLatin1String(message.offers[i].name));
                m_buttons[i]->setAccessibleDescription(message.text);
            }
            m_buttons[i]->setVisible(isOffered);
            m_buttons[i]->setFocusPolicy(isOffered ? Qt::TabFocus : Qt::NoFocus); // a click moves no focus
        }
        // At once, as what is hidden or not laid out counts for nothing where the height is measured.
        QWidget::show();
        layout()->activate();
    }

    /// Also those that are not needed now.
    const QList<QPushButton *> &buttons() const { return m_buttons; }

private:
    void addButton()
    {
        auto *button = new QPushButton;
        connect(button, &QPushButton::clicked, this, [this, at = m_buttons.size()] { m_taken(at); });
        m_line->addWidget(button);
        m_buttons << button;
    }

    std::function<void(qsizetype)> m_taken;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_line;
    QList<QPushButton *> m_buttons;
};

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_scroll(new QScrollArea)
    , m_close(new QToolButton)
{
    setObjectName(QStringLiteral("messageBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto *content = new QWidget;
    m_lines = new QVBoxLayout(content);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(gap);
    content->installEventFilter(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Messages"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // until there is something to scroll
    m_scroll->setWidget(content);
    m_close->setObjectName(QStringLiteral("closeMessage"));
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeAll);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MessageBar::revealLatest);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, const QWidget *now) {
        if (before && now && isAncestorOf(now) && !isAncestorOf(before))
            m_before = before;
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    showMessages();
}

void MessageBar::say(Kind kind, About about, const QString &text) { offer(kind, about, text, {}); }

void MessageBar::offer(
    Kind kind, About about, const QString &text, const QString &offer, std::function<void()> taken)
{
    this->offer(kind, about, text, {{offer, std::move(taken)}});
}

void MessageBar::offer(Kind kind, About about, const QString &text, const QList<Offer> &offers)
{
    m_messages[about] = {kind, text, offers};
    m_latest = about;
    showMessages();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// Where there are more than there is room for; once they have their places.
void MessageBar::revealLatest()
{
    if (const MessageRow *row = m_rows.value(m_latest))
        m_scroll->verticalScrollBar()->setValue(row->y());
}

void MessageBar::withdraw(About about)
{
    m_messages.remove(about);
    showMessages();
}

void MessageBar::closeAll() { setMessages({}); }

void MessageBar::setMessages(const Messages &messages)
{
    m_messages = messages;
    showMessages();
}

/// A row that stays is not made anew: it may have the focus.
void MessageBar::showMessages()
{
    if (m_messages.isEmpty())
        giveFocusBack(*this);
    for (const About about : m_rows.keys()) {
        if (m_messages.contains(about))
            continue;
        MessageRow *row = m_rows.take(about);
        giveFocusBack(*row);
        m_lines->removeWidget(row);
        row->hide();
        row->deleteLater(); // its button may be the one that is being clicked
    }
    for (const About about : m_messages.keys())
        showMessage(about);
    setVisible(!m_messages.isEmpty());
    place();
}

void MessageBar::showMessage(About about)
{
    MessageRow *&row = m_rows[about];
    if (!row) {
        row = new MessageRow(m_scroll->widget(), [this, about](qsizetype offer) { take(about, offer); });
        m_lines->insertWidget(int(std::distance(m_rows.begin(), m_rows.find(about))), row);
    }
    const Message &message = m_messages[about];
    for (const QPushButton *button : row->buttons().mid(message.offers.size()))
        giveFocusBack(*button);
    row->show(message);
}

void MessageBar::take(About about, qsizetype offer)
{
    const std::function<void()> taken = m_messages.value(about).offers.value(offer).taken;
    withdraw(about);
    if (taken)
        taken();
}

/// Before something here goes that has the focus: Qt would give it to whatever comes next.
void MessageBar::giveFocusBack(const QWidget &from)
{
    const QWidget *focused = window()->focusWidget();
    if (!focused || (focused != &from && !from.isAncestorOf(focused)))
        return;
    if (m_before && m_before->window() == window() && m_before->isVisible() && m_before->isEnabled())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT focusLeft();
}

/// Beside it, not in it: a stack raises the page that it shows.
void MessageBar::lieOver(QWidget *ground)
{
    m_ground = ground;
    setParent(ground->parentWidget());
    ground->installEventFilter(this);
    showMessages();
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool groundMoves =
        watched == m_ground && (event->type() == QEvent::Resize || event->type() == QEvent::Move);
    const bool textsChange = watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest;
    if (groundMoves || textsChange)
        place();
    return QFrame::eventFilter(watched, event);
}

void MessageBar::place()
{
    if (!m_ground)
        return;
    const QRect room = m_ground->geometry().adjusted(gap, gap, -gap, -gap);
    const int wanted = heightFor(room.width());
    const int height = std::min({wanted, room.height(), window()->height() / maxOfWindow});
    m_scroll->setFocusPolicy(height < wanted ? Qt::TabFocus : Qt::NoFocus);
    setGeometry(room.x(), room.bottom() + 1 - height, room.width(), height);
    raise();
    Q_EMIT covers(isHidden() ? 0 : height + 2 * gap);
}

/// With room for a bar below where a word is longer than a line.
int MessageBar::heightFor(int width) const
{
    const QMargins frame = contentsMargins() + layout()->contentsMargins();
    const int line = width - frame.left() - frame.right() - gap - m_close->sizeHint().width();
    const int lines = m_lines->totalHeightForWidth(std::max(line, m_lines->totalMinimumSize().width()));
    const int bar =
        line < m_lines->totalMinimumSize().width() ? m_scroll->horizontalScrollBar()->sizeHint().height() : 0;
    return frame.top() + frame.bottom() + std::max(lines + bar, m_close->sizeHint().height());
}

QString MessageBar::text() const
{
    QStringList texts;
    for (const Message &message : m_messages)
        texts << message.text;
    return texts.join(QStringLiteral("\n\n"));
}

} // namespace convscope
