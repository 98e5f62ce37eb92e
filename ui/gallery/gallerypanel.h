#pragma once

#include "core/data/photoset.h"
#include "ui/gallery/thumbnailmodel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;

namespace convscope {

class GalleryTools;
class LabelsButton;
class PhotoList;
class SteadyLabel;

/// The photos of a folder to choose from: several at once, each a column of the board. Photos can be pinned,
/// which keeps them on the board while one browses on.
class GalleryPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostChosen = 12; ///< more columns than that cannot be compared
    static constexpr int mostPinned = mostChosen - 1; ///< one column is left to browse with

    static constexpr int usualThumbnail = 96;

    explicit GalleryPanel(Lane &readers, QWidget *parent = nullptr);

    /// About so large are the pictures, in pixels of the layout; they fill the panel's width.
    void setThumbnail(int side);
    int thumbnail() const;

    /// Photos that are selected and still there stay selected, pinned ones stay in any case.
    void showPhotos(std::shared_ptr<const PhotoSet> set, const QStringList &classNames);
    void setClassNames(const QStringList &classNames);
    /// Files may have been replaced.
    void readAgain();
    /// Which photos are shown; what is chosen stays chosen.
    void setArrangement(const Arrangement &arrangement);
    const Arrangement &arrangement() const;
    /// What the network says to the photos that are shown.
    void setVerdicts(std::shared_ptr<const Verdicts> verdicts);

    /// The pinned photos and then the selected ones in the order of the gallery, or in which they were given
    /// to choose(); the first mostChosen of them.
    std::vector<PhotoRef> chosen() const;
    /// So many of the chosen ones, the first, are pinned.
    int pinnedCount() const { return int(m_pinned.size()); }
    /// Selects these photos, or the first one where none of them is there and none is pinned.
    void choose(const std::vector<std::filesystem::path> &files);
    void togglePin(const PhotoRef &photo);
    bool isOnBoard(const PhotoRef &photo) const;
    /// Selects a photo beside the others, where there is room for a column.
    void putOn(const PhotoRef &photo);
    /// Neither selected nor pinned any more.
    void takeOff(const PhotoRef &photo);
    void selectAll();
    void selectNone();
    /// These and no others; they may be of other folders.
    void setPinned(std::vector<PhotoRef> photos);
    /// Those of other folders, which the photos that are shown do not tell.
    std::vector<std::filesystem::path> pinnedElsewhere() const;
    void setLabelsOfPinned(const std::vector<PhotoRef> &photos);
    /// Lets the user type a name or an index.
    void find();
    /// Below the photos. The panel never becomes narrower than it needs.
    void addFooter(QWidget *footer, int leastWidth);
    /// Asked for the likeliest classes of a photo that the pointer rests on.
    void setGlance(ThumbnailModel::Glance glance);

Q_SIGNALS:
    void chosenChanged();
    void splitAsked(const QString &split);
    void labelsAsked(LabelsAsked labels);
    void labelMapAsked();
    /// The user wants to see one large.
    void openAsked(const std::filesystem::path &photo);

private:
    QWidget *makeHeader();
    QWidget *makeNothing();
    void makeList();
    void showSplits(const PhotoSet &set);
    std::vector<int> placesOf(const std::vector<std::filesystem::path> &files) const;
    int rowOf(const std::filesystem::path &file) const;
    void selectionChanged();
    void restoreSelection();
    void showSelected();
    void fillMenu(QMenu &menu, const QModelIndex &index);
    void copyPicture(const std::filesystem::path &file);
    void goTo(const std::vector<int> &indices);
    void goToPhotos();
    bool isPinned(const PhotoRef &photo) const;
    void markPinned();
    void arrange();
    void arrangementDone();
    void updateCount(const QString &remark = {});

    Lane &m_readers;
    ThumbnailModel *m_model;
    PhotoList *m_list;
    GalleryTools *m_tools;
    QStackedWidget *m_photos; ///< the list, or that no photo passes the filters
    QLabel *m_splitLabel;
    QComboBox *m_splits;
    LabelsButton *m_labels;
    SteadyLabel *m_count;
    std::vector<int> m_selected; ///< places of the selected photos, also of those that are not shown
    std::vector<PhotoRef> m_pinned; ///< the one pinned first first; may be of another folder
    bool m_restoring = false; ///< the selection follows m_selected, not the other way round
    // Once the photos are arranged:
    bool m_scroll = false; ///< to what is selected
    bool m_leavesSearch = false; ///< on to the photos
    JobHandle m_arranging;
    JobHandle m_copying; ///< a picture, to the clipboard
    QTimer m_refresh; ///< runs while what the network has said since is not arranged yet
};

} // namespace convscope
