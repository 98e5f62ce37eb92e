#pragma once

#include "core/data/originalphoto.h"
#include "core/data/photoset.h"
#include "ui/board/requestcache.h"

#include <QImage>
#include <QObject>

namespace convscope {

/// Photos at their own resolution for the screen: read on other threads, only as large as they are shown, a
/// few kept. GUI thread only.
class Originals : public QObject
{
    Q_OBJECT
public:
    /// `readers` must outlive it.
    explicit Originals(Lane &readers, QObject *parent = nullptr);

    /// The photo as large as it is known, null where it is not; a larger one is asked for where `side` pixels
    /// of its longer side are wanted.
    /// `version` is another one once the file has been replaced.
    std::shared_ptr<const OriginalPhoto> ask(
        const PhotoRef &photo, int version, const InputDescription &input, int side);
    /// Whether that photo could not be read.
    bool hasFailed(const PhotoRef &photo, int version, const InputDescription &input) const;

Q_SIGNALS:
    void changed();

private:
    Lane &m_readers;
    RequestCache<OriginalPhoto> m_requests;
};

/// Shares the photo's pixels.
QImage imageOf(const std::shared_ptr<const OriginalPhoto> &photo);

} // namespace convscope
