#include "ui/evaluation/keeping.h"

#include "core/error.h"
#include "core/log.h"
#include "ui/present/results.h"

#include <algorithm>
#include <unordered_set>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr int photosAStep = 100;

QByteArray hashOf(const fs::path &file) { return QByteArray::fromHex(fileHash(file).toLatin1()); }

/// Empty where the file changes meanwhile, or cannot be read.
QByteArray hashWhile(const fs::path &file, const FileStamp &stamp)
{
    try {
        const QByteArray hash = hashOf(file);
        return stampOf(file) == stamp ? hash : QByteArray();
    } catch (const Error &) {
        return {};
    }
}

/// The answer, where the photo is still the one that was answered: by its stamp; where it was only copied or
/// touched, by its hash, and with the new stamp then. Else null.
std::shared_ptr<const KeptAnswer> holding(
    const std::shared_ptr<const KeptAnswer> &answer, const fs::path &photo, const FileStamp &now)
{
    if (answer->stamp == now)
        return answer;
    if (answer->hash.isEmpty() || answer->stamp.size != now.size || hashWhile(photo, now) != answer->hash)
        return {};
    KeptAnswer touched = *answer;
    touched.stamp = now;
    return std::make_shared<const KeptAnswer>(std::move(touched));
}

} // namespace

KeptReading::KeptReading(
    NetworkSource source, QString networkHash, std::shared_ptr<const PhotoSet> set, Told known)
    : m_source(std::move(source))
    , m_set(std::move(set))
    , m_known(std::move(known))
    , m_result{std::move(networkHash), {}, {}, false}
{
}

bool KeptReading::step()
{
    const int photos = int(m_set->photos.size());
    switch (m_step) {
    case Next::Network:
        hashNetwork();
        m_step = Next::Disk;
        return true;
    case Next::Disk:
        read();
        m_step = Next::Photos;
        return true;
    case Next::Photos:
        for (const int end = std::min(photos, m_next + photosAStep); m_next < end; ++m_next)
            look(m_next);
    }
    return m_next < photos;
}

/// Of the network that is open: the file is the same as when it was read.
void KeptReading::hashNetwork()
{
    if (!m_source.stamp || !m_result.networkHash.isEmpty())
        return;
    try {
        const QString hash = fileHash(m_source.file);
        if (stampOf(m_source.file) == m_source.stamp)
            m_result.networkHash = hash;
    } catch (const Error &error) {
        log::info(std::string("nothing is kept of a network that is gone: ") + error.what());
    }
}

void KeptReading::read()
{
    if (m_result.networkHash.isEmpty())
        return;
    for (KeptAnswer &answer : readKept({m_result.networkHash, m_source.asked, keyFolder(*m_set)})) {
        auto kept = std::make_shared<const KeptAnswer>(std::move(answer));
        m_kept.insert_or_assign(kept->photo, kept);
    }
}

/// Where the system tells nothing of a photo, as while its share is away, what is known stays.
void KeptReading::look(int place)
{
    const PhotoRef &photo = m_set->photos[std::size_t(place)];
    const auto &known = m_known[std::size_t(place)];
    const auto found = m_kept.find(nameBelow(*m_set, photo));
    if (!known && found == m_kept.end())
        return;
    const std::optional<FileStamp> now = stampOf(photo.file);
    if (!now)
        return;
    auto holds = known ? holding(known, photo.file, *now) : nullptr;
    if (known && holds == known)
        return;
    if (known)
        m_result.gone.emplace_back(place, known);
    if (!holds && found != m_kept.end())
        holds = holding(found->second, photo.file, *now);
    if (!holds)
        return;
    m_result.touched = m_result.touched || found == m_kept.end() || holds != found->second;
    m_result.answers.emplace_back(place, std::move(holds));
}

Progress KeptReading::progress() const { return {m_next, int(m_set->photos.size())}; }

void keep(const KeptKey &key, const PhotoSet &set, const Told &answers)
{
    std::unordered_set<std::string> others;
    for (const PhotoRef &photo : set.photos)
        others.insert(nameBelow(set, photo));
    std::vector<KeptAnswer> all;
    for (std::size_t place = 0; place < answers.size(); ++place) {
        if (!answers[place])
            continue;
        KeptAnswer answer = *answers[place];
        const fs::path &file = set.photos[place].file;
        if (answer.hash.isEmpty() && stampOf(file) == answer.stamp)
            answer.hash = hashWhile(file, answer.stamp);
        if (answer.hash.isEmpty())
            continue;
        others.erase(answer.photo);
        all.push_back(std::move(answer));
    }
    for (KeptAnswer &kept : readKept(key)) {
        if (others.erase(kept.photo) > 0)
            all.push_back(std::move(kept));
    }
    if (!all.empty())
        writeKept(key, all);
}

} // namespace convscope
