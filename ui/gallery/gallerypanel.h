#pragma once

#include "core/data/photoset.h"
#include "ui/choices/choices.h"
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

/// Shows the photos that are open, and edits which of them are chosen: several at once, each a column of the
/// board. Photos can be pinned, which keeps them on the board while one browses on.
class GalleryPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int usualThumbnail = 96;

    /// Both must outlive the panel.
    GalleryPanel(Choices &choices, Lane &readers, QWidget *parent = nullptr);

    /// About so large are the pictures, in pixels of the layout; they fill the panel's width.
    void setThumbnail(int side);
    int thumbnail() const;

    void setClassNames(const QStringList &classNames);
    /// Files may have been replaced.
    void readAgain();
    /// What the network says to the photos that are shown.
    void setVerdicts(std::shared_ptr<const Verdicts> verdicts);
    /// The photos that pass the filters, in the order in which they are shown.
    std::vector<PhotoRef> shownPhotos() const;
    int shownCount() const;
    void selectAll();
    void selectNone();
    /// Lets the user type a name or an index.
    void find();
    /// Below the photos. The panel never becomes narrower than it needs.
    void addFooter(QWidget *footer, int minWidth);
    /// Asked for the likeliest classes of a photo that the pointer rests on.
    void setGlance(ThumbnailModel::Glance glance);

Q_SIGNALS:
    void shownChanged(); ///< other photos are shown, or in another order
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
    void choicesChanged(Choices::What what);
    void showOpen();
    void selectionChanged();
    void restoreSelection();
    void showSelected(const std::vector<ChosenPhoto> &before);
    void scrollToSelected();
    const PhotoRef &photoAt(const QModelIndex &index) const;
    void fillMenu(QMenu &menu, const QModelIndex &index);
    void copyPicture(const std::filesystem::path &file);
    void goTo(const std::vector<int> &indices);
    void goToPhotos();
    void dropWhatAsksForVerdicts();
    void tellFull(Choices::Full what);
    void arrange();
    void arrangementDone();
    void updateCount(const QString &remark = {});

    Choices &m_choices;
    Lane &m_readers;
    ThumbnailModel *m_model;
    PhotoList *m_list;
    GalleryTools *m_tools;
    QStackedWidget *m_photos; ///< the list, or that no photo passes the filters
    QLabel *m_splitLabel;
    QComboBox *m_splits;
    LabelsButton *m_labels;
    SteadyLabel *m_count;
    QStringList m_classNames;
    std::vector<ChosenPhoto> m_selected; ///< as the list shows it, also photos that are not shown
    bool m_restoring = false; ///< the list's selection follows m_selected, not the other way round
    // Once the photos are arranged:
    bool m_scroll = false; ///< to what is selected
    bool m_leavesSearch = false; ///< on to the photos
    JobHandle m_arranging;
    JobHandle m_copying; ///< a picture, to the clipboard
    QTimer m_refresh; ///< runs while what the network has said since is not arranged yet
};

} // namespace convscope
