#pragma once

#include <QWidget>

namespace convscope {

/// Lies over the window while files are dragged over it: they can be dropped anywhere. Lets the mouse
/// through.
class DropFrame : public QWidget
{
    Q_OBJECT
public:
    /// Shows itself over all of the window.
    explicit DropFrame(QWidget &window);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace convscope
