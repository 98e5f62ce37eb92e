#include "ui/comparison/stripview.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace convscope {

namespace {

constexpr int margin = 8;

} // namespace

StripView::StripView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stripPlot"));
    setMouseTracking(true);
}

void StripView::setPlot(StripPlot plot, NameOf nameOf)
{
    m_plot = std::move(plot);
    m_nameOf = std::move(nameOf);
    setAccessibleName(m_plot.isEmpty() ? tr("Values of each photo")
                                       : tr("Values of each photo: %1").arg(m_plot.titleText()));
    updateGeometry();
    arrange();
}

QSize StripView::minimumSizeHint() const
{
    return {320, int(StripLayout::heightFor(m_plot.strips.size(), font())) + 2 * margin};
}

void StripView::arrange()
{
    PlotLook look;
    look.font = font();
    look.ink = palette().color(QPalette::Text);
    look.faint = palette().color(QPalette::Mid);
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    look.method = isDark ? QColor(0x77, 0xaa, 0xdd) : QColor(0x33, 0x77, 0xbb);
    look.rival = isDark ? QColor(0xaa, 0xaa, 0xaa) : QColor(0x77, 0x77, 0x77);
    m_layout.emplace(m_plot, look, QSizeF(size().shrunkBy(QMargins(margin, margin, margin, margin))));
    update();
}

std::optional<StripLayout::Dot> StripView::dotAt(QPointF point) const
{
    return m_layout ? m_layout->dotAt(point - QPointF(margin, margin)) : std::nullopt;
}

QString StripView::textOf(const StripLayout::Dot &dot) const
{
    return tr("%1, %2: %3")
        .arg(m_nameOf(dot.photo), m_plot.strips[dot.strip].name, m_plot.valueText(dot.value));
}

bool StripView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto dot = dotAt(help->pos()))
            QToolTip::showText(help->globalPos(), textOf(*dot), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void StripView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.translate(margin, margin);
    if (m_layout)
        m_layout->paint(painter);
}

void StripView::resizeEvent(QResizeEvent *) { arrange(); }

void StripView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        arrange();
}

void StripView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(dotAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StripView::mousePressEvent(QMouseEvent *event)
{
    if (const auto dot = dotAt(event->position()); dot && event->button() == Qt::LeftButton)
        Q_EMIT photoAsked(dot->photo);
}

} // namespace convscope
