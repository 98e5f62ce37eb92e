#pragma once

#include "ui/comparison/comparer.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace convscope {

/// A comparison as a table: a row for each map, the rivals first, a column for each measure. Sorted by a
/// measure, the best method comes first, or last.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing.
    void setState(std::shared_ptr<const Comparer::State> state);
    const std::shared_ptr<const Comparer::State> &state() const { return m_state; }

    /// Of a row, a place among the plan's maps.
    std::size_t mapAt(int row) const { return m_maps[std::size_t(row)]; }
    const std::vector<std::size_t> &maps() const { return m_maps; }
    /// None of the column with the names.
    static std::optional<std::size_t> measureAt(int column);
    /// What the table is sorted by; none: the order in which methods were chosen.
    std::optional<std::size_t> sortedBy() const { return m_sortedBy; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Descending has the best method first.
    void sort(int column, Qt::SortOrder order) override;

private:
    bool hasShapeOf(const Comparer::State &other) const;
    std::vector<std::size_t> order() const;
    void arrange();
    QVariant nameData(std::size_t map, int role) const;
    QString accessibleText(std::size_t map, std::size_t measure) const;

    std::shared_ptr<const Comparer::State> m_state;
    std::vector<std::size_t> m_maps; ///< by row
    QStringList m_titles; ///< by map
    std::optional<std::size_t> m_sortedBy;
    bool m_bestFirst = true;
};

} // namespace convscope
