#pragma once

#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHelpEvent;

namespace convscope {

/// Shows the tooltips of all widgets, lists and menus: in lines that can be read, and as they are true while
/// they are seen, also where what lies under the pointer changes meanwhile.
class ToolTips : public QObject
{
    Q_OBJECT
public:
    /// Watches the application until it is destroyed.
    explicit ToolTips(QObject *parent);

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    bool show(QWidget &widget, const QHelpEvent &help);
    void refresh();

    // Where a tooltip was asked for last.
    QPointer<QWidget> m_widget;
    QPoint m_place; ///< in the widget
    QPoint m_globalPlace;
    QTimer m_refresh;
};

/// A tooltip's text in lines of at most `width` pixels; a word that is longer is broken. Text that looks like
/// markup stays text, unless it begins with <qt>, which is left alone.
QString inLines(const QString &text, const QFont &font, int width);

} // namespace convscope
