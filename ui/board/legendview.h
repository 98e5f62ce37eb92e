#pragma once

#include "ui/present/board.h"

#include <QWidget>

namespace convscope {

/// What the colours of a picture mean: a line for each, and the bar of a map with its ends.
class LegendView : public QWidget
{
    Q_OBJECT
public:
    explicit LegendView(QWidget *parent = nullptr);

    void show(const QList<LegendEntry> &legend, const std::optional<ColourBar> &bar);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<LegendEntry> m_legend;
    std::optional<ColourBar> m_bar;
};

} // namespace convscope
