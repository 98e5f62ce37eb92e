#include "ui/filters/kernelview.h"

#include "ui/present/filterpictures.h"
#include "ui/present/pictures.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 3;
constexpr int minTile = 15;
constexpr int maxTile = 96;
constexpr int barHeight = 8;
constexpr double dimmed = 0.3;

/// The more inputs, the smaller; a whole number of screen pixels for each weight of a 3×3 kernel.
int tileSide(std::size_t tiles)
{
    if (tiles <= 4)
        return maxTile;
    return tiles <= 32 ? 30 : minTile;
}

} // namespace

KernelView::KernelView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KernelView::setKernel(const Map &kernel)
{
    m_kernel = kernel;
    m_largest = largestWeight(kernel);
    m_tiles.clear();
    if (inColours()) {
        m_tiles.push_back(kernelColours(kernel));
    } else {
        for (int input = 0; input < kernel.channels; ++input)
            m_tiles.push_back(kernelPicture(kernel, input, m_largest));
    }
    m_outdated = false;
    setFocusPolicy(m_tiles.empty() ? Qt::NoFocus : Qt::StrongFocus); // for its menu
    describe();
    updateGeometry();
    update();
}

void KernelView::setOutdated(bool outdated)
{
    if (m_outdated == outdated)
        return;
    m_outdated = outdated;
    describe();
    update();
}

void KernelView::describe()
{
    setAccessibleDescription(m_tiles.empty() || m_outdated
            ? QString()
            : tr("%1 × %2 × %3 weights from %4 to %5")
                  .arg(m_kernel.channels)
                  .arg(m_kernel.height)
                  .arg(m_kernel.width)
                  .arg(shortNumber(rangeOf(m_kernel).low), shortNumber(rangeOf(m_kernel).high)));
}

int KernelView::columns(int width) const
{
    return std::max(1, (width + gap) / (tileSide(m_tiles.size()) + gap));
}

int KernelView::tilesHeight(int width) const
{
    const int rows = (int(m_tiles.size()) + columns(width) - 1) / columns(width);
    return rows * (tileSide(m_tiles.size()) + gap);
}

int KernelView::heightForWidth(int width) const
{
    if (m_tiles.empty())
        return 0;
    return tilesHeight(width) + gap + barHeight + fontMetrics().height() + gap;
}

QSize KernelView::sizeHint() const { return {240, heightForWidth(240)}; }

QSize KernelView::minimumSizeHint() const { return {maxTile, m_tiles.empty() ? 0 : heightForWidth(width())}; }

QRect KernelView::tile(int input) const
{
    const int side = tileSide(m_tiles.size());
    const int across = columns(width());
    return {input % across * (side + gap), input / across * (side + gap), side, side};
}

void KernelView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setOpacity(m_outdated ? dimmed : 1);
    paintTiles(painter, event->rect());
    if (!hasFocus())
        return;
    painter.setOpacity(1);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

QImage KernelView::picture() const
{
    if (m_tiles.empty() || m_outdated)
        return {};
    const QSize size(width(), heightForWidth(width()));
    QImage picture(size * devicePixelRatioF(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(palette().color(QPalette::Window));
    QPainter painter(&picture);
    painter.setFont(font());
    paintTiles(painter, QRect(QPoint(), size));
    painter.end();
    picture.setDevicePixelRatio(1); // which is a matter of this screen
    return picture;
}

void KernelView::paintTiles(QPainter &painter, const QRect &seen) const
{
    for (int input = 0; input < int(m_tiles.size()); ++input) {
        const QRect area = tile(input);
        if (area.intersects(seen))
            painter.drawImage(area, m_tiles[std::size_t(input)]);
    }
    if (!m_tiles.empty()) {
        const int top = tilesHeight(width()) + gap;
        paintScale(painter, {0, top, std::min(width(), 240), barHeight + fontMetrics().height()});
    }
}

void KernelView::paintScale(QPainter &painter, const QRect &area) const
{
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect line = area.adjusted(0, barHeight, 0, 0);
    if (inColours()) {
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            tr("gray: 0, full colour: ±%1").arg(shortNumber(m_largest)));
        return;
    }
    for (int x = 0; x < area.width(); ++x)
        painter.fillRect(
            area.x() + x, area.y(), 1, barHeight, QColor(diverging(2.0 * x / (area.width() - 1) - 1)));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shortNumber(-m_largest));
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shortNumber(m_largest));
}

bool KernelView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int input = 0; input < int(m_tiles.size()) && !inColours() && !m_outdated; ++input) {
        if (!tile(input).contains(help->pos()))
            continue;
        const Range range = channelRange(m_kernel, input);
        QToolTip::showText(help->globalPos(),
            tr("Input %1: %2 to %3").arg(input).arg(shortNumber(range.low), shortNumber(range.high)), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace convscope
