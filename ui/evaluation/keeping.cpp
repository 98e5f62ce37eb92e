#include "ui/evaluation/keeping.h"

#include "core/error.h"
#include "core/log.h"
#include "ui/present/results.h"

#include <QCryptographicHash>
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

} // namespace

std::string nameBelow(const PhotoSet &set, const PhotoRef &photo)
{
    const std::string &folder = set.folder.native();
    const std::string &file = photo.file.native();
    const bool below = !folder.empty() && file.size() > folder.size() && file.starts_with(folder)
        && file[folder.size()] == '/';
    return below ? file.substr(folder.size() + 1) : file;
}

fs::path keyFolder(const PhotoSet &set)
{
    std::error_code error;
    if (!set.folder.empty())
        return fs::absolute(set.folder, error).lexically_normal();
    QCryptographicHash names(QCryptographicHash::Sha256);
    for (const PhotoRef &photo : set.photos)
        names.addData(QByteArray::fromStdString(fs::absolute(photo.file, error).native()) + '\0');
    return names.result().toHex().toStdString();
}

KeptReading::KeptReading(NetworkSource source, QString networkHash, std::shared_ptr<const PhotoSet> set)
    : m_source(std::move(source))
    , m_set(std::move(set))
    , m_result{std::move(networkHash), {}, false}
{
}

bool KeptReading::step()
{
    const int photos = int(m_set->photos.size());
    if (m_result.networkHash.isEmpty())
        return hashNetwork();
    if (!m_read) {
        read();
        return !m_kept.empty();
    }
    for (const int end = std::min(photos, m_next + photosAStep); m_next < end; ++m_next)
        look(m_next);
    return m_next < photos;
}

/// Of the network that is open: the file is the same as when it was read.
bool KeptReading::hashNetwork()
{
    if (!m_source.stamp)
        return false;
    try {
        const QString hash = fileHash(m_source.file);
        if (stampOf(m_source.file) == m_source.stamp)
            m_result.networkHash = hash;
    } catch (const Error &error) {
        log::info(std::string("nothing is kept of a network that is gone: ") + error.what());
    }
    return !m_result.networkHash.isEmpty();
}

void KeptReading::read()
{
    m_read = true;
    for (KeptAnswer &answer : readKept({m_result.networkHash, m_source.asked, keyFolder(*m_set)})) {
        std::string photo = answer.photo;
        m_kept.insert_or_assign(std::move(photo), std::move(answer));
    }
}

/// Whether the photo is the one that was answered: by its stamp; where it was only copied or touched, by its
/// hash.
void KeptReading::look(int place)
{
    const PhotoRef &photo = m_set->photos[std::size_t(place)];
    const auto kept = m_kept.find(nameBelow(*m_set, photo));
    if (kept == m_kept.end())
        return;
    KeptAnswer &answer = kept->second;
    const std::optional<FileStamp> now = stampOf(photo.file);
    if (!now || now->size != answer.stamp.size)
        return;
    if (now->changed != answer.stamp.changed) {
        if (hashWhile(photo.file, *now) != answer.hash)
            return;
        answer.stamp = *now;
        m_result.touched = true;
    }
    m_result.answers.emplace_back(place, std::make_shared<const KeptAnswer>(std::move(answer)));
    m_kept.erase(kept);
}

Progress KeptReading::progress() const { return {m_next, int(m_set->photos.size())}; }

void keep(const KeptKey &key, const PhotoSet &set,
    const std::vector<std::shared_ptr<const KeptAnswer>> &answers, std::int64_t since)
{
    std::unordered_set<std::string> others;
    for (const PhotoRef &photo : set.photos)
        others.insert(nameBelow(set, photo));
    std::vector<KeptAnswer> all;
    for (std::size_t place = 0; place < answers.size(); ++place) {
        if (!answers[place])
            continue;
        KeptAnswer answer = *answers[place];
        if (answer.hash.isEmpty()) {
            const fs::path &file = set.photos[place].file;
            const std::optional<FileStamp> now = stampOf(file);
            if (!now || now->changed >= since)
                continue;
            answer.stamp = *now;
            answer.hash = hashWhile(file, *now);
        }
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
