#include "ui/evaluation/askingrun.h"

#include "core/data/photo.h"
#include "core/error.h"
#include "core/log.h"
#include "core/network/prediction.h"
#include "ui/evaluation/keeping.h"
#include "ui/present/results.h"

#include <utility>

namespace convscope {

namespace {

/// Stamp and hash are only told of a file that stays the same while it is read.
std::shared_ptr<const KeptAnswer> answerTo(const Network &network, const PhotoSet &set, const PhotoRef &photo,
    const std::optional<FileStamp> &before)
{
    KeptAnswer answer;
    answer.photo = nameBelow(set, photo);
    answer.likeliest = likeliest(predict(network, loadPhoto(photo, network.info().input).input));
    const QByteArray hash = QByteArray::fromHex(fileHash(photo.file).toLatin1());
    if (before && stampOf(photo.file) == before) {
        answer.stamp = *before;
        answer.hash = hash;
    }
    return std::make_shared<const KeptAnswer>(std::move(answer));
}

} // namespace

void AnswerBox::post(Asked asked)
{
    const std::lock_guard lock(m_mutex);
    m_asked.push_back(std::move(asked));
}

std::vector<Asked> AnswerBox::fetch()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_asked, {});
}

AskingRun::AskingRun(std::shared_ptr<const Network> network, std::shared_ptr<const PhotoSet> set,
    std::vector<int> places, std::shared_ptr<AnswerBox> box)
    : m_network(std::move(network))
    , m_set(std::move(set))
    , m_places(std::move(places))
    , m_box(std::move(box))
{
}

bool AskingRun::step()
{
    if (m_next == m_places.size())
        return false;
    const int place = m_places[m_next++];
    const PhotoRef &photo = m_set->photos[std::size_t(place)];
    const FileSight before = sightOf(photo.file);
    Asked asked{place, before.at};
    try {
        asked.answer = answerTo(*m_network, *m_set, photo, before.stamp);
    } catch (const Error &error) {
        asked.error = error.about(photo.file);
        log::info("no answer about " + photo.file.string() + ": " + error.what());
    }
    m_box->post(std::move(asked));
    return m_next < m_places.size();
}

Progress AskingRun::progress() const
{
    const auto all = int(m_set->photos.size());
    return {all - int(m_places.size() - m_next), all};
}

} // namespace convscope
