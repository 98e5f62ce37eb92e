#pragma once

#include "ui/present/board.h"

#include <QWidget>

class QToolButton;

namespace convscope {

/// Above a column: the photo's name, its true class, and the predicted one with a mark and a word for right
/// or wrong, and a pin where it stays while others come and go. Its button asks for the menu of what can be
/// done with the column.
class ColumnHeading : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnHeading(QWidget *parent);

    void show(const BoardColumn &column, bool pinned);
    static int heightFor(const QFontMetrics &metrics);

Q_SIGNALS:
    void menuAsked(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintClass(QPainter &painter, int line, const QColor &chip, const QString &text) const;

    BoardColumn m_column;
    bool m_pinned = false;
    QToolButton *m_menu;
};

/// Beside a row: what the view is, what it was asked, and what its colours mean. Its button asks for the menu
/// of what can be done with the row.
class RowHeading : public QWidget
{
    Q_OBJECT
public:
    explicit RowHeading(QWidget *parent);

    /// `explanation` is the sentence on the view for the tooltip.
    void show(const BoardRow &row, const QString &explanation);

Q_SIGNALS:
    void menuAsked(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    BoardRow m_row;
    QToolButton *m_menu;
};

} // namespace convscope
