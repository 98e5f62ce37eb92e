#pragma once

#include "ui/present/board.h"

#include <QWidget>

namespace convscope {

/// Above a column: the photo's name, its true class, and the predicted one with a mark and a word for right
/// or wrong.
class ColumnHeading : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    void show(const BoardColumn &column);
    static int heightFor(const QFontMetrics &metrics);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintClass(QPainter &painter, int line, const QColor &chip, const QString &text) const;

    BoardColumn m_column;
};

/// Beside a row: what the view is, what it was asked, and what its colours mean.
class RowHeading : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// `explanation` is the sentence on the view for the tooltip.
    void show(const BoardRow &row, const QString &explanation);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BoardRow m_row;
};

} // namespace convscope
