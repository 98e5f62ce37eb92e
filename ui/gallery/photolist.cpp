#include "ui/gallery/photolist.h"

#include "ui/gallery/photodelegate.h"

#include <QKeyEvent>

namespace convscope {

PhotoList::PhotoList(int side, QWidget *parent)
    : QListView(parent)
{
    // Rows of a wrapped list, not icons: those are kept one by one, which takes long for a hundred thousand.
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMinimumWidth(2 * (side + 8) + 32);
    setItemDelegate(new PhotoDelegate(side, this));
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
