#include "ui/filters/filtermapmodel.h"

#include "ui/present/filterpictures.h"
#include "ui/present/pictures.h"

#include <QBuffer>

namespace convscope {

namespace {

constexpr int enlargedSide = 256;

/// For rich text.
QString asDataUrl(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

} // namespace

FilterMapModel::FilterMapModel(Lane &readers, QObject *parent)
    : QAbstractListModel(parent)
    , m_readers(readers)
{
}

void FilterMapModel::setFilters(int count)
{
    beginResetModel();
    m_making.clear();
    m_count = count;
    m_maps.reset();
    m_outdated = false;
    m_pictures.assign(std::size_t(count), {});
    m_stale.assign(std::size_t(count), true);
    endResetModel();
}

void FilterMapModel::setMaps(std::shared_ptr<const FilterMaps> maps)
{
    if (m_maps == maps || !maps || maps->maps.channels != m_count)
        return;
    m_maps = std::move(maps);
    m_range = convscope::rangeOf(m_maps->maps);
    m_outdated = false;
    forgetPictures();
}

void FilterMapModel::setOutdated(bool outdated)
{
    if (m_outdated == outdated)
        return;
    m_outdated = outdated;
    if (m_count > 0)
        Q_EMIT dataChanged(
            index(0), index(m_count - 1), {OutdatedRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void FilterMapModel::setOneScale(bool one)
{
    if (m_oneScale == one)
        return;
    m_oneScale = one;
    forgetPictures();
}

void FilterMapModel::forgetPictures()
{
    m_making.clear();
    m_stale.assign(std::size_t(m_count), true);
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

int FilterMapModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

const FilterStatistics *FilterMapModel::statistics(int row) const
{
    return m_maps ? &m_maps->filters[std::size_t(row)] : nullptr;
}

QVariant FilterMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const FilterStatistics *known = statistics(row);
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(row);
    case Qt::AccessibleTextRole:
        return describe(row);
    case Qt::ToolTipRole:
        return enlarged(row);
    case Qt::DecorationRole:
        if (m_stale[std::size_t(row)])
            request(row);
        return m_pictures[std::size_t(row)];
    case FilterRole:
        return row;
    case MeanRole:
        return known ? known->mean : 0.0;
    case MostRole:
        return known ? known->max : 0.0;
    case SilentRole:
        return known && known->silent;
    case OutdatedRole:
        return m_outdated;
    }
    return {};
}

Range FilterMapModel::rangeOf(int row) const
{
    return m_oneScale ? m_range : channelRange(m_maps->maps, row);
}

QImage FilterMapModel::picture(int filter) const
{
    return m_maps ? channelPicture(m_maps->maps, filter, rangeOf(filter)) : QImage();
}

void FilterMapModel::request(int row) const
{
    if (!m_maps || m_making.contains(row))
        return;
    auto *self = const_cast<FilterMapModel *>(this);
    m_making[row] = m_readers.call<QImage>({Urgency::Quick, {}},
        [maps = m_maps, row, oneScale = m_oneScale, all = m_range] {
            return channelPicture(maps->maps, row, oneScale ? all : channelRange(maps->maps, row));
        },
        {.done = [self, row](const QImage &picture) { self->accept(row, picture); },
            .failed = [self, row](const Error &) { self->accept(row, {}); }});
}

void FilterMapModel::accept(int row, const QImage &picture)
{
    m_making.erase(row);
    m_pictures[std::size_t(row)] = picture;
    m_stale[std::size_t(row)] = false;
    Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

QString FilterMapModel::describe(int row) const
{
    const FilterStatistics *known = m_outdated ? nullptr : statistics(row); // no numbers of another photo
    if (!known)
        return tr("Filter %1").arg(row);
    const QString numbers =
        tr("Filter %1: mean %2, maximum %3").arg(row).arg(shortNumber(known->mean), shortNumber(known->max));
    return known->silent ? tr("%1, silent on this photo").arg(numbers) : numbers;
}

QString FilterMapModel::enlarged(int row) const
{
    if (!m_maps || m_outdated)
        return describe(row);
    const QImage picture = channelPicture(m_maps->maps, row, rangeOf(row));
    const QImage large = picture.scaled(enlargedSide, enlargedSide, Qt::KeepAspectRatio);
    return QStringLiteral("<qt><div>%1</div><div><img src='%2' width='%3' height='%4'></div></qt>")
        .arg(describe(row).toHtmlEscaped(), asDataUrl(large))
        .arg(large.width())
        .arg(large.height());
}

} // namespace convscope
