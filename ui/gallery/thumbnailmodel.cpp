#include "ui/gallery/thumbnailmodel.h"

#include "core/image/resize.h"
#include "ui/present/colours.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace convscope {

namespace {

constexpr std::size_t maxRequests = 256; // about three screens: what is older has scrolled away
constexpr int keptKiB = 64 * 1024;

int costKiB(const QPixmap &pixmap) { return std::max(1, pixmap.width() * pixmap.height() * 4 / 1024); }

/// Whether the second is the first with more photos after its own. Both are of one folder in its order, so
/// that the last photo in the same place tells it.
bool continues(const PhotoSet &before, const PhotoSet &now)
{
    const std::size_t count = before.photos.size();
    return before.folder == now.folder && count > 0 && count <= now.photos.size()
        && before.photos[count - 1].file.native() == now.photos[count - 1].file.native();
}

bool beginsWith(const PhotoSet &now, const PhotoSet &before)
{
    return std::equal(before.photos.begin(), before.photos.end(), now.photos.begin(),
        [](const PhotoRef &a, const PhotoRef &b) { return a.file.native() == b.file.native(); });
}

/// The place of a photo in a folder that holds photos itself.
std::optional<int> placeOf(const PhotoSet &set, const std::filesystem::path &file)
{
    const auto found = std::ranges::lower_bound(set.photos, file.native(), {},
        [](const PhotoRef &photo) -> const std::string & { return photo.file.native(); });
    if (found == set.photos.end() || found->file.native() != file.native())
        return {};
    return int(found - set.photos.begin());
}

/// Letters without case; beyond ASCII only the same bytes are the same.
bool startsWith(std::string_view name, std::string_view typed)
{
    return name.size() >= typed.size()
        && std::equal(typed.begin(), typed.end(), name.begin(), [](char a, char b) {
               return a == b || (isascii(a) && isascii(b) && std::tolower(a) == std::tolower(b));
           });
}

} // namespace

ThumbnailModel::ThumbnailModel(Lane &readers, QSize box, QObject *parent)
    : QAbstractListModel(parent)
    , m_readers(readers)
    , m_box(box)
    , m_thumbnails(keptKiB)
{
}

void ThumbnailModel::setBox(QSize box)
{
    constexpr int step =
        32; // so that a panel which is made wider slowly does not have all read again each time
    if (box.width() <= m_box.width() && box.height() <= m_box.height() && 2 * box.width() > m_box.width())
        return;
    const auto rounded = [](int side) { return (side + step - 1) / step * step; };
    m_box = {rounded(box.width()), rounded(box.height())};
    makeAnew();
}

void ThumbnailModel::setOrientation(Orientation orientation)
{
    if (std::exchange(m_orientation, orientation) != orientation)
        makeAnew();
}

/// Once a view asks for them.
void ThumbnailModel::makeAnew()
{
    m_reading.clear();
    m_requests.clear();
    m_thumbnails.clear();
    allChanged({Qt::DecorationRole, Qt::ToolTipRole, ProblemRole});
}

bool ThumbnailModel::setPhotos(std::shared_ptr<const PhotoSet> set, QStringList classNames)
{
    const std::shared_ptr<const PhotoSet> before = std::exchange(m_set, std::make_shared<PhotoSet>());
    if (continues(*before, *set) && (!std::exchange(m_comparesAll, false) || beginsWith(*set, *before))) {
        m_set = before;
        m_classNames = std::move(classNames);
        if (!m_showsAll)
            m_rows.resize(set->photos.size(), -1);
        const bool hasMore = m_showsAll && set->photos.size() > before->photos.size();
        if (hasMore)
            beginInsertRows({}, int(before->photos.size()), int(set->photos.size()) - 1);
        m_set = std::move(set);
        if (hasMore)
            endInsertRows();
        allChanged({}); // their labels or the names of the classes may be others
        return false;
    }
    beginResetModel();
    m_reading.clear(); // answers about the old places are not heard any more
    m_requests.clear();
    m_set = std::move(set);
    m_classNames = std::move(classNames);
    m_places.clear();
    m_rows.assign(m_showsAll ? 0 : photos().size(), -1);
    m_verdicts = std::make_shared<Verdicts>();
    m_pinned.clear();
    keepThumbnails(*before);
    endResetModel();
    return true;
}

/// Those of photos that are still there, in their new places.
void ThumbnailModel::keepThumbnails(const PhotoSet &before)
{
    std::vector<std::pair<int, Thumbnail *>> kept;
    const QList<int> places = m_thumbnails.keys();
    if (before.folder == m_set->folder) {
        for (const int place : places) {
            if (const auto now = placeOf(*m_set, before.photos[std::size_t(place)].file))
                kept.emplace_back(*now, m_thumbnails.take(place));
        }
    }
    m_thumbnails.clear();
    for (const auto &[place, thumbnail] : kept)
        m_thumbnails.insert(place, thumbnail, costKiB(thumbnail->pixmap));
}

void ThumbnailModel::setRows(std::vector<int> places)
{
    if (!m_showsAll && places == m_places)
        return;
    // While a filter fills, more come at the end: what is selected and where one looks stays.
    const std::size_t before = m_places.size();
    const bool grows = !m_showsAll && before > 0 && before < places.size()
        && std::equal(m_places.begin(), m_places.end(), places.begin());
    if (grows)
        beginInsertRows({}, int(before), int(places.size()) - 1);
    else
        beginResetModel();
    m_showsAll = false;
    m_places = std::move(places);
    m_rows.assign(photos().size(), -1);
    for (std::size_t row = 0; row < m_places.size(); ++row)
        m_rows[std::size_t(m_places[row])] = int(row);
    if (grows)
        endInsertRows();
    else
        endResetModel();
}

void ThumbnailModel::showAll()
{
    if (m_showsAll)
        return;
    beginResetModel();
    m_showsAll = true;
    m_places.clear();
    m_rows.clear();
    endResetModel();
}

void ThumbnailModel::setClassNames(QStringList classNames)
{
    if (m_classNames == classNames)
        return;
    m_classNames = std::move(classNames);
    allChanged({});
}

void ThumbnailModel::readAgain()
{
    m_comparesAll = true;
    makeAnew();
}

void ThumbnailModel::setVerdicts(std::shared_ptr<const Verdicts> verdicts)
{
    if (!verdicts->empty() && verdicts->size() != photos().size())
        return; // of the photos before
    m_verdicts = std::move(verdicts);
    allChanged({PredictedColourRole, PredictedNameRole, PredictionRole, RightRole, Qt::ToolTipRole,
        Qt::AccessibleTextRole});
}

void ThumbnailModel::setPinned(std::unordered_set<int> places)
{
    m_pinned = std::move(places);
    allChanged({PinnedRole, Qt::AccessibleTextRole});
}

void ThumbnailModel::allChanged(const QList<int> &roles)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_showsAll ? photos().size() : m_places.size());
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int place = placeAt(index.row());
    const std::optional<int> label = photos()[std::size_t(place)].label;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(photos()[std::size_t(place)].file.filename());
    case Qt::AccessibleTextRole:
        return accessibleText(place);
    case Qt::ToolTipRole:
        return toolTip(place);
    case Qt::DecorationRole: {
        const Thumbnail *known = thumbnail(place);
        return known ? known->pixmap : QPixmap();
    }
    case ClassNameRole:
        return trueClass(place);
    case ClassColourRole:
        return label ? classColour(*label) : QColor();
    case ProblemRole: {
        const Thumbnail *known = m_thumbnails.object(place);
        return known ? known->problem : QString();
    }
    case TitleRole:
        return displayText(photos()[std::size_t(place)].file.stem());
    case PinnedRole:
        return m_pinned.contains(place);
    case PredictedColourRole:
        return verdict(place).known() ? classColour(verdict(place).predicted) : QColor();
    case PredictedNameRole:
        return verdict(place).known() ? className(verdict(place).predicted) : QString();
    case PredictionRole:
        return prediction(place);
    case RightRole:
        return isRight(place);
    }
    return {};
}

QModelIndexList ThumbnailModel::match(
    const QModelIndex &start, int role, const QVariant &value, int hits, Qt::MatchFlags flags) const
{
    if (role != Qt::DisplayRole || hits != 1 || flags != (Qt::MatchStartsWith | Qt::MatchWrap))
        return QAbstractListModel::match(start, role, value, hits, flags);
    const std::string typed = value.toString().toStdString();
    for (int i = 0; i < rowCount(); ++i) {
        const int row = (std::max(0, start.row()) + i) % rowCount();
        if (startsWith(nameOf(photos()[std::size_t(placeAt(row))]), typed))
            return {index(row)};
    }
    return {};
}

const ThumbnailModel::Thumbnail *ThumbnailModel::thumbnail(int place) const
{
    const Thumbnail *known = m_thumbnails.object(place);
    if (!known)
        request(place);
    return known;
}

void ThumbnailModel::request(int place) const
{
    if (m_reading.contains(place))
        return;
    if (m_requests.size() >= maxRequests) {
        m_reading.erase(m_requests.front());
        m_requests.pop_front();
    }
    m_requests.push_back(place);
    auto *self = const_cast<ThumbnailModel *>(this);
    m_reading[place] = m_readers.call<QImage>({Urgency::Quick, {}},
        [file = photos()[std::size_t(place)].file, box = m_box, orientation = m_orientation] {
            const Image photo = decodeImage(file, orientation).image;
            return toQImage(convscope::thumbnail(photo, box.width(), box.height()));
        },
        {
            .done = [self, place](const QImage &image) { self->accept(place, image, {}); },
            .failed = [self, place](const Error &error) { self->accept(place, {}, sentence(error)); },
        });
}

void ThumbnailModel::accept(int place, const QImage &image, const QString &problem)
{
    m_reading.erase(place);
    std::erase(m_requests, place);
    auto *made = new Thumbnail{QPixmap::fromImage(image), problem};
    m_thumbnails.insert(place, made, costKiB(made->pixmap));
    const int row = rowOf(place);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, Qt::ToolTipRole, ProblemRole});
}

QString ThumbnailModel::className(int label) const
{
    return m_classNames.value(label, tr("class %1").arg(label));
}

QString ThumbnailModel::trueClass(int place) const
{
    const PhotoRef &photo = photos()[std::size_t(place)];
    return photo.label ? className(*photo.label) : displayText(photo.ownClass);
}

Verdict ThumbnailModel::verdict(int place) const
{
    return std::size_t(place) < m_verdicts->size() ? (*m_verdicts)[std::size_t(place)] : Verdict{};
}

QVariant ThumbnailModel::isRight(int place) const
{
    const std::optional<int> label = photos()[std::size_t(place)].label;
    const Verdict said = verdict(place);
    return label && said.known() ? QVariant(*label == said.predicted) : QVariant();
}

QString ThumbnailModel::prediction(int place) const
{
    const Verdict said = verdict(place);
    if (!said.known())
        return {};
    return tr("%1 %2 %").arg(className(said.predicted)).arg(qRound(said.confidence * 100));
}

QString ThumbnailModel::accessibleText(int place) const
{
    QStringList parts{displayText(photos()[std::size_t(place)].file.filename()), trueClass(place)};
    if (const QString said = prediction(place); !said.isEmpty())
        parts << tr("predicted %1").arg(said);
    if (const QVariant right = isRight(place); right.isValid())
        parts << (right.toBool() ? tr("right") : tr("wrong"));
    if (m_pinned.contains(place))
        parts << tr("pinned");
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString ThumbnailModel::toolTip(int place) const
{
    QStringList lines{displayText(photos()[std::size_t(place)].file.filename()), tr("Index %1").arg(place)};
    if (const QString name = trueClass(place); !name.isEmpty())
        lines[1] += tr(" · %1").arg(name);
    if (const QString said = prediction(place); !said.isEmpty()) {
        const QVariant right = isRight(place);
        lines << tr("Predicted: %1").arg(said)
                + (!right.isValid()      ? QString()
                        : right.toBool() ? tr(" · ✓ right")
                                         : tr(" · ✗ wrong"));
    }
    const bool readable = !m_thumbnails.object(place) || m_thumbnails.object(place)->problem.isEmpty();
    if (!readable)
        lines << m_thumbnails.object(place)->problem;
    else if (m_glance)
        lines << topLines(m_glance(photos()[std::size_t(place)]));
    return lines.join(u'\n');
}

} // namespace convscope
