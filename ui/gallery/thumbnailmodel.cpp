#include "ui/gallery/thumbnailmodel.h"

#include "core/image/decode.h"
#include "core/image/resize.h"
#include "ui/present/colours.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

constexpr std::size_t mostRequests = 256; // about three screens: what is older has scrolled away
constexpr int keptKiB = 64 * 1024;

int costKiB(const QPixmap &pixmap) { return std::max(1, pixmap.width() * pixmap.height() * 4 / 1024); }

/// Whether the second is the first with more photos after its own. Both are of one folder in its order, so
/// that the last photo in the same place tells it.
bool continues(const PhotoSet &before, const PhotoSet &now)
{
    const std::size_t count = before.photos.size();
    return before.folder == now.folder && count > 0 && count <= now.photos.size()
        && before.photos[count - 1].file.native() == now.photos[count - 1].file.native()
        && before.photos[count - 1].label == now.photos[count - 1].label;
}

/// The row of a photo in a folder that holds photos itself.
std::optional<int> rowOf(const PhotoSet &set, const std::filesystem::path &file)
{
    const auto found = std::ranges::lower_bound(set.photos, file.native(), {},
        [](const PhotoRef &photo) -> const std::string & { return photo.file.native(); });
    if (found == set.photos.end() || found->file.native() != file.native())
        return {};
    return int(found - set.photos.begin());
}

} // namespace

ThumbnailModel::ThumbnailModel(Lane &readers, QSize box, QObject *parent)
    : QAbstractListModel(parent)
    , m_readers(readers)
    , m_box(box)
    , m_thumbnails(keptKiB)
{
}

void ThumbnailModel::setPhotos(std::shared_ptr<const PhotoSet> set, QStringList classNames)
{
    const std::shared_ptr<const PhotoSet> before = std::exchange(m_set, std::make_shared<PhotoSet>());
    if (continues(*before, *set)) {
        m_set = before;
        setClassNames(std::move(classNames));
        if (set->photos.size() > before->photos.size()) {
            beginInsertRows({}, int(before->photos.size()), int(set->photos.size()) - 1);
            m_set = std::move(set);
            endInsertRows();
        }
        return;
    }
    beginResetModel();
    m_reading.clear(); // answers about the old rows are not heard any more
    m_requests.clear();
    m_set = std::move(set);
    m_classNames = std::move(classNames);
    keepThumbnails(*before);
    endResetModel();
}

/// Those of photos that are still there, in their new rows.
void ThumbnailModel::keepThumbnails(const PhotoSet &before)
{
    std::vector<std::pair<int, Thumbnail *>> kept;
    const QList<int> rows = m_thumbnails.keys();
    if (before.folder == m_set->folder) {
        for (const int row : rows) {
            if (const auto now = rowOf(*m_set, before.photos[std::size_t(row)].file))
                kept.emplace_back(*now, m_thumbnails.take(row));
        }
    }
    m_thumbnails.clear();
    for (const auto &[row, thumbnail] : kept)
        m_thumbnails.insert(row, thumbnail, costKiB(thumbnail->pixmap));
}

void ThumbnailModel::setClassNames(QStringList classNames)
{
    if (m_classNames == classNames)
        return;
    m_classNames = std::move(classNames);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(photos().size());
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const std::optional<int> label = photos()[std::size_t(row)].label;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(photos()[std::size_t(row)].file.filename());
    case Qt::AccessibleTextRole:
        return QStringList({data(index, Qt::DisplayRole).toString(), className(row)}).join(u' ').trimmed();
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::DecorationRole: {
        const Thumbnail *known = thumbnail(row);
        return known ? known->pixmap : QPixmap();
    }
    case ClassNameRole:
        return className(row);
    case ClassColourRole:
        return label ? classColour(*label) : QColor();
    case ProblemRole: {
        const Thumbnail *known = m_thumbnails.object(row);
        return known ? known->problem : QString();
    }
    }
    return {};
}

const ThumbnailModel::Thumbnail *ThumbnailModel::thumbnail(int row) const
{
    const Thumbnail *known = m_thumbnails.object(row);
    if (!known)
        request(row);
    return known;
}

void ThumbnailModel::request(int row) const
{
    if (m_reading.contains(row))
        return;
    if (m_requests.size() >= mostRequests) {
        m_reading.erase(m_requests.front());
        m_requests.pop_front();
    }
    m_requests.push_back(row);
    auto *self = const_cast<ThumbnailModel *>(this);
    m_reading[row] = m_readers.call<QImage>({Urgency::Saliency, {}},
        [file = photos()[std::size_t(row)].file, box = m_box] {
            return toQImage(convscope::thumbnail(decodeImage(file).image, box.width(), box.height()));
        },
        {
            .done = [self, row](const QImage &image) { self->accept(row, image, {}); },
            .failed = [self, row](const Error &error) { self->accept(row, {}, sentence(error)); },
        });
}

void ThumbnailModel::accept(int row, const QImage &image, const QString &problem)
{
    m_reading.erase(row);
    std::erase(m_requests, row);
    auto *made = new Thumbnail{QPixmap::fromImage(image), problem};
    m_thumbnails.insert(row, made, costKiB(made->pixmap));
    Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, Qt::ToolTipRole, ProblemRole});
}

QString ThumbnailModel::className(int row) const
{
    const std::optional<int> label = photos()[std::size_t(row)].label;
    if (!label)
        return {};
    return m_classNames.value(*label, tr("class %1").arg(*label));
}

QString ThumbnailModel::toolTip(int row) const
{
    QStringList lines{displayText(photos()[std::size_t(row)].file.filename()), tr("Index %1").arg(row)};
    if (const QString name = className(row); !name.isEmpty())
        lines[1] += tr(" · %1").arg(name);
    if (const Thumbnail *known = m_thumbnails.object(row); known && !known->problem.isEmpty())
        lines << known->problem;
    return lines.join(u'\n');
}

} // namespace convscope
