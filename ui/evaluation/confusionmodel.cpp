#include "ui/evaluation/confusionmodel.h"

#include "ui/present/sentences.h"

#include <QRegularExpression>
#include <numeric>

namespace convscope {

void ConfusionModel::setEvaluation(const Evaluation &evaluation, const QStringList &classNames)
{
    const bool same = evaluation.confusion.size() == m_confusion.size() && classNames == m_classNames;
    if (!same)
        beginResetModel();
    m_confusion = evaluation.confusion;
    m_classNames = classNames;
    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ConfusionModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : classCount(); }

int ConfusionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_confusion.empty() ? 0 : classCount() + 2;
}

int ConfusionModel::count(int trueClass, int predicted) const
{
    return m_confusion[std::size_t(trueClass)][std::size_t(predicted)];
}

int ConfusionModel::imagesOf(int trueClass) const
{
    const std::vector<int> &row = m_confusion[std::size_t(trueClass)];
    return std::accumulate(row.begin(), row.end(), 0);
}

QString ConfusionModel::name(int label) const { return className(m_classNames, label); }

QVariant ConfusionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return explanation(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case ShareRole:
        if (!isMatrix(index))
            return {};
        return imagesOf(index.row()) == 0
            ? 0.0
            : double(count(index.row(), index.column())) / imagesOf(index.row());
    }
    return {};
}

QString ConfusionModel::cellText(int trueClass, int column) const
{
    if (column < classCount())
        return QString::number(count(trueClass, column));
    const int images = imagesOf(trueClass);
    if (column == classCount())
        return QString::number(images);
    return images == 0 ? QStringLiteral("–")
                       : tr("%1 %").arg(100.0 * count(trueClass, trueClass) / images, 0, 'f', 0);
}

QString ConfusionModel::explanation(int trueClass, int column) const
{
    const int images = imagesOf(trueClass);
    if (column < classCount())
        return trueClass == column ? tr("%1 of %2 photos of %3 are right")
                                         .arg(count(trueClass, column))
                                         .arg(images)
                                         .arg(name(trueClass))
                                   : tr("%1 of %2 photos of %3 are taken for %4")
                                         .arg(count(trueClass, column))
                                         .arg(images)
                                         .arg(name(trueClass), name(column));
    return tr("%1 of %2 photos of %3 are right")
        .arg(count(trueClass, trueClass))
        .arg(images)
        .arg(name(trueClass));
}

QString ConfusionModel::heading(int column) const
{
    if (column < classCount())
        return name(column);
    return column == classCount() ? tr("Photos") : tr("Right");
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == ClassRole)
        return section < classCount() ? QVariant(section) : QVariant();
    if (role == Qt::DisplayRole)
        return orientation == Qt::Vertical ? name(section) : heading(section);
    if (role == Qt::ToolTipRole)
        return orientation == Qt::Vertical ? tr("True class: %1").arg(name(section))
            : section < classCount()       ? tr("Predicted: %1").arg(name(section))
                                           : QString();
    return {};
}

QString ConfusionModel::table(QChar separator, bool quoted) const
{
    const auto cell = [quoted](QString text) {
        static const QRegularExpression special(QStringLiteral("[\",\n]"));
        if (quoted && text.contains(special))
            text = u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
        return text;
    };
    QString all = cell(tr("true \\ predicted"));
    for (int column = 0; column < columnCount(); ++column)
        all += separator + cell(heading(column));
    all += u'\n';
    for (int row = 0; row < rowCount(); ++row) {
        all += cell(name(row));
        for (int column = 0; column < columnCount(); ++column)
            all += separator + cell(cellText(row, column));
        all += u'\n';
    }
    return all;
}

} // namespace convscope
