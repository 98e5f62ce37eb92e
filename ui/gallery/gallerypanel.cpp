#include "ui/gallery/gallerypanel.h"

#include "ui/gallery/photodelegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <string_view>

namespace convscope {

namespace {

constexpr int pictureSide = 96;

} // namespace

GalleryPanel::GalleryPanel(Lane &readers, QWidget *parent)
    : QWidget(parent)
    , m_model(new ThumbnailModel(readers, QSize(pictureSide, pictureSide) * devicePixelRatioF(), this))
    , m_list(new QListView)
    , m_splitLabel(new QLabel(tr("S&plit")))
    , m_splits(new QComboBox)
    , m_indexLabel(new QLabel(tr("In&dex")))
    , m_index(new QSpinBox)
    , m_count(new QLabel)
{
    setObjectName(QStringLiteral("gallery"));
    makeList();
    m_count->setObjectName(QStringLiteral("photoCount"));
    m_count->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    updateCount();
}

QWidget *GalleryPanel::makeHeader()
{
    m_splits->setObjectName(QStringLiteral("splits"));
    m_splits->setAccessibleName(tr("Split"));
    m_splits->setToolTip(tr("The part of the data set whose photos are shown"));
    m_splitLabel->setBuddy(m_splits);
    m_splitLabel->hide();
    m_splits->hide();
    connect(m_splits, &QComboBox::textActivated, this, &GalleryPanel::splitAsked);

    m_index->setObjectName(QStringLiteral("photoIndex"));
    m_index->setAccessibleName(tr("Go to the photo with this index"));
    m_index->setToolTip(tr("Go to the photo with this index, counted as the notebook does, from 0 (Ctrl+G)"));
    m_index->setKeyboardTracking(false);
    m_index->setEnabled(false);
    m_indexLabel->setBuddy(m_index);
    connect(m_index, &QSpinBox::valueChanged, this, &GalleryPanel::goToIndex);

    auto *header = new QWidget;
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_splitLabel);
    layout->addWidget(m_splits, 1);
    layout->addWidget(m_indexLabel);
    layout->addWidget(m_index, 1);
    return header;
}

void GalleryPanel::makeList()
{
    m_list->setObjectName(QStringLiteral("photos"));
    m_list->setAccessibleName(tr("Photos"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumWidth(2 * (pictureSide + 8) + 32);
    m_list->setItemDelegate(new PhotoDelegate(pictureSide, m_list));
    m_list->setModel(m_model);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateCount();
        Q_EMIT chosenChanged();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            const QSignalBlocker blocker(m_index);
            m_index->setValue(current.row());
        });
}

void GalleryPanel::showPhotos(std::shared_ptr<const PhotoSet> set, const QStringList &classNames, bool listed)
{
    m_listed = listed;
    showSplits(*set);
    std::vector<std::filesystem::path> selected;
    for (const PhotoRef &photo : chosen())
        selected.push_back(photo.file);
    const int top = m_list->indexAt({1, 1}).row();
    const std::filesystem::path topFile =
        top > 0 ? m_model->photos()[std::size_t(top)].file : std::filesystem::path();
    const int before = m_list->selectionModel()->selection().size();
    m_model->setPhotos(std::move(set), classNames);
    // The rows may have been numbered anew, and then nothing is selected any more.
    if (before > 0 && !m_list->selectionModel()->hasSelection()) {
        if (const QList<int> rows = rowsOf(selected); !rows.isEmpty())
            selectRows(rows);
        if (const QList<int> rows = rowsOf({topFile}); !rows.isEmpty())
            m_list->scrollTo(m_model->index(rows.first()), QAbstractItemView::PositionAtTop);
    }
    const QSignalBlocker blocker(m_index);
    m_index->setRange(0, std::max(0, m_model->rowCount() - 1));
    m_index->setEnabled(listed && m_model->rowCount() > 0);
    updateCount();
}

void GalleryPanel::showSplits(const PhotoSet &set)
{
    m_splits->clear();
    for (const std::string &split : set.splits)
        m_splits->addItem(QString::fromStdString(split));
    m_splits->setCurrentText(QString::fromStdString(set.split));
    m_splits->setVisible(!set.splits.empty());
    m_splitLabel->setVisible(!set.splits.empty());
}

std::vector<PhotoRef> GalleryPanel::chosen() const
{
    std::set<int> rows;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && row < range.top() + mostChosen; ++row)
            rows.insert(row);
    }
    std::vector<PhotoRef> photos;
    for (const int row : rows) {
        if (photos.size() < mostChosen)
            photos.push_back(m_model->photos()[std::size_t(row)]);
    }
    return photos;
}

void GalleryPanel::choose(const std::vector<std::filesystem::path> &files)
{
    QList<int> rows = rowsOf(files);
    if (rows.isEmpty() && m_model->rowCount() > 0)
        rows.append(0);
    selectRows(rows);
}

QList<int> GalleryPanel::rowsOf(const std::vector<std::filesystem::path> &files) const
{
    // By their bytes: comparing paths part by part takes long for a hundred thousand.
    std::set<std::string_view> wanted;
    for (const std::filesystem::path &file : files)
        wanted.insert(file.native());
    QList<int> rows;
    const std::vector<PhotoRef> &photos = m_model->photos();
    for (std::size_t row = 0; row < photos.size() && !wanted.empty(); ++row) {
        if (wanted.contains(photos[row].file.native()))
            rows.append(int(row));
    }
    return rows;
}

void GalleryPanel::selectRows(const QList<int> &rows)
{
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_model->index(row), m_model->index(row));
    if (!rows.isEmpty()) {
        const QModelIndex first = m_model->index(rows.first());
        m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_list->scrollTo(first);
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void GalleryPanel::askIndex()
{
    m_index->setFocus(Qt::ShortcutFocusReason);
    m_index->selectAll();
}

void GalleryPanel::goToIndex() { selectRows({m_index->value()}); }

void GalleryPanel::updateCount()
{
    const int photos = m_model->rowCount();
    int selected = 0;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection())
        selected += range.height();
    QString text = photos == 1 ? tr("1 photo") : tr("%1 photos").arg(photos);
    if (!m_listed)
        text = tr("%1 photos so far").arg(photos);
    if (selected > mostChosen)
        text += tr(" · %1 selected, the first %2 are on the board").arg(selected).arg(mostChosen);
    else if (selected > 1)
        text += tr(" · %1 selected").arg(selected);
    m_count->setText(photos == 0 ? tr("No photos") : text);
}

} // namespace convscope
