#pragma once

#include "core/methods/filtermaps.h"
#include "ui/jobs/lane.h"

#include <QAbstractListModel>
#include <QImage>
#include <memory>
#include <unordered_map>
#include <vector>

namespace convscope {

/// The filters of a layer with their maps, one a row, by number. Pictures are made when they are seen.
class FilterMapModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        FilterRole = Qt::UserRole, ///< int
        MeanRole, ///< double
        MostRole, ///< double
        SilentRole, ///< bool: the map is constant
        OutdatedRole, ///< bool: the picture is of an earlier photo
    };

    /// `readers` make the pictures.
    explicit FilterMapModel(Lane &readers, QObject *parent = nullptr);

    /// Without maps at first.
    void setFilters(int count);
    void setMaps(std::shared_ptr<const FilterMaps> maps);
    const std::shared_ptr<const FilterMaps> &maps() const { return m_maps; }
    void setOutdated(bool outdated);
    /// Colours from the lowest to the highest value of all maps, or of each alone.
    void setOneScale(bool one);
    /// As it is coloured now, at its own size; null while there are no maps.
    QImage picture(int filter) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void forgetPictures();
    void request(int row) const;
    void accept(int row, const QImage &picture);
    Range rangeOf(int row) const;
    const FilterStatistics *statistics(int row) const;
    QString describe(int row) const;
    QString enlarged(int row) const;

    Lane &m_readers;
    int m_count = 0;
    std::shared_ptr<const FilterMaps> m_maps;
    Range m_range; ///< of all maps
    bool m_outdated = false;
    bool m_oneScale = false;
    std::vector<QImage> m_pictures; ///< by filter; null where it was not seen
    std::vector<bool> m_stale; ///< the picture is of earlier maps, and is shown until the new one is there
    // What a view sees of a row is made when it asks, so const functions change this.
    mutable std::unordered_map<int, JobHandle> m_making;
};

} // namespace convscope
