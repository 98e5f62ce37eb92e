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
#include <utility>

namespace convscope {

namespace {

using namespace std::chrono_literals;

constexpr auto refreshEvery = 500ms; // a list that fills more often is not calm

const std::string &fileOf(const ChosenPhoto &chosen) { return chosen.photo.file.native(); }

} // namespace

GalleryPanel::GalleryPanel(Choices &choices, Lane &readers, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_readers(readers)
    , m_model(new ThumbnailModel(readers, QSize(usualThumbnail, usualThumbnail) * devicePixelRatioF(), this))
    , m_list(new PhotoList)
    , m_tools(new GalleryTools(choices))
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
    connect(m_tools, &GalleryTools::indicesAsked, this, &GalleryPanel::goTo);
    connect(m_tools, &GalleryTools::left, this, &GalleryPanel::goToPhotos);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(m_tools);
    layout->addWidget(m_photos, 1);
    layout->addWidget(m_count);
    connect(&choices, &Choices::changed, this, &GalleryPanel::choicesChanged);
    connect(&choices, &Choices::full, this, &GalleryPanel::tellFull);
    m_scroll = true;
    showOpen();
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
    connect(m_list, &PhotoList::pinAsked, this,
        [this](const QModelIndex &photo) { m_choices.togglePin(photoAt(photo)); });
    connect(m_list, &QAbstractItemView::activated, this,
        [this](const QModelIndex &photo) { Q_EMIT openAsked(photoAt(photo).file); });
    offerMenu(*m_list, [this](QMenu &menu, const QModelIndex &index) { fillMenu(menu, index); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &GalleryPanel::selectionChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GalleryPanel::restoreSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GalleryPanel::shownChanged);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &GalleryPanel::shownChanged);
}

void GalleryPanel::setThumbnail(int side) { m_list->setWanted(side); }

int GalleryPanel::thumbnail() const { return m_list->wanted(); }

void GalleryPanel::setGlance(ThumbnailModel::Glance glance) { m_model->setGlance(std::move(glance)); }

void GalleryPanel::addFooter(QWidget *footer, int minWidth)
{
    layout()->addWidget(footer);
    m_photos->setMinimumWidth(minWidth);
}

const PhotoRef &GalleryPanel::photoAt(const QModelIndex &index) const
{
    return m_model->photos()[std::size_t(m_model->placeAt(index.row()))];
}

void GalleryPanel::choicesChanged(Choices::What what)
{
    switch (what) {
    case Choices::What::Open:
        showOpen();
        dropWhatAsksForVerdicts();
        break;
    case Choices::What::Photos:
        m_model->setPinned(m_choices.photos().pinnedPlaces());
        showSelected(std::exchange(m_selected, m_choices.photos().selected()));
        updateCount();
        break;
    case Choices::What::Arrangement:
        dropWhatAsksForVerdicts();
        m_scroll = true;
        arrange();
        break;
    case Choices::What::Rows:
    case Choices::What::Selection:
    case Choices::What::Filter:
    case Choices::What::Targets:
    case Choices::What::Automatic:
    case Choices::What::Outline:
        break;
    }
}

/// Shows the photos that are open now. Where the list is made anew, the photo at its top stays there.
void GalleryPanel::showOpen()
{
    const std::shared_ptr<const PhotoSet> &open = m_choices.photos().open();
    showSplits(*open);
    const QModelIndex top = m_list->indexAt({1, 1});
    const std::filesystem::path topFile = top.row() > 0 ? photoAt(top).file : std::filesystem::path();
    m_arranging = {}; // it was about the photos before
    const std::vector<ChosenPhoto> before = std::exchange(m_selected, m_choices.photos().selected());
    if (m_model->setPhotos(open, m_classNames) && !topFile.empty()) {
        const auto at = std::ranges::find(
            open->photos, topFile.native(), [](const PhotoRef &photo) { return photo.file.native(); });
        const int row = at == open->photos.end() ? -1 : m_model->rowOf(int(at - open->photos.begin()));
        if (row >= 0)
            m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtTop);
    }
    m_model->setPinned(m_choices.photos().pinnedPlaces());
    m_tools->setOwnClasses(ownClassesOf(*open));
    m_tools->setPhotoCount(int(open->photos.size()));
    m_tools->setHasVerdicts(!m_model->verdicts()->empty());
    arrange();
    showSelected(before);
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
    m_classNames = classNames;
    m_model->setClassNames(classNames);
    m_tools->setClassNames(classNames);
}

void GalleryPanel::readAgain() { m_model->readAgain(); }

void GalleryPanel::setVerdicts(std::shared_ptr<const Verdicts> verdicts)
{
    const bool areFirst = m_model->verdicts()->empty();
    m_model->setVerdicts(std::move(verdicts));
    m_tools->setHasVerdicts(!m_model->verdicts()->empty());
    dropWhatAsksForVerdicts();
    if (!m_choices.arrangement().asksForVerdicts())
        return;
    if (areFirst)
        arrange();
    else if (!m_refresh.isActive())
        m_refresh.start();
}

/// Nobody can choose by what the network has not said.
void GalleryPanel::dropWhatAsksForVerdicts()
{
    const Arrangement &asked = m_choices.arrangement();
    if (m_model->verdicts()->empty() && asked.asksForVerdicts())
        m_choices.setArrangement(asked.withoutVerdicts());
}

/// Not by the GUI thread, unless all are shown as they lie in the folder.
void GalleryPanel::arrange()
{
    const Arrangement asked = m_choices.arrangement();
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
        for (int row = range.top(); row <= range.bottom() && row < range.top() + PhotoChoice::max; ++row)
            rows.insert(row);
    }
    std::vector<int> places;
    for (const int row : rows)
        places.push_back(m_model->placeAt(row));
    PhotoChoice photos = m_choices.photos();
    photos.select(places);
    m_selected = photos.selected(); // the list shows them already
    m_choices.setPhotos(std::move(photos));
    updateCount(); // more may be selected in the list than can be chosen
}

/// Selects what is chosen, as far as it is shown.
void GalleryPanel::restoreSelection()
{
    const QScopedValueRollback restoring(m_restoring, true);
    QItemSelection selection;
    for (const ChosenPhoto &chosen : m_selected) {
        if (const int row = m_model->rowOf(chosen.place); row >= 0)
            selection.select(m_model->index(row), m_model->index(row));
    }
    if (!selection.isEmpty())
        m_list->selectionModel()->setCurrentIndex(selection.first().topLeft(), QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

/// Where other photos were selected `before`. Those that have come are brought into sight.
void GalleryPanel::showSelected(const std::vector<ChosenPhoto> &before)
{
    if (std::ranges::equal(before, m_selected, {}, fileOf, fileOf))
        return;
    restoreSelection();
    const auto wasSelected = [&before](const ChosenPhoto &chosen) {
        return std::ranges::find(before, fileOf(chosen), fileOf) != before.end();
    };
    if (!std::ranges::all_of(m_selected, wasSelected))
        scrollToSelected();
}

void GalleryPanel::scrollToSelected()
{
    if (m_arranging.isActive())
        m_scroll = true;
    else if (m_list->selectionModel()->hasSelection())
        m_list->scrollTo(m_list->currentIndex());
}

void GalleryPanel::find() { m_tools->focusSearch(); }

/// In the order in which they are told.
void GalleryPanel::goTo(const std::vector<int> &indices)
{
    PhotoChoice photos = m_choices.photos();
    photos.select(indices);
    const std::size_t selected = photos.selected().size();
    m_choices.setPhotos(std::move(photos));
    m_tools->clearSearch();
    if (std::ranges::any_of(
            m_selected, [this](const ChosenPhoto &chosen) { return m_model->rowOf(chosen.place) < 0; }))
        m_tools->clearFilters();
    restoreSelection();
    scrollToSelected(); // also where they were selected before
    updateCount();
    if (selected < indices.size())
        updateCount(tr("The first %1 of them are on the board.").arg(selected));
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

void GalleryPanel::tellFull(Choices::Full what)
{
    switch (what) {
    case Choices::Full::Board:
        updateCount(tr("The board has no room for more than %1 photos.").arg(PhotoChoice::max));
        return;
    case Choices::Full::Pins:
        updateCount(tr("No more than %1 photos can be pinned.").arg(PhotoChoice::maxPinned));
        return;
    }
}

/// `remark` is on what has just been tried, until the next change.
void GalleryPanel::updateCount(const QString &remark)
{
    const int photos = int(m_model->photos().size());
    const int shown = m_model->rowCount();
    const int pinned = int(m_choices.photos().pinned().size());
    int selected = 0;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection())
        selected += range.height();
    QString text = photos == 1 ? tr("1 photo") : tr("%1 photos").arg(photos);
    if (m_choices.arrangement().filters())
        text = photos == 1 ? tr("%1 of 1 photo").arg(shown) : tr("%1 of %2 photos").arg(shown).arg(photos);
    const int room = PhotoChoice::max - pinned;
    if (selected > room)
        text += room == 1 ? tr(" · %1 selected, the first one is on the board").arg(selected)
                          : tr(" · %1 selected, the first %2 are on the board").arg(selected).arg(room);
    else if (selected > 1)
        text += tr(" · %1 selected").arg(selected);
    if (pinned > 0)
        text += tr(" · %1 pinned").arg(pinned);
    if (photos == 0)
        text = tr("No photos");
    m_count->setLongest(tr("%1 of %2 photos").arg(photos).arg(photos)
        + tr(" · %1 selected, the first %2 are on the board").arg(photos).arg(PhotoChoice::max)
        + tr(" · %1 pinned").arg(PhotoChoice::maxPinned));
    m_count->setText(remark.isEmpty() ? text : remark);
}

} // namespace convscope
