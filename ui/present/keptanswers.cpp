#include "ui/present/keptanswers.h"

#include "core/data/input.h"
#include "core/error.h"
#include "core/explain/comparisonstore.h"
#include "core/io/npy.h"
#include "core/log.h"
#include "core/runtime.h"
#include "ui/present/paths.h"
#include "ui/present/wholefile.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace convscope {

namespace fs = std::filesystem;

namespace {

// A line of JSON that tells what the file is; the answers; and the SHA-256 of all that, which a file that was
// cut or changed does not have.

constexpr auto formatName = "convscope-answers";
constexpr int formatVersion = 1; // also one more where networks are asked in another way
constexpr auto ending = ".answers";
constexpr int maxShares = 16;
constexpr qint64 largestFile = 128 << 20;
constexpr qsizetype hashSize = 32;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Short enough for any file system; long enough to be the only one.
QString nameFor(const QByteArray &what) { return QString::fromLatin1(sha256(what).toHex().left(32)); }

QByteArray networkOf(const QString &network, const QString &asked)
{
    return network.toUtf8() + '\0' + asked.toUtf8();
}

QByteArray identityOf(const KeptKey &key)
{
    const QByteArray all =
        networkOf(key.network, key.asked) + '\0' + QByteArray::fromStdString(key.folder.native());
    return sha256(all).toHex();
}

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

QByteArray headerOf(const KeptKey &key, std::size_t answers)
{
    const QJsonObject header{{QStringLiteral("format"), QLatin1String(formatName)},
        {QStringLiteral("version"), formatVersion},
        {QStringLiteral("program"), QString::fromStdString(version())},
        {QStringLiteral("key"), QLatin1String(identityOf(key))}, {QStringLiteral("network"), key.network},
        {QStringLiteral("asked"), key.asked}, {QStringLiteral("folder"), displayText(key.folder)},
        {QStringLiteral("answers"), qint64(answers)}};
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n';
}

void write(QDataStream &stream, const KeptAnswer &answer)
{
    stream << QByteArray::fromStdString(answer.photo) << quint64(answer.stamp.size)
           << qint64(answer.stamp.changed) << answer.hash << quint8(answer.likeliest.size());
    for (const ClassShare &share : answer.likeliest)
        stream << qint32(share.label) << share.probability;
}

KeptAnswer readAnswer(QDataStream &stream)
{
    QByteArray photo;
    quint64 size = 0;
    qint64 changed = 0;
    quint8 shares = 0;
    KeptAnswer answer;
    stream >> photo >> size >> changed >> answer.hash >> shares;
    answer.photo = photo.toStdString();
    answer.stamp = {size, changed};
    for (int i = 0; i < shares && stream.status() == QDataStream::Ok; ++i) {
        qint32 label = 0;
        ClassShare share;
        stream >> label >> share.probability;
        share.label = label;
        answer.likeliest.push_back(share);
    }
    return answer;
}

/// Nothing where these are not the answers of that key, whole.
std::vector<KeptAnswer> parse(const QByteArray &bytes, const KeptKey &key)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype body = bytes.size() - hashSize;
    if (end < 0 || body <= end || sha256(bytes.left(body)) != bytes.mid(body))
        return {};
    const QJsonObject header = QJsonDocument::fromJson(bytes.left(end)).object();
    if (header[QStringLiteral("format")].toString() != QLatin1String(formatName)
        || header[QStringLiteral("version")].toInt() != formatVersion
        || header[QStringLiteral("key")].toString() != QLatin1String(identityOf(key)))
        return {};
    QDataStream stream(bytes.mid(end + 1, body - end - 1));
    prepare(stream);
    std::vector<KeptAnswer> answers;
    while (!stream.atEnd()) {
        answers.push_back(readAnswer(stream));
        if (stream.status() != QDataStream::Ok || answers.back().likeliest.empty())
            return {};
    }
    return answers;
}

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

bool isAnswers(const Found &each) { return each.file.extension() == ending; }
bool isComparison(const Found &each) { return each.file.extension() == ComparisonStore::ending; }
bool isKept(const Found &each) { return isAnswers(each) || isComparison(each); }

/// Begun by a program that was killed, if nothing has happened to it for so long.
bool isLeftOver(const Found &each)
{
    return each.file.filename().native().starts_with(".convscope-")
        && fs::file_time_type::clock::now() - each.used > std::chrono::hours(1);
}

} // namespace

std::vector<ClassShare> likeliest(const Prediction &said)
{
    std::vector<ClassShare> shares;
    for (const int label : said.top(maxShares))
        shares.push_back({label, float(said.probabilities[std::size_t(label)])});
    return shares;
}

namespace {

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
    return all.empty() ? all : all / nameFor(networkOf(network, asked)).toStdString();
}

fs::path keptFile(const KeptKey &key)
{
    const fs::path folder = keptFolder(key.network, key.asked);
    if (folder.empty())
        return folder;
    const QString photos = nameFor(QByteArray::fromStdString(key.folder.native()));
    return folder / (photos.toStdString() + ending);
}

std::vector<KeptAnswer> readKept(const KeptKey &key)
{
    const fs::path file = keptFile(key);
    std::error_code ignored;
    if (file.empty() || !fs::exists(file, ignored))
        return {};
    try {
        std::vector<KeptAnswer> answers = parse(wholeFile(file, largestFile), key);
        if (answers.empty())
            log::warning("not the answers that are kept there: " + file.string());
        fs::last_write_time(file, fs::file_time_type::clock::now(), ignored); // used just now
        return answers;
    } catch (const Error &error) {
        log::warning(std::string("kept answers cannot be read: ") + error.what());
        return {};
    }
}

void writeKept(const KeptKey &key, const std::vector<KeptAnswer> &answers)
{
    const fs::path file = keptFile(key);
    if (file.empty())
        return;
    QByteArray bytes = headerOf(key, answers.size());
    {
        QDataStream stream(&bytes, QIODevice::Append);
        prepare(stream);
        for (const KeptAnswer &answer : answers)
            write(stream, answer);
    }
    bytes += sha256(bytes);
    std::error_code ignored; // writeFile says what is wrong with the folder
    fs::create_directories(file.parent_path(), ignored);
    writeFile(file, bytes.toStdString());
    shrinkKept(maxKeptBytes);
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
