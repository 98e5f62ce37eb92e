#pragma once

#include <QFrame>
#include <QMap>

class QLabel;

namespace convscope {

/// What went wrong or was done, above the board, until it is closed or outlived: one message about each
/// thing.
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
        Figure,
        Session,
        Demo
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, About about, const QString &text);
    /// Nothing is wrong with that any more.
    void withdraw(About about);
    QString text() const;
    /// Says what another one says.
    void takeOver(const MessageBar &other);

private:
    struct Message
    {
        Kind kind;
        QString text;
    };

    void closeAll();
    void showMessages();

    QMap<About, Message> m_messages;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace convscope
