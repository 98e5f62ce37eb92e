#include "ui/board/photooverlay.h"

#include "ui/present/pictures.h"

namespace convscope {

PhotoOverlay::PhotoOverlay(Lane &readers, QObject *parent)
    : QObject(parent)
    , m_readers(readers)
{
}

QImage PhotoOverlay::ask(const Wanted &wanted)
{
    if (m_wanted == wanted)
        return m_picture;
    if (m_wanted.file != wanted.file)
        m_picture = {};
    m_wanted = wanted;
    m_job = m_readers.call<QImage>({Urgency::Shown, {}},
        [wanted] {
            return picture(
                *wanted.answer, cutOut(wanted.photo->image, wanted.photo->seen), wanted.look, wanted.scale);
        },
        {
            .done =
                [this](const QImage &drawn) {
                    m_picture = drawn;
                    Q_EMIT changed();
                },
            .failed = [](const Error &) {},
        });
    return m_picture;
}

} // namespace convscope
