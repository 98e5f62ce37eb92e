#pragma once

#include "ui/comparison/comparer.h"
#include "ui/jobs/lane.h"

#include <QHash>
#include <QPixmap>
#include <QWidget>

class QLabel;
class QListWidget;

namespace convscope {

/// The photos on which a map was best by a measure, and those on which it was worst. A click or Enter asks
/// for one.
class ExtremePhotos : public QWidget
{
    Q_OBJECT
public:
    static constexpr int count = 6; ///< of each

    /// `readers` must outlive it.
    explicit ExtremePhotos(Lane &readers, QWidget *parent = nullptr);

    /// Null: nothing.
    void show(const std::shared_ptr<const Comparer::State> &state, std::size_t map, std::size_t measure);

Q_SIGNALS:
    void photoAsked(std::size_t place);

private:
    QListWidget *makeList(const char *name, const QString &accessibleName);
    void fill(QListWidget &list, const Comparer::State &state, std::size_t map, std::size_t measure,
        const std::vector<std::size_t> &places);
    void readPictures();
    void showPictures();

    Lane &m_readers;
    QLabel *m_bestTitle;
    QLabel *m_worstTitle;
    QListWidget *m_best;
    QListWidget *m_worst;
    QHash<QString, QPixmap> m_pictures; ///< by the bytes of the photo's file
    JobHandle m_reading;
};

} // namespace convscope
