#pragma once

#include "core/network/evaluation.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace convscope {

/// The confusion matrix as a table: a row for each true class and a column for each predicted one, then how
/// many photos of the class there are and how many of them are right.
class ConfusionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        ShareRole = Qt::UserRole, ///< double: the cell's part of its row, 0 to 1; invalid beside the matrix
        ClassRole, ///< of headers, int: the class
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(const Evaluation &evaluation, const QStringList &classNames);
    int classCount() const { return int(m_confusion.size()); }
    bool isMatrix(const QModelIndex &index) const { return index.column() < classCount(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// All of the table with its headings: cells apart by tabs, or as CSV.
    QString text() const { return table(u'\t', false); }
    QString csv() const { return table(u',', true); }

private:
    int count(int trueClass, int predicted) const;
    int imagesOf(int trueClass) const;
    QString cellText(int trueClass, int column) const;
    QString explanation(int trueClass, int column) const;
    QString name(int label) const;
    QString heading(int column) const;
    QString table(QChar separator, bool quoted) const;

    std::vector<std::vector<int>> m_confusion; ///< rows true, columns predicted
    QStringList m_classNames;
};

} // namespace convscope
