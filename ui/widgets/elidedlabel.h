#pragma once

#include <QLabel>

namespace convscope {

/// One line of text that gives way: what does not fit is left out at its end, and stands in the tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace convscope
