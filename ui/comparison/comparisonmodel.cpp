#include "ui/comparison/comparisonmodel.h"

#include "ui/present/comparisontexts.h"
#include "ui/present/measuretexts.h"
#include "ui/present/methodtexts.h"

#include <QFont>
#include <algorithm>

namespace convscope {

void ComparisonModel::setState(std::shared_ptr<const Comparer::State> state)
{
    if (state && m_state && hasShapeOf(*state)) {
        m_state = std::move(state);
        arrange();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    m_state = std::move(state);
    if (m_state && m_sortedBy && *m_sortedBy >= m_state->plan.measures.size())
        m_sortedBy.reset();
    m_titles = m_state ? comparedTitles(m_state->plan) : QStringList();
    m_maps = m_state ? order() : std::vector<std::size_t>();
    endResetModel();
}

/// Whether the same methods and measures are compared.
bool ComparisonModel::hasShapeOf(const Comparer::State &other) const
{
    return m_state->plan.questions == other.plan.questions && m_state->plan.measures == other.plan.measures;
}

std::optional<std::size_t> ComparisonModel::measureAt(int column)
{
    return column < 1 ? std::nullopt : std::optional(std::size_t(column - 1));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_maps.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_state ? 0 : 1 + int(m_state->plan.measures.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    const std::size_t map = mapAt(index.row());
    const std::optional<std::size_t> measure = measureAt(index.column());
    if (!measure)
        return nameData(map, role);
    const ComparedColumn &column = m_state->summary.columns[*measure];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(m_state->plan, m_state->summary, map, *measure);
    case Qt::ToolTipRole:
        return cellExplanation(m_state->plan, m_state->summary, map, *measure);
    case Qt::AccessibleTextRole:
        return accessibleText(map, *measure);
    case Qt::FontRole:
        if (column.best == map) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant ComparisonModel::nameData(std::size_t map, int role) const
{
    const bool isRival = ComparisonPlan::isRival(map);
    switch (role) {
    case Qt::DisplayRole:
        return m_titles[qsizetype(map)];
    case Qt::ToolTipRole:
        return isRival
            ? tr("This map knows nothing of the network. What a method is better than this, it owes "
                 "to the network.")
            : methodExplanation(m_state->plan.question(map)) + u'\n'
                + methodDetail(m_state->plan.question(map));
    case Qt::FontRole:
        if (isRival) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QString ComparisonModel::accessibleText(std::size_t map, std::size_t measure) const
{
    return tr("%1, %2: %3")
        .arg(m_titles[qsizetype(map)], measureTitle(*m_state->plan.measures[measure]),
            cellExplanation(m_state->plan, m_state->summary, map, measure));
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_state)
        return {};
    const std::optional<std::size_t> measure = measureAt(section);
    if (!measure)
        return role == Qt::DisplayRole ? QVariant(tr("Map")) : QVariant();
    if (role == Qt::InitialSortOrderRole)
        return Qt::DescendingOrder; // the best first
    const Measure &measured = *m_state->plan.measures[*measure];
    const int photos = m_state->summary.columns[*measure].photos;
    if (role == Qt::DisplayRole) {
        const QString title = measureTitle(measured) + QChar::Nbsp + betterSign(measured.traits().better);
        return title.trimmed() + u'\n' + (photos == 1 ? tr("1 photo") : tr("%1 photos").arg(photos));
    }
    if (role == Qt::ToolTipRole)
        return measureExplanation(measured) + u'\n' + betterText(measured.traits().better);
    return {};
}

void ComparisonModel::sort(int column, Qt::SortOrder order)
{
    m_sortedBy = m_state ? measureAt(column) : std::nullopt;
    m_bestFirst = order == Qt::DescendingOrder;
    arrange();
}

std::vector<std::size_t> ComparisonModel::order() const
{
    std::vector<std::size_t> maps = sortedMaps(m_state->plan, m_state->summary, m_sortedBy);
    if (m_sortedBy && !m_bestFirst)
        std::reverse(maps.begin() + comparedRivals.size(), maps.end());
    return maps;
}

/// What is selected stays selected.
void ComparisonModel::arrange()
{
    if (!m_state)
        return;
    const std::vector<std::size_t> after = order();
    if (after == m_maps)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList now;
    for (const QModelIndex &cell : before) {
        const auto found = std::find(after.begin(), after.end(), mapAt(cell.row()));
        now += index(int(found - after.begin()), cell.column());
    }
    m_maps = after;
    changePersistentIndexList(before, now);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace convscope
