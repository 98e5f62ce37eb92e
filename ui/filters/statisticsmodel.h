#pragma once

#include "ui/filters/filterinspector.h"

#include <QAbstractTableModel>

namespace convscope {

/// How the inspected filter answers to the photos of the board: one row a photo.
class StatisticsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Photo,
        Mean,
        Most,
        Zeros,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<PhotoStatistics> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PhotoStatistics &row, int column) const;

    QList<PhotoStatistics> m_rows;
};

} // namespace convscope
