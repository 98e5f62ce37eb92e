#include "ui/filters/statisticsmodel.h"

#include "ui/present/pictures.h"

namespace convscope {

void StatisticsModel::setRows(const QList<PhotoStatistics> &rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int StatisticsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StatisticsModel::text(const PhotoStatistics &row, int column) const
{
    if (column == Photo)
        return row.photo;
    if (!row.filter)
        return row.problem.isEmpty() ? QStringLiteral("…") : QStringLiteral("–");
    switch (column) {
    case Mean:
        return shortNumber(row.filter->mean);
    case Most:
        return shortNumber(row.filter->max);
    case Zeros:
        return row.filter->silent ? tr("silent") : tr("%1 %").arg(row.filter->zeros * 100, 0, 'f', 0);
    }
    return {};
}

QVariant StatisticsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PhotoStatistics &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.problem.isEmpty() ? QVariant() : QVariant(row.problem);
    case Qt::TextAlignmentRole:
        return int((index.column() == Photo ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    return {};
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Photo ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Zeros)
        return tr(
            "Share of the map's values that are exactly zero; silent where all its values are the same");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Photo:
        return tr("Photo");
    case Mean:
        return tr("Mean");
    case Most:
        return tr("Maximum");
    case Zeros:
        return tr("Zero");
    }
    return {};
}

} // namespace convscope
