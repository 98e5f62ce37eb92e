#pragma once

#include <QWidget>

namespace convscope {

/// One line above the board while the demo is open: that it is one, and how to go on.
class DemoHint : public QWidget
{
    Q_OBJECT
public:
    explicit DemoHint(QWidget *parent = nullptr);

Q_SIGNALS:
    void photosAsked();
    void networkAsked();
    void closed();
};

} // namespace convscope
