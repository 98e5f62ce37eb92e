#include "ui/present/keptanswers.h"

#include "core/error.h"
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

namespace convscope {

namespace fs = std::filesystem;

namespace {

// A line of JSON that tells what the file is; the answers; and the SHA-256 of all that, which a file that was
// cut or changed does not have.

constexpr auto formatName = "convscope-answers";
constexpr int formatVersion = 1; // also one more where networks are asked in another way
constexpr int maxShares = 16;
constexpr qint64 largestFile = 128 << 20;
constexpr qsizetype hashSize = 32;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray identityOf(const KeptKey &key)
{
    const QByteArray all = key.network.toUtf8() + '\0' + key.asked.toUtf8() + '\0'
        + QByteArray::fromStdString(key.folder.native());
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

} // namespace

std::vector<ClassShare> likeliest(const Prediction &said)
{
    std::vector<ClassShare> shares;
    for (const int label : said.top(maxShares))
        shares.push_back({label, float(said.probabilities[std::size_t(label)])});
    return shares;
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

} // namespace convscope
