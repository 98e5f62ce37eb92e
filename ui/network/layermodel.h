#pragma once

#include "core/network/network.h"

#include <QAbstractTableModel>

namespace convscope {

/// The modules of a network in the order in which they run. Convolutions are bold; modules whose output is no
/// map cannot be chosen.
class LayerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Index,
        Kind,
        Output,
        Name,
        ColumnCount
    };
    enum Role
    {
        KindRole = Qt::UserRole, ///< QString as in torch.nn
        HasMapsRole, ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLayers(std::vector<Layer> layers);
    const std::vector<Layer> &layers() const { return m_layers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Layer> m_layers;
};

/// "128 × 64 × 64" (channels, height, width), or the number of values where the output is no map.
QString outputText(const Layer &layer);

} // namespace convscope
