#include "ui/window/paintingthreads.h"

#include <QImage>
#include <QPainter>

namespace convscope {

void startPaintingThreads()
{
    // Large enough to be divided, and half transparent, as what covers whatever is below is merely copied.
    QImage image(1024, 1024, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter(&image).fillRect(image.rect(), QColor(0, 0, 0, 128));
}

} // namespace convscope
