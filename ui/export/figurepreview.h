#pragma once

#include "ui/present/figure.h"

#include <QPixmap>
#include <QWidget>

namespace convscope {

/// A figure as it will be written, as large as there is room.
class FigurePreview : public QWidget
{
    Q_OBJECT
public:
    explicit FigurePreview(QWidget *parent = nullptr);

    void show(const Board &board, const FigureStyle &style);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Board m_board;
    FigureStyle m_style;
    QPixmap m_page; ///< null until it is painted again
};

} // namespace convscope
