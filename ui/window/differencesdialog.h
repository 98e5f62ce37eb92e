#pragma once

#include "core/explain/disagreement.h"

#include <QDialog>
#include <QStringList>
#include <memory>

class QTreeWidget;
class QTreeWidgetItem;

namespace convscope {

/// What two networks said to the photos of a folder.
struct DifferingPhotos
{
    std::shared_ptr<const PhotoSet> set;
    ComparedEvaluations found;
    QStringList firstNames; ///< of the classes of A
    QStringList secondNames; ///< of the classes of B
};

/// How often two networks are right, and the photos to which they say different classes.
class DifferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DifferencesDialog(DifferingPhotos compared, QWidget *parent);

    QString summary() const;

Q_SIGNALS:
    /// To be put on the board.
    void photoAsked(const PhotoRef &photo);

private:
    QTreeWidget *makeList();
    QTreeWidgetItem *lineOf(const DisagreedPhoto &photo) const;

    DifferingPhotos m_compared;
};

} // namespace convscope
