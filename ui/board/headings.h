#pragma once

#include "ui/present/board.h"

#include <QWidget>
#include <optional>

class QToolButton;

namespace convscope {

/// Above a column, or beside a row: the photo's name, its true class, and the predicted one with a mark and a
/// word for right or wrong, and a pin where it stays while others come and go. Its button asks for the menu
/// of what can be done with the column.
class ColumnHeading : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnHeading(QWidget *parent);

    void show(const BoardColumn &column, bool pinned);
    static int heightFor(const QFontMetrics &metrics, bool withTop = false, bool withSecond = false);
    /// Whether the likeliest classes stand below the predicted one.
    void setTopShown(bool shown);
    /// For "right" or "wrong" beside the mark, and for "true" before the class.
    bool hasRoomForWords() const;
    /// Without these words; the mark alone stands beside the true class then.
    void setBrief(bool brief);
    bool isBrief() const { return m_brief; }

Q_SIGNALS:
    void menuAsked(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int roomForName() const;
    int roomForClass() const;
    void paintClass(
        QPainter &painter, int line, const QColor &chip, const QString &text, const QString &end) const;

    BoardColumn m_column;
    bool m_brief = false;
    bool m_topShown = false;
    bool m_pinned = false;
    QToolButton *m_menu;
};

/// Beside a row, or above a column: what the row shows, what it was asked, and what its colours mean; a pin
/// where it is held at its own layer and filter. Its button asks for the menu of what can be done with the
/// row. It can be dragged to another place.
class RowHeading : public QWidget
{
    Q_OBJECT
public:
    explicit RowHeading(QWidget *parent);

    /// `explanation` is the sentence on the row for the tooltip.
    void show(const BoardRow &row, const QString &explanation, bool selected);
    /// What it needs where it is so wide.
    int heightFor(int width) const;

Q_SIGNALS:
    void menuAsked(const QPoint &globalPosition);
    void pressed();
    void draggedTo(const QPoint &globalPosition);
    void dropped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Title
    {
        QFont font;
        QRect area;
        Qt::TextFlag wrap;
    };
    Title titleIn(int wide) const;
    void paintColourBar(QPainter &painter, const QRect &area) const;
    int layOut(QPainter *painter, int width, int height) const;

    BoardRow m_row;
    bool m_selected = false;
    std::optional<QPoint> m_grabbedAt; ///< where the button was pressed
    bool m_dragged = false;
    QToolButton *m_menu;
};

} // namespace convscope
