#pragma once

#include <QFrame>
#include <QMap>
#include <functional>

class QLabel;
class QVBoxLayout;

namespace convscope {

/// What went wrong or was done, until it is closed or outlived: one message about each thing. It lies over
/// the lower part of the board, so that nothing moves when it comes or goes.
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
        Silence,
        Photos,
        Choices, ///< that no longer fit
        Figure,
        Session,
        Demo,
        Board,
        Cancelled
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, About about, const QString &text);
    /// With a button that does something about it, and then closes the message.
    void offer(
        Kind kind, About about, const QString &text, const QString &offer, std::function<void()> taken);
    /// Nothing is wrong with that any more.
    void withdraw(About about);
    QString text() const;
    /// Says what another one says.
    void takeOver(const MessageBar &other);
    /// From here on it stands at the lower edge of this widget.
    void lieOver(QWidget *ground);

Q_SIGNALS:
    /// So many pixels of what lies below it.
    void covers(int height);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Message
    {
        Kind kind;
        QString text;
        QString offer = {};
        std::function<void()> taken = {};
    };

    void closeAll();
    void showMessages();
    void place();
    void showOffers();

    QWidget *m_ground = nullptr; ///< that it lies over
    QMap<About, Message> m_messages;
    QLabel *m_icon;
    QLabel *m_text;
    QVBoxLayout *m_offers; ///< buttons
};

} // namespace convscope
