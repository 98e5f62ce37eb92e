#pragma once

#include "core/image/image.h"

#include <QImage>
#include <QWidget>
#include <vector>

namespace convscope {

/// The weights of one filter: for three inputs as one picture in RGB, else a tile for each input, orange
/// below zero and blue above, with their scale below.
class KernelView : public QWidget
{
    Q_OBJECT
public:
    explicit KernelView(QWidget *parent = nullptr);

    /// Inputs×h×w; an empty one shows nothing.
    void setKernel(const Map &kernel);
    /// Another filter was chosen, whose weights are not known yet.
    void setOutdated(bool outdated);
    /// The weights as they are shown, with their scale; null where there are none, or those of another
    /// filter.
    QImage picture() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool inColours() const { return m_kernel.channels == 3; }
    int columns(int width) const;
    int tilesHeight(int width) const;
    QRect tile(int input) const;
    void describe();
    void paintTiles(QPainter &painter, const QRect &seen) const;
    void paintScale(QPainter &painter, const QRect &area) const;

    Map m_kernel;
    double m_largest = 0; ///< of the weights, of either sign
    std::vector<QImage> m_tiles;
    bool m_outdated = false;
};

} // namespace convscope
