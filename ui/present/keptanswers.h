#pragma once

#include "core/io/filestamp.h"
#include "core/network/network.h"
#include "core/network/prediction.h"

#include <QByteArray>
#include <QString>
#include <string>
#include <vector>

namespace convscope {

// What networks have said to photos is kept in the user's cache, so that the next start need not ask again:
// for each network a folder, in it a file for each folder of photos. A file is written whole or not at all;
// what cannot be read, or is of another network or format, counts as not there.

/// What a photo may be, and how probable that is.
struct ClassShare
{
    int label = 0;
    float probability = 0;

    bool operator==(const ClassShare &) const = default;
};

/// The most probable classes, the first one first: all where there are few, of a thousand so many as one
/// looks at.
std::vector<ClassShare> likeliest(const Prediction &said);

/// What a network has said to a photo, and how the photo is known again.
struct KeptAnswer
{
    std::string photo; ///< bytes of its path, below the folder
    FileStamp stamp; ///< of the file when it was read
    QByteArray hash; ///< SHA-256 of the photo's bytes; empty where nobody has worked it out
    std::vector<ClassShare> likeliest;

    bool operator==(const KeptAnswer &) const = default;
};

/// Of which network and which photos answers are kept.
struct KeptKey
{
    QString network; ///< SHA-256 of its file
    QString asked; ///< whatever else its answers depend on: how photos are prepared, precision, device
    std::filesystem::path folder; ///< of the photos

    bool operator==(const KeptKey &) const = default;
};

/// Where a network comes from, so that its answers can be kept; without a stamp they are not.
struct NetworkSource
{
    std::filesystem::path file;
    std::optional<FileStamp> stamp = {}; ///< of the file when it was read
    QString asked = {}; ///< as KeptKey has it
};

/// What a network's answers depend on besides its file, as KeptKey has it.
QString askedOf(const NetworkInfo &info);

constexpr const char *keptAnswersEnding = ".answers";

/// Where answers are kept; empty where there is no home.
std::filesystem::path keptFolder();
/// Of one network, by the SHA-256 of its file.
std::filesystem::path keptFolder(const QString &network, const QString &asked);
std::filesystem::path keptFile(const KeptKey &key);

/// None where there are none, or none that can be read.
std::vector<KeptAnswer> readKept(const KeptKey &key);

/// Makes room for it where all of them have become too large. Throws Error: CannotWrite.
void writeKept(const KeptKey &key, const std::vector<KeptAnswer> &answers);

/// For all files of answers together.
constexpr qint64 maxKeptBytes = 256 << 20;
/// Forgets the files that were used longest ago until the rest is not larger than that.
void shrinkKept(qint64 max);

struct KeptTotal
{
    int evaluations = 0;
    int comparisons = 0; ///< files of a method whose maps were measured
    qint64 bytes = 0;
};
KeptTotal keptTotal();
/// Throws Error: CannotWrite, of the first file or folder that stays; all others are deleted.
void forgetKept();

} // namespace convscope
