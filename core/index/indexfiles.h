#pragma once

#include "core/index/indexkey.h"
#include "core/index/tally.h"
#include "core/io/npyfile.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace convscope {

// The part of an index that holds some photos is a folder, which appears whole or not at all:
//
//   manifest.json      format, version, key, numbers, and the SHA-256 of each file but those of a row a photo
//   photos.txt         names of the photos, sorted, one a line; control characters and % as %XX
//   photos.npy         size, time of change, SHA-256, true class, prediction and its probability
//   top/LAYER.npy      filters × 128: the largest value of each photo, its photo (a line of photos.txt) and
//   place least/LAYER.npy    the same of the smallest values stats/LAYER.npy    a row a filter: sums, whole
//   numbers of 2^-64 in two words, the lower one first classes/LAYER.npy  classes × filters: sums of the
//   responses to the photos of a class products/LAYER.npy filters × filters: sums of products of responses
//   features.npy       photos × channels in half precision
//   values.npy         photos × (largest values, mean responses of all filters) in half precision
//
// LAYER is the layer's place among those that are looked at, from 0. docs/index.md is for those who read them
// with NumPy.

constexpr int indexFormat = 1;

/// Writes such a folder, in place of nothing: where one of this name is there already, that stays. Its bytes
/// have reached the disk when it returns. Throws Error: CannotWrite.
void writeTally(const std::filesystem::path &folder, const IndexKey &key, const IndexTally &tally);

/// A row of photos.npy.
struct PhotoRow
{
    std::uint64_t size;
    std::int64_t changed;
    std::array<std::uint8_t, 32> hash;
    std::int32_t label; ///< -1: not known
    std::int32_t predicted; ///< -1: not answered
    float confidence;
    std::int32_t failed;
};
static_assert(sizeof(PhotoRow) == 64);

/// What a manifest tells.
struct IndexManifest
{
    IndexKey key;
    std::int64_t photos = 0;
    std::int64_t counted = 0;
    std::int64_t gone = 0;
    std::map<int, std::int64_t> classPhotos;
    std::map<std::string, std::string> files; ///< by name below the folder, the SHA-256
    std::map<std::size_t, std::string> failures = {}; ///< by place of the photo, as ErrorKind is called
};

/// Throws Error: NoSuchFile, CannotRead, NotAnIndex, IndexDamaged, IndexTooNew.
IndexManifest readManifest(const std::filesystem::path &folder);

/// Reads such a folder, and makes sure that its files are those that were written and fit together and to
/// `filters`, the numbers of filters of the layers. Throws what readManifest() throws.
IndexTally readTally(
    const std::filesystem::path &folder, const IndexKey &key, const std::vector<std::size_t> &filters);

/// Makes sure that what is told of photos fits to the manifest. Throws Error: IndexDamaged.
void checkPhotos(
    std::span<const PhotoRow> rows, const IndexManifest &manifest, const std::filesystem::path &folder);

/// The names of the photos. Throws what readManifest() throws.
std::vector<std::string> readNames(const std::filesystem::path &folder, const IndexManifest &manifest);

/// An array of the folder, which is the one that was written. Throws what readManifest() throws.
MappedNpy readArray(const std::filesystem::path &folder, const IndexManifest &manifest,
    const std::string &name, const std::string &type, std::size_t elementSize, std::size_t axes);

/// A name as a line of photos.txt, and back.
std::string lineOf(const std::string &name);
std::string nameOf(const std::string &line);

/// NumPy's types of the arrays.
namespace indextypes {
constexpr const char *extreme = "[('value', '<f4'), ('photo', '<i4'), ('y', '<i2'), ('x', '<i2')]";
constexpr const char *totals =
    "[('mean', '<u8', (2,)), ('mean2', '<u8', (2,)), ('response', '<u8', (2,)), ('response2', '<u8', (2,)), "
    "('positive', '<u8', (2,)), ('alive', '<i8'), ('unused', '<i8')]";
constexpr const char *sum = "[('low', '<u8'), ('high', '<i8')]";
constexpr const char *half = "'<f2'";
constexpr const char *photo = "[('size', '<u8'), ('changed', '<i8'), ('sha256', 'V32'), ('label', '<i4'), "
                              "('predicted', '<i4'), ('confidence', '<f4'), ('failed', '<i4')]";
} // namespace indextypes

} // namespace convscope
