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

void GalleryPanel::showPhotos(
    const PhotoSet &set, const QStringList &splits, const QString &split, const QStringList &classNames)
{
    m_model->setPhotos(set.photos, classNames);
    m_splits->clear();
    m_splits->addItems(splits);
    m_splits->setCurrentText(split);
    m_splits->setVisible(!splits.isEmpty());
    m_splitLabel->setVisible(!splits.isEmpty());
    const QSignalBlocker blocker(m_index);
    m_index->setRange(0, std::max(0, m_model->rowCount() - 1));
    m_index->setEnabled(m_model->rowCount() > 0);
    updateCount();
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
    QList<int> rows;
    const std::vector<PhotoRef> &photos = m_model->photos();
    for (std::size_t row = 0; row < photos.size() && !files.empty(); ++row) {
        if (std::find(files.begin(), files.end(), photos[row].file) != files.end())
            rows.append(int(row));
    }
    if (rows.isEmpty() && !photos.empty())
        rows.append(0);
    selectRows(rows);
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
    if (selected > mostChosen)
        text += tr(" · %1 selected, the first %2 are on the board").arg(selected).arg(mostChosen);
    else if (selected > 1)
        text += tr(" · %1 selected").arg(selected);
    m_count->setText(photos == 0 ? tr("No photos") : text);
}

} // namespace convscope
