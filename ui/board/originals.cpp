#include "ui/board/originals.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

constexpr int budgetKiB = 256 * 1024;
constexpr int minKept = 2;
/// So that few sizes are asked for while one zooms; the last is more than any photo has.
constexpr std::array sides{512, 1024, 2048, 4096, 8192, 1 << 20};

QString keyOf(const PhotoRef &photo, int version, const InputDescription &input, int side)
{
    return QStringLiteral("%1 %2 ").arg(side).arg(version) + QString::fromStdString(preparationJson(input))
        + QString::fromLatin1(QByteArray::fromStdString(photo.file.string()));
}

} // namespace

Originals::Originals(Lane &readers, QObject *parent)
    : QObject(parent)
    , m_readers(readers)
    , m_requests(
          budgetKiB, [](const OriginalPhoto &photo) { return int(photo.image.pixels.size() / 1024); },
          [this](const QString &) { Q_EMIT changed(); }, [](const QString &) {}, minKept)
{
}

std::shared_ptr<const OriginalPhoto> Originals::ask(
    const PhotoRef &photo, int version, const InputDescription &input, int side)
{
    std::shared_ptr<const OriginalPhoto> best;
    for (const int each : sides) {
        const std::shared_ptr<const OriginalPhoto> one =
            m_requests.stateOf(keyOf(photo, version, input, each)).value;
        if (one)
            best = one;
        if (one && (each >= side || one->isWhole()))
            return one;
    }
    const int wanted = *std::lower_bound(sides.begin(), sides.end() - 1, side);
    const QString key = keyOf(photo, version, input, wanted);
    m_requests.keepOnly({key});
    m_requests.ask(key, [&](Replies<OriginalPhoto> replies) {
        return m_readers.call<OriginalPhoto>(
            {Urgency::Shown, {}},
            [file = photo.file, input, wanted] { return loadOriginal(file, input, wanted); },
            std::move(replies));
    });
    return best;
}

bool Originals::hasFailed(const PhotoRef &photo, int version, const InputDescription &input) const
{
    return std::any_of(sides.begin(), sides.end(),
        [&](int side) { return m_requests.stateOf(keyOf(photo, version, input, side)).error.has_value(); });
}

QImage imageOf(const std::shared_ptr<const OriginalPhoto> &photo)
{
    auto *held = new std::shared_ptr<const OriginalPhoto>(photo);
    return {photo->image.pixels.data(), photo->image.width, photo->image.height,
        qsizetype(photo->image.width) * 3, QImage::Format_RGB888,
        [](void *pointer) { delete static_cast<std::shared_ptr<const OriginalPhoto> *>(pointer); }, held};
}

} // namespace convscope
