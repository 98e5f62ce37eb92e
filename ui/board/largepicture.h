#pragma once

#include <QImage>
#include <QPainterPath>
#include <QWidget>
#include <optional>

namespace convscope {

/// What the large view shows: a photo, and over a part of it an answer's picture.
struct Layers
{
    QImage base; ///< the photo, at any resolution; null: none
    QSize size; ///< of the photo in its own pixels; empty: nothing is shown
    QImage top; ///< over the part that the network sees; null: none
    QRectF part{0, 0, 1, 1}; ///< which the network sees
    QPainterPath outline; ///< of the food, in a unit square over the part
    QPainterPath contours; ///< of the map, likewise
};

/// A picture that is seen whole, in the middle of the widget, or larger: then the wheel zooms it about the
/// pointer and the mouse drags it. What the network does not see of the photo is faded.
class LargePicture : public QWidget
{
    Q_OBJECT
public:
    explicit LargePicture(QWidget *parent = nullptr);

    /// Zoom and place stay.
    void setLayers(const Layers &layers);
    /// The answer's picture, else the photo.
    const QImage &picture() const { return m_layers.top.isNull() ? m_layers.base : m_layers.top; }
    /// Of the part that the network sees, as much of the photo is uncovered from the left.
    void setUncovered(double share);
    void setDimmed(bool dimmed);
    /// Where there is no picture.
    void setMessage(const QString &message);
    /// Marks a place of the part that the network sees.
    void setPointer(const std::optional<QPointF> &at);

    /// The whole picture, as large as it fits.
    void fit();
    bool isFit() const { return !m_scale; }
    /// Pixels of the screen for one of the photo's own; 0 where nothing is shown.
    double scale() const;
    void setScale(double scale);
    /// About a place of the widget, which stays where it is; none: about its middle.
    void zoomBy(double factor, const std::optional<QPointF> &about = {});
    /// In pixels of the widget.
    void moveBy(QPointF distance);
    /// Pixels of the screen along the longer side of the whole picture.
    int shownSide() const;

Q_SIGNALS:
    /// A place of what the network sees, from 0 to 1 along both sides; none: the mouse is elsewhere.
    void pointedAt(const std::optional<QPointF> &at);
    void scaleChanged();
    void closeAsked(); ///< double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    double fitScale() const;
    QRectF whole() const;
    QRectF part() const;
    bool seesAll() const;
    bool canMove() const;
    std::optional<QPointF> placeAt(QPointF mouse) const;
    void placeWhole(QPointF corner, QSizeF size);
    void changed();
    void paintImage(QPainter &painter, const QImage &image, const QRectF &target) const;
    void paintLayers(QPainter &painter) const;
    void paintPart(QPainter &painter) const;
    void paintUncovered(QPainter &painter) const;

    Layers m_layers;
    QString m_message;
    bool m_dimmed = false;
    double m_uncovered = 0;
    std::optional<QPointF> m_pointer;
    std::optional<double> m_scale; ///< none: it fits
    QPointF m_centre{0.5, 0.5}; ///< the place of the photo that lies in the middle of the widget
    std::optional<QPointF> m_dragged; ///< where the mouse was last while it drags
};

} // namespace convscope
