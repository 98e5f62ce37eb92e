#pragma once

#include <QFrame>

class QLabel;

namespace convscope {

/// What went wrong or was done, above the board, until it is closed or replaced.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind
    {
        Done,
        Problem
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text);
    QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace convscope
