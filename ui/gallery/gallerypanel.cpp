#include "ui/gallery/gallerypanel.h"

#include "ui/gallery/gallerytools.h"
#include "ui/gallery/labelsbutton.h"
#include "ui/gallery/photolist.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/widgets/contextmenu.h"
#include "ui/widgets/steadylabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace convscope {

namespace {

using namespace std::chrono_literals;

constexpr auto refreshEvery = 500ms; // a list that fills more often is not calm

/// Where they are not the network's: those are then what photos are filtered by.
QStringList ownClassesOf(const std::shared_ptr<const PhotoSet> &set)
{
    QStringList classes;
    for (const std::string &name : set->labels.areComparable ? std::vector<std::string>() : set->classes)
        classes << displayText(name);
    return classes;
}

bool sameLabels(const std::vector<PhotoRef> &a, const std::vector<PhotoRef> &b)
{
    return std::ranges::equal(a, b, [](const PhotoRef &one, const PhotoRef &other) {
        return one.label == other.label && one.ownClass == other.ownClass;
    });
}

} // namespace

GalleryPanel::GalleryPanel(Lane &readers, QWidget *parent)
    : QWidget(parent)
    , m_readers(readers)
    , m_model(new ThumbnailModel(readers, QSize(usualThumbnail, usualThumbnail) * devicePixelRatioF(), this))
    , m_list(new PhotoList)
    , m_tools(new GalleryTools)
    , m_photos(new QStackedWidget)
    , m_splitLabel(new QLabel(tr("&Split")))
    , m_splits(new QComboBox)
    , m_labels(new LabelsButton)
    , m_count(new SteadyLabel)
{
    setObjectName(QStringLiteral("gallery"));
    setFocusProxy(m_list);
    makeList();
    connect(m_list, &PhotoList::pictureChanged, this,
        [this](int side) { m_model->setBox(QSize(side, side) * devicePixelRatioF()); });
    setThumbnail(usualThumbnail);
    m_photos->addWidget(m_list);
    m_photos->addWidget(makeNothing());
    m_count->setObjectName(QStringLiteral("photoCount"));
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &GalleryPanel::arrange);
    connect(m_tools, &GalleryTools::arrangementChanged, this, [this] {
        m_scroll = true;
        arrange();
    });
    connect(m_tools, &GalleryTools::indicesAsked, this, &GalleryPanel::goTo);
    connect(m_tools, &GalleryTools::left, this, &GalleryPanel::goToPhotos);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(m_tools);
    layout->addWidget(m_photos, 1);
    layout->addWidget(m_count);
    updateCount();
}

QWidget *GalleryPanel::makeHeader()
{
    m_splits->setObjectName(QStringLiteral("splits"));
    m_splits->setAccessibleName(tr("Split"));
    m_splits->setToolTip(tr("The part of the data set whose photos are shown"));
    m_splitLabel->setObjectName(QStringLiteral("splitLabel"));
    m_splitLabel->setBuddy(m_splits);
    m_splitLabel->hide();
    m_splits->hide();
    connect(m_splits, &QComboBox::textActivated, this, &GalleryPanel::splitAsked);

    auto *header = new QWidget;
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_splitLabel, 0, 0);
    layout->addWidget(m_splits, 0, 1);
    layout->addWidget(m_labels, 1, 0, 1, 2);
    m_labels->setEnabled(false);
    connect(m_labels, &LabelsButton::chosen, this, &GalleryPanel::labelsAsked);
    connect(m_labels, &LabelsButton::mapAsked, this, &GalleryPanel::labelMapAsked);
    return header;
}

/// In place of the photos where none passes the filters.
QWidget *GalleryPanel::makeNothing()
{
    auto *text = new QLabel(tr("No photo fits the search and what is chosen under “Show only”."));
    text->setObjectName(QStringLiteral("nothingFound"));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto *clear = new QPushButton(tr("Show all photos"));
    clear->setObjectName(QStringLiteral("clearFiltersBelow"));
    clear->setAccessibleName(tr("Clear the search and show all photos"));
    connect(clear, &QPushButton::clicked, m_tools, &GalleryTools::clearFilters);

    auto *nothing = new QWidget;
    auto *layout = new QVBoxLayout(nothing);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return nothing;
}

void GalleryPanel::makeList()
{
    m_list->setObjectName(QStringLiteral("photos"));
    m_list->setAccessibleName(tr("Photos"));
    m_list->setModel(m_model);
    connect(m_list, &PhotoList::pinAsked, this, [this](const QModelIndex &photo) {
        togglePin(m_model->photos()[std::size_t(m_model->placeAt(photo.row()))]);
    });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &photo) {
        Q_EMIT openAsked(m_model->photos()[std::size_t(m_model->placeAt(photo.row()))].file);
    });
    offerMenu(*m_list, [this](QMenu &menu, const QModelIndex &index) { fillMenu(menu, index); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &GalleryPanel::selectionChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GalleryPanel::restoreSelection);
}

void GalleryPanel::setThumbnail(int side) { m_list->setWanted(side); }

int GalleryPanel::thumbnail() const { return m_list->wanted(); }

void GalleryPanel::setGlance(ThumbnailModel::Glance glance) { m_model->setGlance(std::move(glance)); }

void GalleryPanel::addFooter(QWidget *footer, int leastWidth)
{
    layout()->addWidget(footer);
    m_photos->setMinimumWidth(leastWidth);
}

void GalleryPanel::showPhotos(std::shared_ptr<const PhotoSet> set, const QStringList &classNames)
{
    const std::vector<PhotoRef> chosenBefore = chosen();
    showSplits(*set);
    std::vector<std::filesystem::path> selected;
    for (const int place : m_selected)
        selected.push_back(m_model->photos()[std::size_t(place)].file);
    const int top = m_list->indexAt({1, 1}).row();
    const std::filesystem::path topFile =
        top > 0 ? m_model->photos()[std::size_t(m_model->placeAt(top))].file : std::filesystem::path();
    m_arranging = {}; // it was about the photos before
    const std::vector<int> before = std::exchange(m_selected, {});
    const bool numberedAnew = m_model->setPhotos(std::move(set), classNames);
    m_selected = numberedAnew ? placesOf(selected) : before;
    if (numberedAnew) {
        restoreSelection();
        if (const int row = top > 0 ? rowOf(topFile) : -1; row >= 0)
            m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtTop);
    }
    markPinned();
    m_tools->setClassNames(classNames);
    m_tools->setOwnClasses(ownClassesOf(m_model->set()));
    m_tools->setPhotoCount(int(m_model->photos().size()));
    m_tools->setHasVerdicts(!m_model->verdicts()->empty());
    arrange();
    if ((numberedAnew && !chosen().empty()) || !sameLabels(chosenBefore, chosen()))
        Q_EMIT chosenChanged();
}

void GalleryPanel::showSplits(const PhotoSet &set)
{
    m_splits->clear();
    for (const std::string &split : set.splits)
        m_splits->addItem(QString::fromStdString(split));
    m_splits->setCurrentText(QString::fromStdString(set.split));
    m_splitLabel->setText(m_splits->count() > 1
            ? tr("&Split (%1 of %2)").arg(m_splits->currentIndex() + 1).arg(m_splits->count())
            : tr("&Split"));
    m_labels->show(set);
    m_labels->setEnabled(!set.photos.empty());
    m_splits->setVisible(!set.splits.empty());
    m_splitLabel->setVisible(!set.splits.empty());
}

void GalleryPanel::setClassNames(const QStringList &classNames)
{
    m_model->setClassNames(classNames);
    m_tools->setClassNames(classNames);
}

void GalleryPanel::readAgain() { m_model->readAgain(); }

void GalleryPanel::setArrangement(const Arrangement &arrangement) { m_tools->setArrangement(arrangement); }

const Arrangement &GalleryPanel::arrangement() const { return m_tools->arrangement(); }

void GalleryPanel::setVerdicts(std::shared_ptr<const Verdicts> verdicts)
{
    m_model->setVerdicts(std::move(verdicts));
    m_tools->setHasVerdicts(!m_model->verdicts()->empty());
    if (m_tools->arrangement().asksForVerdicts() && !m_refresh.isActive())
        m_refresh.start();
}

/// Not by the GUI thread, unless all are shown as they lie in the folder.
void GalleryPanel::arrange()
{
    const Arrangement asked = m_tools->arrangement();
    if (!asked.filters() && asked.order == PhotoOrder::Folder) {
        m_arranging = {};
        m_model->showAll();
        arrangementDone();
        return;
    }
    m_arranging = m_readers.call<std::vector<int>>({Urgency::Quick, {}},
        [asked, set = m_model->set(), verdicts = m_model->verdicts()] {
            return arranged(*set, *verdicts, asked);
        },
        {
            .done =
                [this](std::vector<int> places) {
                    m_model->setRows(std::move(places));
                    arrangementDone();
                },
            .failed = [this](const Error &error) { updateCount(sentence(error)); },
        });
}

void GalleryPanel::arrangementDone()
{
    const bool nothing = m_model->rowCount() == 0 && !m_model->photos().empty();
    m_photos->setCurrentIndex(nothing ? 1 : 0);
    if (std::exchange(m_scroll, false)) {
        if (m_list->selectionModel()->hasSelection())
            m_list->scrollTo(m_list->currentIndex());
        else
            m_list->scrollToTop();
    }
    updateCount();
    if (std::exchange(m_leavesSearch, false))
        goToPhotos();
}

void GalleryPanel::selectionChanged()
{
    if (m_restoring)
        return;
    std::set<int> rows;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && row < range.top() + mostChosen; ++row)
            rows.insert(row);
    }
    m_selected.clear();
    for (const int row : rows) {
        if (m_selected.size() < mostChosen)
            m_selected.push_back(m_model->placeAt(row));
    }
    updateCount();
    Q_EMIT chosenChanged();
}

/// Selects what is chosen, as far as it is shown.
void GalleryPanel::restoreSelection()
{
    const QScopedValueRollback restoring(m_restoring, true);
    QItemSelection selection;
    for (const int place : m_selected) {
        if (const int row = m_model->rowOf(place); row >= 0)
            selection.select(m_model->index(row), m_model->index(row));
    }
    if (!selection.isEmpty())
        m_list->selectionModel()->setCurrentIndex(selection.first().topLeft(), QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

std::vector<PhotoRef> GalleryPanel::chosen() const
{
    std::vector<PhotoRef> photos = m_pinned;
    for (const int place : m_selected) {
        const PhotoRef &photo = m_model->photos()[std::size_t(place)];
        if (photos.size() < mostChosen && !isPinned(photo))
            photos.push_back(photo);
    }
    return photos;
}

void GalleryPanel::choose(const std::vector<std::filesystem::path> &files)
{
    m_selected = placesOf(files);
    std::ranges::sort(m_selected, {}, [&](int place) {
        return std::ranges::find(files, m_model->photos()[std::size_t(place)].file) - files.begin();
    });
    if (m_selected.size() > mostChosen)
        m_selected.resize(mostChosen);
    if (m_selected.empty() && m_pinned.empty() && m_model->rowCount() > 0)
        m_selected = {m_model->placeAt(0)};
    showSelected();
}

/// After the selection has been changed otherwise than by the user.
void GalleryPanel::showSelected()
{
    restoreSelection();
    if (m_arranging.isActive())
        m_scroll = true;
    else if (m_list->selectionModel()->hasSelection())
        m_list->scrollTo(m_list->currentIndex());
    updateCount();
    Q_EMIT chosenChanged();
}

std::vector<int> GalleryPanel::placesOf(const std::vector<std::filesystem::path> &files) const
{
    // By their bytes: comparing paths part by part takes long for a hundred thousand.
    std::unordered_set<std::string_view> wanted;
    for (const std::filesystem::path &file : files)
        wanted.insert(file.native());
    std::vector<int> places;
    const std::vector<PhotoRef> &photos = m_model->photos();
    for (std::size_t place = 0; place < photos.size() && !wanted.empty(); ++place) {
        if (wanted.contains(photos[place].file.native()))
            places.push_back(int(place));
    }
    return places;
}

/// -1 where the photo is not shown.
int GalleryPanel::rowOf(const std::filesystem::path &file) const
{
    const std::vector<int> places = placesOf({file});
    return places.empty() ? -1 : m_model->rowOf(places.front());
}

bool GalleryPanel::isPinned(const PhotoRef &photo) const
{
    return std::ranges::any_of(
        m_pinned, [&](const PhotoRef &pinned) { return pinned.file.native() == photo.file.native(); });
}

void GalleryPanel::togglePin(const PhotoRef &photo)
{
    const auto same = [&](const PhotoRef &pinned) { return pinned.file.native() == photo.file.native(); };
    if (std::erase_if(m_pinned, same) == 0) {
        if (m_pinned.size() == mostPinned) {
            updateCount(tr("No more than %1 photos can be pinned.").arg(mostPinned));
            return;
        }
        m_pinned.push_back(photo);
    }
    markPinned();
    updateCount();
    Q_EMIT chosenChanged();
}

void GalleryPanel::setPinned(std::vector<PhotoRef> photos)
{
    if (photos.empty() && m_pinned.empty())
        return;
    m_pinned = std::move(photos);
    if (m_pinned.size() > mostPinned)
        m_pinned.resize(mostPinned);
    markPinned();
    updateCount();
    Q_EMIT chosenChanged();
}

/// In the list; and takes their labels from the folder that is open, which may have been listed anew.
void GalleryPanel::markPinned()
{
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : m_pinned)
        files.push_back(photo.file);
    const std::vector<int> places = placesOf(files);
    m_model->setPinned({places.begin(), places.end()});
    for (PhotoRef &pinned : m_pinned) {
        for (const int place : places) {
            if (const PhotoRef &now = m_model->photos()[std::size_t(place)]; now.file == pinned.file)
                pinned = now;
        }
    }
}

std::vector<std::filesystem::path> GalleryPanel::pinnedElsewhere() const
{
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : m_pinned) {
        if (placesOf({photo.file}).empty())
            files.push_back(photo.file);
    }
    return files;
}

void GalleryPanel::setLabelsOfPinned(const std::vector<PhotoRef> &photos)
{
    const std::vector<PhotoRef> before = m_pinned;
    for (PhotoRef &pinned : m_pinned) {
        for (const PhotoRef &photo : photos) {
            if (photo.file.native() == pinned.file.native())
                pinned = photo;
        }
    }
    if (!sameLabels(before, m_pinned))
        Q_EMIT chosenChanged();
}

void GalleryPanel::find() { m_tools->focusSearch(); }

/// In the order in which they are told.
void GalleryPanel::goTo(const std::vector<int> &indices)
{
    m_selected = indices;
    if (m_selected.size() > mostChosen)
        m_selected.resize(mostChosen);
    m_tools->clearSearch();
    if (std::ranges::any_of(m_selected, [this](int place) { return m_model->rowOf(place) < 0; }))
        m_tools->clearFilters();
    showSelected();
    if (m_selected.size() < indices.size())
        updateCount(tr("The first %1 of them are on the board.").arg(m_selected.size()));
    m_list->setFocus(Qt::OtherFocusReason);
}

/// From the search on to what it found.
void GalleryPanel::goToPhotos()
{
    if (m_arranging.isActive()) {
        m_leavesSearch = true;
        return;
    }
    if (m_model->rowCount() == 0)
        return;
    if (!m_list->selectionModel()->hasSelection())
        m_list->selectionModel()->setCurrentIndex(m_model->index(0), QItemSelectionModel::ClearAndSelect);
    m_list->setFocus(Qt::OtherFocusReason);
}

/// `remark` is on what has just been tried, until the next change.
void GalleryPanel::updateCount(const QString &remark)
{
    const int photos = int(m_model->photos().size());
    const int shown = m_model->rowCount();
    int selected = 0;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection())
        selected += range.height();
    QString text = photos == 1 ? tr("1 photo") : tr("%1 photos").arg(photos);
    if (m_tools->arrangement().filters())
        text = photos == 1 ? tr("%1 of 1 photo").arg(shown) : tr("%1 of %2 photos").arg(shown).arg(photos);
    const int room = mostChosen - pinnedCount();
    if (selected > room)
        text += room == 1 ? tr(" · %1 selected, the first one is on the board").arg(selected)
                          : tr(" · %1 selected, the first %2 are on the board").arg(selected).arg(room);
    else if (selected > 1)
        text += tr(" · %1 selected").arg(selected);
    if (pinnedCount() > 0)
        text += tr(" · %1 pinned").arg(pinnedCount());
    if (photos == 0)
        text = tr("No photos");
    m_count->setLongest(tr("%1 of %2 photos").arg(photos).arg(photos)
        + tr(" · %1 selected, the first %2 are on the board").arg(photos).arg(mostChosen)
        + tr(" · %1 pinned").arg(mostPinned));
    m_count->setText(remark.isEmpty() ? text : remark);
}

} // namespace convscope
