#pragma once

#include "ui/present/board.h"

#include <QWidget>

namespace convscope {

/// What the colours of a picture mean: a line for each, the bar of a map with its ends, and what else is to
/// be known of how it is drawn.
class LegendView : public QWidget
{
    Q_OBJECT
public:
    explicit LegendView(QWidget *parent = nullptr);

    void show(const BoardRow &row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BoardRow m_row;
};

} // namespace convscope
