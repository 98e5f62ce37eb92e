#pragma once

#include "core/data/photoset.h"
#include "ui/gallery/thumbnailmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QSpinBox;

namespace convscope {

/// The photos of a folder to choose from: several at once, each a column of the board.
class GalleryPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostChosen = 12; ///< more columns than that cannot be compared

    explicit GalleryPanel(Lane &readers, QWidget *parent = nullptr);

    /// Photos that are selected and still there stay selected. While not all of a folder is `listed`, the
    /// photos found are shown, but have no index yet.
    void showPhotos(std::shared_ptr<const PhotoSet> set, const QStringList &classNames, bool listed = true);
    void setClassNames(const QStringList &classNames) { m_model->setClassNames(classNames); }

    /// The selected photos in the order of the folder, the first mostChosen of them.
    std::vector<PhotoRef> chosen() const;
    /// Selects these photos, or the first one where none of them is there.
    void choose(const std::vector<std::filesystem::path> &files);
    /// Lets the user type an index.
    void askIndex();

Q_SIGNALS:
    void chosenChanged();
    void splitAsked(const QString &split);

private:
    QWidget *makeHeader();
    void makeList();
    void showSplits(const PhotoSet &set);
    QList<int> rowsOf(const std::vector<std::filesystem::path> &files) const;
    void selectRows(const QList<int> &rows);
    void goToIndex();
    void updateCount();

    ThumbnailModel *m_model;
    QListView *m_list;
    QLabel *m_splitLabel;
    QComboBox *m_splits;
    QLabel *m_indexLabel;
    QSpinBox *m_index;
    QLabel *m_count;
    bool m_listed = true;
};

} // namespace convscope
