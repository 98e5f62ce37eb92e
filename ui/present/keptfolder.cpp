#include "ui/present/keptanswers.h"

#include "core/data/input.h"
#include "core/error.h"
#include "core/explain/comparisonstore.h"
#include "core/io/sha256.h"
#include "ui/present/paths.h"

#include <algorithm>

namespace convscope {

namespace fs = std::filesystem;

namespace {

struct Found
{
    fs::path file;
    fs::file_time_type used;
    qint64 size = 0;
};

/// What lies where answers are kept. Another program may take it away meanwhile. `error` says why there may
/// be more, as of a folder that must not be read.
std::vector<Found> found(std::error_code &error)
{
    std::vector<Found> all;
    for (fs::recursive_directory_iterator at(keptFolder(), error), end; !error && at != end;
         at.increment(error)) {
        std::error_code gone;
        if (!at->is_regular_file(gone))
            continue;
        const fs::file_time_type used = at->last_write_time(gone);
        const auto size = at->file_size(gone);
        if (!gone)
            all.push_back({at->path(), used, qint64(size)});
    }
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        error.clear(); // nothing lies there
    return all;
}

std::vector<Found> found()
{
    std::error_code ignored;
    return found(ignored);
}

bool isAnswers(const Found &each) { return each.file.extension() == keptAnswersEnding; }
bool isComparison(const Found &each) { return each.file.extension() == ComparisonStore::ending; }
bool isKept(const Found &each) { return isAnswers(each) || isComparison(each); }

/// Begun by a program that was killed, if nothing has happened to it for so long.
bool isLeftOver(const Found &each)
{
    return each.file.filename().native().starts_with(".convscope-")
        && fs::file_time_type::clock::now() - each.used > std::chrono::hours(1);
}

/// Short enough for any file system; long enough to be the only one.
std::string nameFor(const std::string &what) { return sha256Of(what).substr(0, 32); }

std::string networkOf(const QString &network, const QString &asked)
{
    return network.toStdString() + '\0' + asked.toStdString();
}

/// The network's hash tells nothing of the weights that lie beside its file.
QString stampsOf(const std::vector<fs::path> &files)
{
    QString stamps;
    for (const fs::path &file : files) {
        const FileStamp stamp = stampOf(file).value_or(FileStamp());
        stamps += QStringLiteral(" %1-%2").arg(stamp.size).arg(stamp.changed);
    }
    return stamps;
}

} // namespace

QString askedOf(const NetworkInfo &info)
{
    return QStringLiteral("%1 %2 %3 ")
               .arg(QLatin1String(name(info.precision)), QString::fromStdString(info.device),
                   QString::fromStdString(info.output))
        + QString::fromStdString(preparationJson(info.input)) + stampsOf(info.dataFiles);
}

fs::path keptFolder()
{
    const fs::path cache = cacheFolder();
    return cache.empty() ? cache : cache / "answers";
}

fs::path keptFolder(const QString &network, const QString &asked)
{
    const fs::path all = keptFolder();
    return all.empty() ? all : all / nameFor(networkOf(network, asked));
}

fs::path keptFile(const KeptKey &key)
{
    const fs::path folder = keptFolder(key.network, key.asked);
    if (folder.empty())
        return folder;
    return folder / (nameFor(key.folder.native()) + keptAnswersEnding);
}

void shrinkKept(qint64 max)
{
    std::vector<Found> files = found();
    std::ranges::sort(files, std::greater(), &Found::used);
    qint64 total = 0;
    for (const Found &each : files) {
        std::error_code ignored;
        if (isLeftOver(each)) {
            fs::remove(each.file, ignored);
        } else if (isKept(each)) {
            total += each.size;
            if (total > max)
                fs::remove(each.file, ignored);
        }
    }
}

KeptTotal keptTotal()
{
    KeptTotal total;
    for (const Found &each : found()) {
        total.evaluations += isAnswers(each);
        total.comparisons += isComparison(each);
        total.bytes += isKept(each) ? each.size : 0;
    }
    return total;
}

/// Only what the program itself has put there.
void forgetKept()
{
    std::error_code problem;
    fs::path stays = keptFolder();
    for (const Found &each : found(problem)) {
        if (!isKept(each) && !isLeftOver(each))
            continue;
        std::error_code why;
        fs::remove(each.file, why);
        if (why && !problem) {
            problem = why;
            stays = each.file;
        }
        std::error_code ignored;
        fs::remove(each.file.parent_path(), ignored); // once it is empty
    }
    if (problem)
        throw Error(ErrorKind::CannotWrite, stays, {problem.message()});
}

} // namespace convscope
