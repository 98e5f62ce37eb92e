#pragma once

#include "ui/microscope/tiles.h"

#include <QAbstractListModel>
#include <QStringList>
#include <vector>

namespace convscope {

/// The crops of a filter, as tiles.
class CropModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Each is seen as a crop at first, or as a whole photo where all are.
    void setCrops(std::vector<FilterCrop> crops, const QStringList &classNames);
    /// One that was read.
    void setCrop(std::size_t rank, FilterCrop crop);
    void setMaps(bool areShown);
    void setWhole(bool areAll);
    /// Shows all of one photo, or its crop again.
    void toggle(int row);

    const FilterCrop *crop(int row) const; ///< null where there is none
    CropLook look(int row) const; ///< how it is seen

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void tellAll();

    std::vector<std::shared_ptr<const FilterCrop>> m_crops;
    std::vector<bool> m_areWhole;
    QStringList m_classNames;
    bool m_hasMaps = false;
    bool m_allWhole = false;
};

} // namespace convscope
