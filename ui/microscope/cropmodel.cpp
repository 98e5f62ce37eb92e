#include "ui/microscope/cropmodel.h"

#include "ui/present/paths.h"
#include "ui/present/pictures.h"

namespace convscope {

void CropModel::setCrops(std::vector<FilterCrop> crops, const QStringList &classNames)
{
    beginResetModel();
    m_crops.clear();
    for (FilterCrop &crop : crops)
        m_crops.push_back(std::make_shared<const FilterCrop>(std::move(crop)));
    m_areWhole.assign(m_crops.size(), m_allWhole);
    m_classNames = classNames;
    endResetModel();
}

void CropModel::setCrop(std::size_t rank, FilterCrop crop)
{
    if (rank >= m_crops.size())
        return;
    m_crops[rank] = std::make_shared<const FilterCrop>(std::move(crop));
    Q_EMIT dataChanged(index(int(rank)), index(int(rank)));
}

void CropModel::setMaps(bool areShown)
{
    m_hasMaps = areShown;
    tellAll();
}

void CropModel::setWhole(bool areAll)
{
    m_allWhole = areAll;
    m_areWhole.assign(m_crops.size(), areAll);
    tellAll();
}

void CropModel::toggle(int row)
{
    if (!crop(row))
        return;
    m_areWhole[std::size_t(row)] = !m_areWhole[std::size_t(row)];
    Q_EMIT dataChanged(index(row), index(row));
}

const FilterCrop *CropModel::crop(int row) const
{
    return row >= 0 && row < int(m_crops.size()) ? m_crops[std::size_t(row)].get() : nullptr;
}

CropLook CropModel::look(int row) const
{
    CropLook look;
    look.isWhole = row >= 0 && row < int(m_areWhole.size()) && m_areWhole[std::size_t(row)];
    look.hasMap = m_hasMaps;
    return look;
}

int CropModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_crops.size());
}

QVariant CropModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = std::size_t(index.row());
    const FilterCrop &crop = *m_crops[row];
    switch (role) {
    case Qt::DisplayRole:
        return shortNumber(double(crop.value));
    case Qt::ToolTipRole:
        return cropText(crop, m_classNames);
    case Qt::AccessibleTextRole:
        return m_areWhole[row] ? tr("Whole photo: %1").arg(cropText(crop, m_classNames))
                               : tr("Rank %1: %2").arg(row + 1).arg(cropText(crop, m_classNames));
    case TilePictureRole:
        return QVariant::fromValue(TilePicture{m_crops[row], {}, m_areWhole[row], m_hasMaps});
    case TileRightRole:
        return tr("no. %1").arg(row + 1);
    case TileLinesRole:
        return QStringList{
            cropClass(crop, m_classNames), displayText(std::filesystem::path(crop.photo.name))};
    default:
        return {};
    }
}

void CropModel::tellAll()
{
    if (!m_crops.empty())
        Q_EMIT dataChanged(index(0), index(int(m_crops.size()) - 1));
}

} // namespace convscope
