#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace convscope {

/// One line above the board while the demo is open: that it is one, and how to go on. While only one half of
/// it is the demo's, the line says which, and cannot be closed: own photos explained by the demo's network
/// look like an answer.
class DemoHint : public QWidget
{
    Q_OBJECT
public:
    explicit DemoHint(QWidget *parent = nullptr);

    /// Which of what is open is the demo's; `closed`: that both are is known.
    void show(bool photos, bool network, bool closed);

Q_SIGNALS:
    void photosAsked();
    void networkAsked();
    void closed();

private:
    QLabel *m_text;
    QToolButton *m_photos;
    QToolButton *m_network;
    QToolButton *m_close;
};

} // namespace convscope
