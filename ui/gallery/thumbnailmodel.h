#pragma once

#include "core/data/photoset.h"
#include "ui/jobs/lane.h"

#include <QAbstractListModel>
#include <QCache>
#include <QPixmap>
#include <QSize>
#include <QStringList>
#include <deque>
#include <unordered_map>

namespace convscope {

/// The photos of a folder. Thumbnails are read when, and only when, a view asks for them, the one asked for
/// last first; what is kept of them is bounded, so that a folder may hold any number of photos.
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        ClassNameRole = Qt::UserRole, ///< QString; empty where no class is known
        ClassColourRole, ///< QColor; invalid where no class is known
        ProblemRole, ///< QString; why there is no thumbnail, empty otherwise
    };

    /// Thumbnails fit into `box` device pixels. `readers` must outlive the model.
    ThumbnailModel(Lane &readers, QSize box, QObject *parent = nullptr);

    /// Where these are the photos of the same folder, of which more have been found, thumbnails are kept.
    void setPhotos(std::shared_ptr<const PhotoSet> set, QStringList classNames);
    void setClassNames(QStringList classNames);
    const std::vector<PhotoRef> &photos() const { return m_set->photos; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Thumbnail
    {
        QPixmap pixmap;
        QString problem;
    };

    void keepThumbnails(const PhotoSet &before);
    const Thumbnail *thumbnail(int row) const;
    void request(int row) const;
    void accept(int row, const QImage &image, const QString &problem);
    QString className(int row) const;
    QString toolTip(int row) const;

    Lane &m_readers;
    const QSize m_box;
    std::shared_ptr<const PhotoSet> m_set = std::make_shared<PhotoSet>(); ///< shared: a copy takes long
    QStringList m_classNames;
    // What a view sees of a row is made when it asks, so const functions change these.
    mutable QCache<int, Thumbnail> m_thumbnails;
    mutable std::unordered_map<int, JobHandle> m_reading;
    mutable std::deque<int> m_requests; ///< rows being read, the oldest first
};

} // namespace convscope
