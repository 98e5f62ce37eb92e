#pragma once

#include "core/data/originalphoto.h"
#include "core/explain/methods.h"
#include "ui/jobs/lane.h"
#include "ui/present/look.h"

#include <QImage>
#include <QObject>

namespace convscope {

/// An answer drawn into the photo at its own resolution, which takes longer than a window can wait. GUI
/// thread only.
class PhotoOverlay : public QObject
{
    Q_OBJECT
public:
    /// What is drawn, and into which photo.
    struct Wanted
    {
        std::filesystem::path file; ///< of the photo
        std::shared_ptr<const Answer> answer;
        std::shared_ptr<const OriginalPhoto> photo;
        Look look;
        std::optional<Range> scale; ///< that all photos share

        bool operator==(const Wanted &other) const
        {
            return file == other.file && answer == other.answer && photo == other.photo && look == other.look
                && scale == other.scale;
        }
    };

    /// `readers` draw and must outlive it.
    explicit PhotoOverlay(Lane &readers, QObject *parent = nullptr);

    /// As large as what the network sees of the photo; null while it is not drawn. An earlier one of the same
    /// photo stays until the new one is there.
    QImage ask(const Wanted &wanted);

Q_SIGNALS:
    void changed();

private:
    Lane &m_readers;
    Wanted m_wanted;
    QImage m_picture;
    JobHandle m_job;
};

} // namespace convscope
