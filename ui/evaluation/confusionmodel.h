#pragma once

#include "ui/present/confusion.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <optional>

namespace convscope {

/// The confusion matrix as a table: a row for each true class and a column for each predicted one. Beside it
/// how many photos of the class there are and how many of them are right, below it how many are taken for the
/// class, and how many of those are right.
class ConfusionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        ShareRole = Qt::UserRole, ///< double: the cell's part of its row, 0 to 1; invalid beside the matrix
        ClassRole, ///< of headers, int: the class; invalid beside the matrix
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(const Evaluation &evaluation, const QStringList &classNames);
    const Confusion &confusion() const { return m_confusion; }
    const QStringList &classNames() const { return m_classNames; }
    /// Of the matrix alone.
    int classCount() const { return m_confusion.size(); }
    bool isMatrix(const QModelIndex &index) const
    {
        return index.row() < classCount() && index.column() < classCount();
    }
    /// None beside the matrix.
    std::optional<int> classAt(int section) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// All of the table with its headings: cells apart by tabs, or as CSV. Tabs and line ends within a name
    /// are blanks in the former.
    QString text() const { return table(u'\t', false); }
    QString csv() const { return table(u',', true); }

private:
    int right(int place) const;
    QString cellText(int row, int column) const;
    QString explanation(int row, int column) const;
    QString matrixExplanation(int row, int column) const;
    QString precisionExplanation(int column) const;
    QString totalExplanation() const;
    QString name(int place) const;
    QString heading(int section, Qt::Orientation orientation) const;
    QString table(QChar separator, bool quoted) const;

    Confusion m_confusion;
    QStringList m_classNames;
};

} // namespace convscope
