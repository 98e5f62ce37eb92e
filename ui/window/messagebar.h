#pragma once

#include <QFrame>
#include <QList>
#include <QMap>
#include <QPointer>
#include <functional>

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace convscope {

class MessageRow;

/// What went wrong or was done, until it is closed or outlived: one message about each thing, with what can
/// be done about it. It lies over the lower part of the board, so that nothing moves when it comes or goes,
/// and is as high as its texts need, up to a third of the window.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind
    {
        Done,
        Problem
    };

    enum class About
    {
        Network,
        Second, ///< network
        Compared, ///< both networks
        Silence,
        Photos,
        Choices, ///< that no longer fit
        Figure,
        Saved, ///< by a menu
        Session,
        Presets,
        Demo,
        Board,
        Cancelled
    };

    /// A button that does something about it, and then closes the message.
    struct Offer
    {
        QString text;
        std::function<void()> taken;
        const char *name = "offer"; ///< of the button
    };
    struct Message
    {
        Kind kind;
        QString text;
        QList<Offer> offers = {};
    };
    using Messages = QMap<About, Message>;

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, About about, const QString &text);
    void offer(
        Kind kind, About about, const QString &text, const QString &offer, std::function<void()> taken);
    void offer(Kind kind, About about, const QString &text, const QList<Offer> &offers);
    /// Nothing is wrong with that any more.
    void withdraw(About about);
    bool says(About about) const { return m_messages.contains(about); }
    QString text() const;
    /// To say the same in another bar.
    const Messages &messages() const { return m_messages; }
    void setMessages(const Messages &messages);
    /// From here on it stands at the lower edge of this widget, and above it whatever that shows.
    void lieOver(QWidget *ground);

Q_SIGNALS:
    /// So many pixels of what lies below it.
    void covers(int height);
    /// It had the focus, and there is nobody to give it back to.
    void focusLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void closeAll();
    void showMessages();
    void showMessage(About about);
    void revealLatest();
    void take(About about, qsizetype offer);
    void giveFocusBack(const QWidget &from);
    void place();
    int heightFor(int width) const;

    QWidget *m_ground = nullptr; ///< that it lies over
    Messages m_messages;
    About m_latest = About::Network;
    QMap<About, MessageRow *> m_rows;
    QVBoxLayout *m_lines; ///< holds them
    QScrollArea *m_scroll;
    QToolButton *m_close;
    QPointer<QWidget> m_before; ///< had the focus before it came here
};

} // namespace convscope
