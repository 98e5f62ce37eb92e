#include "ui/export/figurepreview.h"

#include <QPainter>
#include <algorithm>

namespace convscope {

namespace {

constexpr int margin = 12;

QPixmap painted(const Board &board, const FigureStyle &style, const QSize &room, double ratio)
{
    const QSizeF points = figureSize(board, style);
    const double scale = std::min(room.width() / points.width(), room.height() / points.height());
    if (!(scale > 0))
        return {};
    QPixmap page((points * scale * ratio).toSize().expandedTo({1, 1}));
    page.setDevicePixelRatio(ratio);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.scale(scale, scale);
    paintFigure(painter, board, style);
    return page;
}

} // namespace

FigurePreview::FigurePreview(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("figurePreview"));
    setAccessibleName(tr("Preview of the figure"));
    setMinimumSize(240, 240);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FigurePreview::show(const Board &board, const FigureStyle &style)
{
    m_board = board;
    m_style = style;
    m_page = {};
    update();
}

QSize FigurePreview::sizeHint() const { return {560, 560}; }

void FigurePreview::resizeEvent(QResizeEvent *)
{
    m_page = {};
    update();
}

void FigurePreview::paintEvent(QPaintEvent *)
{
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    if (m_page.isNull() && !m_board.rows.isEmpty() && !m_board.columns.isEmpty())
        m_page = painted(m_board, m_style, room.size(), devicePixelRatioF());
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    if (m_page.isNull()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(
            room, Qt::AlignCenter | Qt::TextWordWrap, tr("Choose at least one row and one photo."));
        return;
    }
    QRectF page(QPointF(), m_page.deviceIndependentSize());
    page.moveCenter(QRectF(room).center());
    painter.drawPixmap(page.topLeft(), m_page);
}

} // namespace convscope
