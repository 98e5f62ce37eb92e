#include "ui/evaluation/confusionmodel.h"

#include "ui/present/sentences.h"

#include <QRegularExpression>
#include <utility>

namespace convscope {

void ConfusionModel::setEvaluation(const Evaluation &evaluation, const QStringList &classNames)
{
    Confusion confusion(evaluation);
    const bool same = confusion.classes == m_confusion.classes && classNames == m_classNames;
    if (!same)
        beginResetModel();
    m_confusion = std::move(confusion);
    m_classNames = classNames;
    if (!same)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<int> ConfusionModel::classAt(int section) const
{
    return section < classCount() ? std::optional(m_confusion.classes[std::size_t(section)]) : std::nullopt;
}

int ConfusionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || classCount() == 0 ? 0 : classCount() + 2;
}

int ConfusionModel::columnCount(const QModelIndex &parent) const { return rowCount(parent); }

int ConfusionModel::right(int place) const { return m_confusion.count(place, place); }

QString ConfusionModel::name(int place) const
{
    return className(m_classNames, m_confusion.classes[std::size_t(place)]);
}

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
        return isMatrix(index) ? QVariant(m_confusion.share(index.row(), index.column())) : QVariant();
    }
    return {};
}

QString ConfusionModel::cellText(int row, int column) const
{
    const int classes = classCount();
    if (row < classes && column < classes)
        return QString::number(m_confusion.count(row, column));
    if (row < classes) {
        const int photos = m_confusion.rowTotal(row);
        return column == classes ? QString::number(photos) : shareText(right(row), photos);
    }
    if (column < classes) {
        const int photos = m_confusion.columnTotal(column);
        return row == classes ? QString::number(photos) : shareText(right(column), photos);
    }
    if (row == classes && column == classes)
        return QString::number(m_confusion.photos());
    return row == column ? shareText(m_confusion.right(), m_confusion.photos()) : QString();
}

QString ConfusionModel::explanation(int row, int column) const
{
    const int classes = classCount();
    if (row < classes && column < classes)
        return matrixExplanation(row, column);
    if (row < classes)
        return matrixExplanation(row, row);
    return column < classes ? precisionExplanation(column) : totalExplanation();
}

QString ConfusionModel::matrixExplanation(int row, int column) const
{
    const int part = m_confusion.count(row, column);
    const int whole = m_confusion.rowTotal(row);
    const QString count = QString::number(part);
    const QString all = QString::number(whole);
    if (whole == 0)
        return tr("No photo of %1 has been evaluated").arg(name(row));
    if (row == column) {
        if (whole == 1)
            return (part == 1 ? tr("The only photo of %1 is right") : tr("The only photo of %1 is wrong"))
                .arg(name(row));
        if (part == 0)
            return tr("None of %1 photos of %2 is right").arg(all, name(row));
        return (part == 1 ? tr("%1 of %2 photos of %3 is right") : tr("%1 of %2 photos of %3 are right"))
            .arg(count, all, name(row));
    }
    if (part == 0)
        return tr("No photo of %1 is taken for %2").arg(name(row), name(column));
    if (whole == 1)
        return tr("The only photo of %1 is taken for %2").arg(name(row), name(column));
    return (part == 1 ? tr("%1 of %2 photos of %3 is taken for %4")
                      : tr("%1 of %2 photos of %3 are taken for %4"))
        .arg(count, all, name(row), name(column));
}

QString ConfusionModel::precisionExplanation(int column) const
{
    const int part = right(column);
    const int whole = m_confusion.columnTotal(column);
    if (whole == 0)
        return tr("No photo is taken for %1").arg(name(column));
    if (whole == 1)
        return (part == 1 ? tr("The only photo that is taken for %1 is right")
                          : tr("The only photo that is taken for %1 is wrong"))
            .arg(name(column));
    if (part == 0)
        return tr("None of %1 photos that are taken for %2 is right")
            .arg(QString::number(whole), name(column));
    return (part == 1 ? tr("%1 of %2 photos that are taken for %3 is right")
                      : tr("%1 of %2 photos that are taken for %3 are right"))
        .arg(QString::number(part), QString::number(whole), name(column));
}

QString ConfusionModel::totalExplanation() const
{
    const int part = m_confusion.right();
    const int whole = m_confusion.photos();
    if (whole == 0)
        return tr("No photo with a true class has been evaluated");
    return (part == 1 ? tr("%1 of %2 photos is right") : tr("%1 of %2 photos are right"))
        .arg(part)
        .arg(whole);
}

QString ConfusionModel::heading(int section, Qt::Orientation orientation) const
{
    if (section < classCount())
        return name(section);
    if (section > classCount())
        return tr("Right");
    return orientation == Qt::Horizontal ? tr("Photos") : tr("Taken for it");
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const std::optional<int> label = classAt(section);
    if (role == ClassRole)
        return label ? QVariant(*label) : QVariant();
    if (role == Qt::DisplayRole)
        return heading(section, orientation);
    if (role != Qt::ToolTipRole)
        return {};
    if (label)
        return orientation == Qt::Vertical ? tr("True class: %1").arg(name(section))
                                           : tr("Predicted: %1").arg(name(section));
    if (section > classCount())
        return orientation == Qt::Vertical
            ? tr("Of the photos that are taken for a class, how many are of it (precision)")
            : tr("Of the photos of a class, how many are taken for it (recall)");
    return orientation == Qt::Vertical ? tr("How many photos are taken for a class")
                                       : tr("How many photos of a class have been evaluated");
}

QString ConfusionModel::table(QChar separator, bool quoted) const
{
    const auto cell = [quoted](QString text) -> QString {
        static const QRegularExpression special(QStringLiteral("[\",\r\n]"));
        static const QRegularExpression separators(QStringLiteral("[\t\\v]+"));
        if (!quoted)
            return text.replace(
                separators, QStringLiteral(" ")); // which nothing tells from those of the table
        return text.contains(special) ? u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"' : text;
    };
    QString all = cell(tr("true \\ predicted"));
    for (int column = 0; column < columnCount(); ++column)
        all += separator + cell(heading(column, Qt::Horizontal));
    all += u'\n';
    for (int row = 0; row < rowCount(); ++row) {
        all += cell(heading(row, Qt::Vertical));
        for (int column = 0; column < columnCount(); ++column)
            all += separator + cell(cellText(row, column));
        all += u'\n';
    }
    return all;
}

} // namespace convscope
