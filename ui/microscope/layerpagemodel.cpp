#include "ui/microscope/layerpagemodel.h"

#include "ui/present/percent.h"
#include "ui/present/pictures.h"

#include <QLocale>
#include <limits>

namespace convscope {

namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();

QString twoDigits(double value) { return QLocale::c().toString(value, 'f', 2); }

} // namespace

bool isOfKind(const FilterTriage &triage, FilterKind kind)
{
    switch (kind) {
    case FilterKind::All:
        return true;
    case FilterKind::Dead:
        return triage.isDead;
    case FilterKind::Duplicates:
        return triage.duplicateOf.has_value();
    case FilterKind::OneClass:
        return triage.firesForClass.has_value();
    case FilterKind::Everywhere:
        return triage.firesEverywhere;
    }
    return true;
}

void LayerPageModel::setPage(LayerPageData data)
{
    beginResetModel();
    m_data = std::move(data);
    m_similar.clear();
    m_crops.clear();
    for (const LayerPageFilter &filter : m_data.filters)
        m_crops.push_back(filter.crop ? std::make_shared<const FilterCrop>(*filter.crop) : nullptr);
    endResetModel();
}

void LayerPageModel::setCrop(const FilterCrop &crop)
{
    const int row = crop.filter;
    if (row < 0 || row >= int(m_crops.size()) || !m_crops[std::size_t(row)]
        || m_crops[std::size_t(row)]->photo != crop.photo)
        return; // of another layer or index
    m_data.filters[std::size_t(row)].crop = crop;
    m_crops[std::size_t(row)] = std::make_shared<const FilterCrop>(crop);
    Q_EMIT dataChanged(index(row), index(row), {TilePictureRole, Qt::ToolTipRole});
}

void LayerPageModel::setImage(int filter, const QImage &image)
{
    if (filter < 0 || filter >= int(m_data.filters.size()))
        return;
    m_data.filters[std::size_t(filter)].image = image;
    Q_EMIT dataChanged(index(filter), index(filter), {TilePictureRole});
}

void LayerPageModel::setImagesShown(bool areShown)
{
    m_imagesShown = areShown;
    tellAll();
}

void LayerPageModel::setMaps(bool areShown)
{
    m_mapsShown = areShown;
    tellAll();
}

void LayerPageModel::setOrder(FilterOrder order)
{
    m_order = order;
    tellAll();
}

void LayerPageModel::setSimilar(int filter, const std::vector<SimilarFilter> &similar)
{
    m_similar.clear();
    m_similar[filter] = 2; // in front of all others
    for (const SimilarFilter &each : similar)
        m_similar[each.filter] = each.cosine;
    tellAll();
}

void LayerPageModel::tellAll()
{
    if (!m_data.filters.empty())
        Q_EMIT dataChanged(index(0), index(int(m_data.filters.size()) - 1));
}

int LayerPageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_data.filters.size());
}

double LayerPageModel::orderOf(const LayerPageFilter &filter) const
{
    switch (m_order) {
    case FilterOrder::Number:
        return -filter.filter;
    case FilterOrder::Largest:
        return filter.summary.max;
    case FilterOrder::Selectivity:
        return filter.summary.selectivity.value_or(nothing);
    case FilterOrder::Sparseness:
        return filter.summary.sparsity.value_or(nothing);
    case FilterOrder::DeadPlaces:
        return filter.summary.zeros.value_or(nothing);
    case FilterOrder::Similarity:
        const auto found = m_similar.find(filter.filter);
        return found == m_similar.end() ? nothing : found->second;
    }
    return nothing;
}

/// The number that the filters are sorted by; of their numbers the selectivity.
QString LayerPageModel::orderText(const LayerPageFilter &filter) const
{
    switch (m_order) {
    case FilterOrder::Number:
        return filter.summary.selectivity ? twoDigits(*filter.summary.selectivity) : QString();
    case FilterOrder::Largest:
        return shortNumber(filter.summary.max);
    case FilterOrder::DeadPlaces:
        return filter.summary.zeros ? percent(*filter.summary.zeros) : QString();
    case FilterOrder::Selectivity:
    case FilterOrder::Sparseness:
    case FilterOrder::Similarity:
        break;
    }
    const double value = orderOf(filter);
    return value == nothing || value > 1.5 ? QString() : twoDigits(value);
}

QString LayerPageModel::describe(const LayerPageFilter &filter) const
{
    QStringList lines{tr("Filter %1").arg(filter.filter)};
    lines += summaryTexts(filter.summary, m_data.classNames);
    lines += triageTexts(filter.triage, filter.summary, m_data.classNames);
    if (filter.crop)
        lines += cropText(*filter.crop, m_data.classNames);
    return lines.join(u'\n');
}

QVariant LayerPageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LayerPageFilter &filter = m_data.filters[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(filter.filter);
    case Qt::ToolTipRole:
        return describe(filter);
    case Qt::AccessibleTextRole:
        return describe(filter).replace(u'\n', QStringLiteral(", "));
    case TilePictureRole: {
        TilePicture picture{m_crops[std::size_t(index.row())], {}, false, m_mapsShown};
        if (m_imagesShown)
            picture = {{}, filter.image, false, false};
        else if (!picture.crop) {
            FilterCrop none;
            none.problem = tr("no photo");
            picture.crop = std::make_shared<const FilterCrop>(none);
        }
        return QVariant::fromValue(picture);
    }
    case TileRightRole:
        return orderText(filter);
    case TileLinesRole:
        return QStringList{triageMark(filter.triage, m_data.classNames)};
    case FilterRole:
        return filter.filter;
    case OrderRole:
        return orderOf(filter);
    default:
        return {};
    }
}

LayerPageOrder::LayerPageOrder(LayerPageModel *model)
    : QSortFilterProxyModel(model)
    , m_model(model)
{
    setSourceModel(model);
    setSortRole(LayerPageModel::OrderRole);
    sort(0, Qt::DescendingOrder);
}

void LayerPageOrder::setKind(FilterKind kind)
{
    m_kind = kind;
    invalidateFilter();
}

void LayerPageOrder::setNumber(const QString &digits)
{
    m_digits = digits.trimmed();
    invalidateFilter();
}

bool LayerPageOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    const LayerPageFilter &filter = m_model->page().filters[std::size_t(row)];
    return isOfKind(filter.triage, m_kind) && QString::number(filter.filter).startsWith(m_digits);
}

} // namespace convscope
