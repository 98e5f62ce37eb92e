#include "ui/window/tooltips.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QScreen>
#include <QTextLayout>
#include <QToolTip>

namespace convscope {

namespace {

constexpr int charactersALine = 60;
constexpr int refreshMs = 200;

/// What a place of a widget says, and how far that holds.
struct Tip
{
    QString text;
    QRect area; ///< empty: the whole widget
};

Tip tipOfHeader(const QHeaderView &header, QPoint place)
{
    const int section = header.logicalIndexAt(place);
    if (section < 0)
        return {};
    const bool across = header.orientation() == Qt::Horizontal;
    const int start = header.sectionViewportPosition(section);
    const int size = header.sectionSize(section);
    return {header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString(),
        across ? QRect(start, 0, size, header.height()) : QRect(0, start, header.width(), size)};
}

Tip tipOf(const QWidget &widget, QPoint place)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        const QAction *action = menu->toolTipsVisible() ? menu->actionAt(place) : nullptr;
        return action ? Tip{action->toolTip(), menu->actionGeometry(const_cast<QAction *>(action))} : Tip{};
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (!view || view->viewport() != &widget || !view->model())
        return {widget.toolTip(), {}};
    if (const auto *header = qobject_cast<const QHeaderView *>(view))
        return tipOfHeader(*header, place);
    const QModelIndex index = view->indexAt(place);
    return {index.data(Qt::ToolTipRole).toString(), view->visualRect(index)};
}

} // namespace

QString inLines(const QString &text, const QFont &font, int width)
{
    if (text.startsWith(QLatin1String("<qt>")))
        return text;
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    const QString plain = lines.join(u'\n');
    return Qt::mightBeRichText(plain)
        ? QStringLiteral("<qt><p style='white-space:pre'>%1</p></qt>").arg(plain.toHtmlEscaped())
        : plain;
}

ToolTips::ToolTips(QObject *parent)
    : QObject(parent)
{
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ToolTips::refresh);
    qApp->installEventFilter(this);
}

bool ToolTips::eventFilter(QObject *receiver, QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !receiver->isWidgetType())
        return false;
    const auto &help = *static_cast<QHelpEvent *>(event);
    m_widget = static_cast<QWidget *>(receiver);
    m_place = help.pos();
    m_globalPlace = help.globalPos();
    m_refresh.start();
    return show(*m_widget, help);
}

/// False where the widget has nothing to say, or says it itself.
bool ToolTips::show(QWidget &widget, const QHelpEvent &help)
{
    const Tip tip = tipOf(widget, help.pos());
    if (tip.text.isEmpty())
        return false;
    const QFont font = QToolTip::font();
    const int wanted = QFontMetrics(font).averageCharWidth() * charactersALine;
    const int width = std::min(wanted, widget.screen()->availableGeometry().width() * 9 / 10);
    QToolTip::showText(
        help.globalPos(), inLines(tip.text, font, width), &widget, tip.area, widget.toolTipDuration());
    return true;
}

/// Asks again. Where the answer is the same nothing moves.
void ToolTips::refresh()
{
    if (!m_widget || !QToolTip::isVisible()) {
        m_refresh.stop();
        return;
    }
    QHelpEvent again(QEvent::ToolTip, m_place, m_globalPlace);
    QCoreApplication::sendEvent(m_widget, &again);
    if (!again.isAccepted())
        QToolTip::hideText();
}

} // namespace convscope
