#pragma once

#include "core/data/photoset.h"

#include <QDialog>
#include <QStringList>

class QStandardItemModel;
class QTableWidget;

namespace convscope {

/// For each class of a folder, the class of the network that is meant, or none.
class LabelMapDialog : public QDialog
{
    Q_OBJECT
public:
    /// `question` is what the labels of `set` answer. `classNames` are the network's.
    LabelMapDialog(const PhotoSet &set, LabelQuestion question, const QStringList &classNames,
        QWidget *parent = nullptr);

    /// With what was mapped before of classes that this set has not.
    LabelMap map() const;

private:
    void addRow(const std::string &ownClass, int photos, std::optional<int> label);
    std::string meant(int label) const;

    LabelQuestion m_question;
    ClassFinder m_finder; ///< of what is named in a map
    std::vector<std::string> m_own; ///< by row
    QStandardItemModel *m_classes; ///< what each row offers: none, and then the network's
    QTableWidget *m_table;
    bool m_isCleared = false;
};

} // namespace convscope
