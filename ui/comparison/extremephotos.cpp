#include "ui/comparison/extremephotos.h"

#include "core/image/decode.h"
#include "core/image/resize.h"
#include "ui/present/comparisontexts.h"
#include "ui/present/measuretexts.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>
#include <map>
#include <set>

namespace convscope {

namespace {

constexpr int side = 60; ///< of a picture
constexpr int maxPictures = 600;

enum Role
{
    PlaceRole = Qt::UserRole,
    FileRole, ///< QString, the bytes of the file's name
};

QString keyOf(const std::filesystem::path &file)
{
    return QString::fromLatin1(QByteArray::fromStdString(file.native()));
}

std::filesystem::path fileOf(const QString &key) { return key.toLatin1().toStdString(); }

} // namespace

ExtremePhotos::ExtremePhotos(Lane &readers, QWidget *parent)
    : QWidget(parent)
    , m_readers(readers)
    , m_bestTitle(new QLabel)
    , m_worstTitle(new QLabel)
    , m_best(makeList("bestPhotos", tr("Photos with the best values")))
    , m_worst(makeList("worstPhotos", tr("Photos with the worst values")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bestTitle);
    layout->addWidget(m_best, 1);
    layout->addWidget(m_worstTitle);
    layout->addWidget(m_worst, 1);
}

QListWidget *ExtremePhotos::makeList(const char *name, const QString &accessibleName)
{
    auto *list = new QListWidget;
    list->setObjectName(QLatin1String(name));
    list->setAccessibleName(accessibleName);
    list->setViewMode(QListView::IconMode);
    list->setMovement(QListView::Static);
    list->setResizeMode(QListView::Adjust);
    list->setIconSize({side, side});
    list->setGridSize({side + 20, side + 2 * list->fontMetrics().lineSpacing() + 12});
    list->setToolTip(tr("A click puts the photo on the board"));
    const auto ask = [this](const QListWidgetItem *item) {
        Q_EMIT photoAsked(std::size_t(item->data(PlaceRole).toULongLong()));
    };
    connect(list, &QListWidget::itemClicked, this, ask);
    connect(list, &QListWidget::itemActivated, this, ask);
    return list;
}

void ExtremePhotos::show(
    const std::shared_ptr<const Comparer::State> &state, std::size_t map, std::size_t measure)
{
    std::vector<std::size_t> best;
    std::vector<std::size_t> worst;
    if (state) {
        const std::vector<std::size_t> sorted = sortedPhotos(state->plan, state->photos, map, measure);
        const std::size_t shown = std::min<std::size_t>(count, (sorted.size() + 1) / 2);
        best.assign(sorted.begin(), sorted.begin() + std::ptrdiff_t(shown));
        const std::size_t others = std::min(shown, sorted.size() - shown);
        worst.assign(sorted.rbegin(), sorted.rbegin() + std::ptrdiff_t(others));
    }
    const bool judges = state && state->plan.measures[measure]->traits().better != Better::Neither;
    const QString title = state ? comparedTitles(state->plan)[qsizetype(map)] : QString();
    m_bestTitle->setText(judges ? tr("%1: best on").arg(title) : tr("%1: highest on").arg(title));
    m_worstTitle->setText(judges ? tr("%1: worst on").arg(title) : tr("%1: lowest on").arg(title));
    m_bestTitle->setVisible(state != nullptr);
    m_worstTitle->setVisible(state != nullptr);
    if (!state) {
        m_best->clear();
        m_worst->clear();
        return;
    }
    fill(*m_best, *state, map, measure, best);
    fill(*m_worst, *state, map, measure, worst);
    showPictures();
    readPictures();
}

void ExtremePhotos::fill(QListWidget &list, const Comparer::State &state, std::size_t map,
    std::size_t measure, const std::vector<std::size_t> &places)
{
    const auto textOf = [&](std::size_t place) {
        const double value = *state.photos[place]->value(map, measure);
        return displayText(state.plan.photos[place].file.stem()) + u'\n'
            + measureValue(*state.plan.measures[measure], value);
    };
    bool isSame = std::size_t(list.count()) == places.size();
    for (std::size_t i = 0; isSame && i < places.size(); ++i) {
        const QListWidgetItem *item = list.item(int(i));
        isSame = item->data(PlaceRole).toULongLong() == places[i] && item->text() == textOf(places[i]);
    }
    if (isSame)
        return; // what has the focus keeps it
    list.clear();
    for (const std::size_t place : places) {
        auto *item = new QListWidgetItem(textOf(place));
        item->setData(PlaceRole, qulonglong(place));
        item->setData(FileRole, keyOf(state.plan.photos[place].file));
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        list.addItem(item);
    }
}

/// Those that are shown and have not been read yet.
void ExtremePhotos::readPictures()
{
    using Pictures = std::map<QString, QImage>;
    std::set<QString> missing;
    for (const QListWidget *list : {m_best, m_worst}) {
        for (int row = 0; row < list->count(); ++row) {
            const QString key = list->item(row)->data(FileRole).toString();
            if (!m_pictures.contains(key))
                missing.insert(key);
        }
    }
    if (missing.empty())
        return;
    const int pixels = int(side * devicePixelRatioF());
    m_reading = m_readers.call<Pictures>({Urgency::Quick, {}},
        [missing, pixels] {
            Pictures pictures;
            for (const QString &key : missing) {
                QImage &picture = pictures[key];
                try {
                    picture = toQImage(thumbnail(decodeImage(fileOf(key)).image, pixels, pixels));
                } catch (const Error &) {
                    picture = {}; // it has gone meanwhile; its name is there
                }
            }
            return pictures;
        },
        {.done =
                [this](const Pictures &pictures) {
                    if (m_pictures.size() > maxPictures)
                        m_pictures.clear();
                    for (const auto &[key, picture] : pictures) {
                        QPixmap pixmap = QPixmap::fromImage(picture);
                        pixmap.setDevicePixelRatio(devicePixelRatioF());
                        m_pictures.insert(key, pixmap);
                    }
                    showPictures();
                },
            .failed = [](const Error &) {}});
}

void ExtremePhotos::showPictures()
{
    QPixmap empty(side, side);
    empty.fill(Qt::transparent); // so that nothing moves when the picture comes
    for (QListWidget *list : {m_best, m_worst}) {
        for (int row = 0; row < list->count(); ++row) {
            QListWidgetItem *item = list->item(row);
            const auto picture = m_pictures.constFind(item->data(FileRole).toString());
            item->setIcon(picture == m_pictures.constEnd() || picture->isNull() ? empty : *picture);
        }
    }
}

} // namespace convscope
