#pragma once

#include "core/data/photoset.h"
#include "core/image/decode.h"
#include "ui/jobs/lane.h"
#include "ui/present/arrangement.h"
#include "ui/present/topclasses.h"

#include <QAbstractListModel>
#include <QCache>
#include <QPixmap>
#include <QSize>
#include <QStringList>
#include <deque>
#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace convscope {

/// The photos of a folder: all of them in its order, or some in another. Thumbnails are read when, and only
/// when, a view asks for them, the one asked for last first; what is kept of them is bounded, so that a
/// folder may hold any number of photos.
///
/// A row is what is shown where; a photo's place counts in the folder, and is its index in the notebook.
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        ClassNameRole = Qt::UserRole, ///< QString; empty where no class is known
        ClassColourRole, ///< QColor; invalid where no class is known
        ProblemRole, ///< QString; why there is no thumbnail, empty otherwise
        TitleRole, ///< QString; as above its column of the board
        PinnedRole, ///< bool
        PredictedColourRole, ///< QColor; invalid where the network has not answered
        PredictedNameRole, ///< QString; empty where the network has not answered
        PredictionRole, ///< QString; the same with its probability
        RightRole, ///< bool; invalid where that is not known
    };

    /// Thumbnails fit into `box` device pixels. `readers` must outlive the model.
    ThumbnailModel(Lane &readers, QSize box, QObject *parent = nullptr);

    /// Where the thumbnails are too small for this box, or far too large, they are read again.
    void setBox(QSize box);
    /// As the network sees the photos: as they are stored, unless it wants them upright.
    void setOrientation(Orientation orientation);
    Orientation orientation() const { return m_orientation; }

    /// Where these are the photos of the same folder, of which more have been found, thumbnails are kept. New
    /// photos get rows at once while all are shown, else by the next setRows. True where the photos have
    /// other places now.
    bool setPhotos(std::shared_ptr<const PhotoSet> set, QStringList classNames);
    void setClassNames(QStringList classNames);
    /// Files may have been replaced, removed and added: thumbnails are made anew, and the next setPhotos
    /// compares all photos.
    void readAgain();
    const std::shared_ptr<const PhotoSet> &set() const { return m_set; }
    const std::vector<PhotoRef> &photos() const { return m_set->photos; }

    /// Shows the photos of these places, in this order.
    void setRows(std::vector<int> places);
    /// Shows all photos in the folder's order.
    void showAll();
    int placeAt(int row) const { return m_showsAll ? row : m_places[std::size_t(row)]; }
    /// -1 where the photo is not shown.
    int rowOf(int place) const { return m_showsAll ? place : m_rows[std::size_t(place)]; }

    /// What the network says, for the marks of the photos; as many as there are photos, or none.
    void setVerdicts(std::shared_ptr<const Verdicts> verdicts);
    const std::shared_ptr<const Verdicts> &verdicts() const { return m_verdicts; }
    void setPinned(std::unordered_set<int> places);
    /// Asked for the likeliest classes of a photo that the pointer rests on; it may know them only later.
    using Glance = std::function<QList<TopClass>(const PhotoRef &photo)>;
    void setGlance(Glance glance) { m_glance = std::move(glance); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// What type-ahead asks for goes by the bytes of the names, within milliseconds for any number of photos.
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
        Qt::MatchFlags flags) const override;

private:
    struct Thumbnail
    {
        QPixmap pixmap;
        QString problem;
    };

    void makeAnew();
    void keepThumbnails(const PhotoSet &before);
    const Thumbnail *thumbnail(int place) const;
    void request(int place) const;
    void accept(int place, const QImage &image, const QString &problem);
    QString className(int label) const;
    QString trueClass(int place) const;
    Verdict verdict(int place) const;
    QVariant isRight(int place) const;
    QString prediction(int place) const;
    QString accessibleText(int place) const;
    QString toolTip(int place) const;
    void allChanged(const QList<int> &roles);

    Lane &m_readers;
    QSize m_box;
    Orientation m_orientation = Orientation::AsStored;
    std::shared_ptr<const PhotoSet> m_set = std::make_shared<PhotoSet>(); ///< shared: a copy takes long
    QStringList m_classNames;
    bool m_comparesAll = false;
    bool m_showsAll = true;
    std::vector<int> m_places; ///< by row, unless all are shown
    std::vector<int> m_rows; ///< by place; -1: not shown
    std::shared_ptr<const Verdicts> m_verdicts = std::make_shared<Verdicts>();
    std::unordered_set<int> m_pinned;
    Glance m_glance;
    // By place. What a view sees of a row is made when it asks, so const functions change these.
    mutable QCache<int, Thumbnail> m_thumbnails;
    mutable std::unordered_map<int, JobHandle> m_reading;
    mutable std::deque<int> m_requests; ///< those being read, the oldest first
};

} // namespace convscope
