#pragma once

#include "ui/present/photomap.h"

#include <QHash>
#include <QImage>
#include <QPixmap>
#include <QPolygonF>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

namespace convscope {

/// A map of photos: a mark for each, drawn into one picture when something changes and never else, so that
/// ten thousand stay fluid. The wheel and + − 0 zoom, arrows and dragging with the middle button move.
/// Dragging with the left button draws a lasso (or moves, as is set); with Shift what is inside is added. A
/// click takes one photo. Where few enough photos are seen, they are shown as thumbnails.
///
/// By keys: R puts up a frame, arrows move it, Shift and arrows change its size, Enter takes the photos
/// inside, Shift and Enter adds them. Esc takes the frame away, or the selection. Ctrl+A takes all.
class ScatterView : public QWidget
{
    Q_OBJECT
public:
    enum class Dragging
    {
        Selects,
        Moves,
    };
    /// What is known of a photo's look; null until it is read.
    using ThumbnailOf = std::function<QPixmap(int photo)>;
    static constexpr int thumbnailSide = 56; ///< in pixels of the layout

    explicit ScatterView(QWidget *parent = nullptr);

    /// Where it is of as many photos as before, the selection and the view stay. Null: there is none.
    void setMap(std::shared_ptr<const PhotoMapData> map);
    void setColouring(MapColouring colouring);
    void setDragging(Dragging dragging);
    void setThumbnails(ThumbnailOf thumbnailOf);
    /// Some have been read.
    void thumbnailsChanged();
    /// Said where there is no map.
    void setPlaceholder(const QString &text);
    /// Tells nobody.
    void setSelected(const std::vector<int> &photos);
    void select(const std::vector<int> &photos, bool adds);
    std::vector<int> selected() const;

    MapColouring colouring() const { return m_colouring; }
    const MapMarks &marks() const { return m_marks; }

    void zoomBy(double factor, QPointF at);
    void showAll();
    double zoom() const { return m_zoom; }
    /// Where a photo stands, in pixels of the layout; none where it stands nowhere.
    std::optional<QPointF> placeOf(int photo) const;
    std::optional<int> photoAt(QPointF point) const;
    /// The photos whose thumbnails are shown.
    std::vector<int> shownThumbnails() const;
    /// Where the thumbnail of a photo stands; none where it has none.
    std::optional<QRectF> thumbnailFrameOf(int photo) const;

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    /// By the user; rising.
    void selectionChanged(const std::vector<int> &photos);
    /// To be shown large.
    void photoActivated(int photo);
    /// −1: none.
    void photoHovered(int photo);
    void viewChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Thumbnail
    {
        int photo = 0;
        QRectF frame;
    };

    void standardise();
    void invalidate();
    void arrange();
    QRectF thumbnailFrame(QPointF place) const;
    void redraw();
    void renderThumbnails(QPainter &painter) const;
    const QImage &sprite(const MapMark &mark, bool isSelected, bool isPale);
    void paintOverlay(QPainter &painter) const;
    double scale() const;
    double radius() const;
    void moveBy(QPointF pixels);
    void takeInside(const QPolygonF &area, bool adds);
    void takeAt(QPointF point, Qt::KeyboardModifiers modifiers);
    bool frameKey(const QKeyEvent &event);
    bool viewKey(const QKeyEvent &event);
    void startFrame();
    void describe();
    void hover(std::optional<int> photo);

    std::shared_ptr<const PhotoMapData> m_data;
    std::vector<QPointF> m_unit; ///< where photos stand, in a square of side 1 around (0, 0), downwards
    QSizeF m_extent{1, 1}; ///< of that square, so much is used
    std::vector<int> m_order; ///< of painting
    MapColouring m_colouring = MapColouring::TrueClass;
    MapMarks m_marks;
    Dragging m_dragging = Dragging::Selects;
    ThumbnailOf m_thumbnailOf;
    QString m_placeholder;
    std::vector<bool> m_selected;
    std::size_t m_selectedCount = 0;

    double m_zoom = 1;
    QPointF m_middle; ///< of the view, in the unit square

    QImage m_image;
    bool m_isStale = true; ///< the picture
    bool m_isArranged = false;
    std::vector<QPointF> m_places; ///< in pixels of the layout
    std::vector<Thumbnail> m_thumbnails;
    std::vector<bool> m_hasThumbnail;
    QHash<quint64, QImage> m_sprites;

    std::optional<QPointF> m_pressed; ///< where the left button went down
    std::optional<QPointF> m_moving; ///< where the pointer was last while it moves the map
    QPolygonF m_lasso;
    std::optional<QRectF> m_frame; ///< of the keyboard
    std::optional<int> m_hovered;
};

} // namespace convscope
