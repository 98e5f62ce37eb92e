#include "ui/gallery/photolist.h"

#include "ui/gallery/photodelegate.h"

#include <QKeyEvent>
#include <algorithm>

namespace convscope {

namespace {

constexpr int minWidth = 200; ///< of the panel, so that the board has most of a small screen

} // namespace

PhotoList::PhotoList(QWidget *parent)
    : QListView(parent)
    , m_delegate(new PhotoDelegate(this))
{
    // Rows of a wrapped list, not icons: those are kept one by one, which takes long for a hundred thousand.
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMinimumWidth(minWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(m_delegate);
}

void PhotoList::setWanted(int side)
{
    m_wanted = side;
    fit();
}

void PhotoList::resizeEvent(QResizeEvent *event)
{
    fit();
    QListView::resizeEvent(event);
}

/// As many in a row as come nearest to the wanted size; these share the width. The scroll bar's place is kept
/// free, as it comes and goes with the height, which goes by the width.
void PhotoList::fit()
{
    const int width = this->width() - 2 * frameWidth() - style()->pixelMetric(QStyle::PM_ScrollBarExtent) - 1;
    const int around = m_delegate->around();
    const int columns = std::max(1, qRound(double(width) / (m_wanted + around)));
    const int side = std::max(32, std::min(width / columns - around, 2 * m_wanted));
    if (side == m_delegate->picture())
        return;
    m_delegate->setPicture(side);
    const QModelIndex top = indexAt({1, 1});
    scheduleDelayedItemsLayout();
    if (top.isValid() && top.row() > 0) {
        executeDelayedItemsLayout();
        scrollTo(top, PositionAtTop); // what one looked at stays there
    }
    Q_EMIT pictureChanged(side);
}

void PhotoList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT pinAsked(currentIndex());
    else
        QListView::keyPressEvent(event);
}

/// The size of a photo never changes, so nothing is laid out anew; nor is it looked up where each one lies.
void PhotoList::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (topLeft == bottomRight)
        QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    else
        viewport()->update();
}

} // namespace convscope
