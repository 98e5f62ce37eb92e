#pragma once

#include "ui/present/boardshape.h"

#include <QWidget>

class QSlider;
class QToolButton;

namespace convscope {

/// In the corner of the board, between the headings of its rows and of its columns: the size of the pictures,
/// and which way the board lies.
class BoardCorner : public QWidget
{
    Q_OBJECT
public:
    explicit BoardCorner(QWidget *parent);

    /// `side` is what the shape comes to.
    void show(const BoardShape &shape, int side);

Q_SIGNALS:
    void shapeAsked(const BoardShape &shape);

private:
    BoardShape m_shape;
    QSlider *m_size;
    QToolButton *m_allRows;
    QToolButton *m_turned;
};

} // namespace convscope
