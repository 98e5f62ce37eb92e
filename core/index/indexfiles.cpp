#include "core/index/indexfiles.h"

#include "core/error.h"
#include "core/internal/indexdamaged.h"
#include "core/internal/readfile.h"
#include "core/internal/sealedjson.h"
#include "core/io/npy.h"
#include "core/io/sha256.h"

#include <charconv>
#include <cstring>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <system_error>

namespace convscope {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char *formatName = "convscope-index";
constexpr const char *manifestFile = "manifest.json";
constexpr const char *namesFile = "photos.txt";
constexpr const char *photosFile = "photos.npy";
constexpr const char *featuresFile = "features.npy";
constexpr const char *valuesFile = "values.npy";

std::string fileOf(const char *what, std::size_t layer)
{
    return std::string(what) + '/' + std::to_string(layer) + ".npy";
}

std::string sha256(const std::string &bytes)
{
    Sha256 sum;
    sum.add({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    return hexText(sum.digest());
}

/// Elements behind a header.
template <typename Value>
std::string arrayBytes(
    const std::string &type, const std::vector<std::int64_t> &shape, const std::vector<Value> &values)
{
    std::string bytes = npyHeader(type, shape);
    bytes.append(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(Value));
    return bytes;
}

std::string bytesOf(const std::vector<ExtremeList> &lists)
{
    std::vector<Extreme> all(lists.size() * keptExtremes);
    for (std::size_t i = 0; i < lists.size(); ++i)
        std::copy(
            lists[i].entries.begin(), lists[i].entries.end(), all.begin() + std::ptrdiff_t(i * keptExtremes));
    return arrayBytes(indextypes::extreme, {std::int64_t(lists.size()), std::int64_t(keptExtremes)}, all);
}

std::string bytesOf(const HalfRows &rows)
{
    const auto width = std::int64_t(rows.width);
    return arrayBytes(
        indextypes::half, {width == 0 ? 0 : std::int64_t(rows.values.size()) / width, width}, rows.values);
}

std::string photoBytes(const std::vector<IndexedPhoto> &photos)
{
    std::vector<PhotoRow> rows;
    for (const IndexedPhoto &photo : photos)
        rows.push_back({photo.stamp.size, photo.stamp.changed, photo.hash, photo.label.value_or(-1),
            photo.predicted, photo.confidence, !photo.isAnswered()});
    return arrayBytes(indextypes::photo, {std::int64_t(rows.size())}, rows);
}

json keyJson(const IndexKey &key)
{
    return {
        {"network", key.network}, {"asked", key.asked}, {"layers", key.layers}, {"features", key.features}};
}

/// Writes files into a folder, and knows their sums.
class FolderWriter
{
public:
    explicit FolderWriter(fs::path folder)
        : m_folder(std::move(folder))
    {
    }

    void write(const std::string &name, const std::string &bytes, bool isSummed = true)
    {
        const fs::path file = m_folder / name;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error)
            throw Error(ErrorKind::CannotWrite, file, {error.message()});
        writeFileForGood(file, bytes);
        if (isSummed)
            m_sums[name] = sha256(bytes);
    }

    const std::map<std::string, std::string> &sums() const { return m_sums; }

private:
    fs::path m_folder;
    std::map<std::string, std::string> m_sums;
};

void writeInto(const fs::path &folder, const IndexKey &key, const IndexTally &tally)
{
    FolderWriter files(folder);
    std::string names;
    json failures = json::array();
    for (std::size_t place = 0; place < tally.photos.size(); ++place) {
        names += lineOf(tally.photos[place].name) + '\n';
        if (!tally.photos[place].isAnswered())
            failures.push_back({place, tally.photos[place].failure});
    }
    files.write(namesFile, names);
    files.write(photosFile, photoBytes(tally.photos));
    for (std::size_t l = 0; l < tally.layers.size(); ++l) {
        const LayerTally &layer = tally.layers[l];
        const auto filters = std::int64_t(layer.totals.size());
        files.write(fileOf("top", l), bytesOf(layer.most));
        files.write(fileOf("least", l), bytesOf(layer.least));
        files.write(fileOf("stats", l), arrayBytes(indextypes::totals, {filters}, layer.totals));
        std::vector<ExactSum> classes;
        for (const auto &[label, sums] : layer.classes)
            classes.insert(classes.end(), sums.begin(), sums.end());
        files.write(fileOf("classes", l),
            arrayBytes(indextypes::sum, {std::int64_t(layer.classes.size()), filters}, classes));
        const std::int64_t side = layer.products.empty() ? 0 : filters;
        files.write(fileOf("products", l), arrayBytes(indextypes::sum, {side, side}, layer.products));
    }
    files.write(featuresFile, bytesOf(tally.features), /*isSummed=*/false);
    files.write(valuesFile, bytesOf(tally.values), /*isSummed=*/false);
    json classes = json::array();
    for (const auto &[label, count] : tally.classPhotos)
        classes.push_back({label, count});
    const json manifest = {{"format", formatName}, {"version", indexFormat}, {"key", keyJson(key)},
        {"photos", tally.photos.size()}, {"counted", tally.counted}, {"gone", tally.gone},
        {"classes", classes}, {"failures", failures}, {"files", files.sums()}};
    files.write(manifestFile, sealed(manifest), /*isSummed=*/false);
}

} // namespace

void writeTally(const fs::path &folder, const IndexKey &key, const IndexTally &tally)
{
    thread_local std::mt19937_64 random{std::random_device{}()};
    const fs::path beside = folder.parent_path() / (".convscope-" + std::to_string(random()));
    std::error_code error;
    try {
        fs::create_directories(beside, error);
        if (error)
            throw Error(ErrorKind::CannotWrite, beside, {error.message()});
        writeInto(beside, key, tally);
        for (const auto &entry : fs::directory_iterator(beside, error)) {
            if (entry.is_directory(error))
                syncFolder(entry.path());
        }
        syncFolder(beside);
        fs::rename(beside, folder, error);
        if (error && !fs::exists(folder / manifestFile))
            throw Error(ErrorKind::CannotWrite, folder, {error.message()});
        syncFolder(folder.parent_path());
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(beside, ignored);
        throw;
    }
    fs::remove_all(beside, error); // where another program was quicker
}

namespace {

/// Whether the numbers fit to each other: photos that are there were counted, or failed.
bool fitsTogether(const IndexManifest &told)
{
    const auto failed = std::int64_t(told.failures.size());
    const bool arePhotos = told.photos >= 0 && told.photos <= std::numeric_limits<std::int32_t>::max()
        && failed <= told.photos && told.gone >= 0 && told.gone <= told.counted
        && told.counted - told.gone == told.photos - failed;
    std::int64_t ofClasses = 0;
    for (const auto &[label, count] : told.classPhotos) {
        if (label < 0 || count <= 0 || count > told.counted - ofClasses)
            return false;
        ofClasses += count;
    }
    return arePhotos && std::ranges::all_of(told.failures, [&](const auto &failure) {
        return std::int64_t(failure.first) < told.photos && !failure.second.empty();
    });
}

} // namespace

IndexManifest readManifest(const fs::path &folder)
{
    const fs::path file = folder / manifestFile;
    const std::vector<std::uint8_t> bytes = readFile(file);
    try {
        const json manifest = json::parse(bytes.begin(), bytes.end());
        if (!manifest.is_object() || manifest.value("format", "") != formatName)
            throw Error(ErrorKind::NotAnIndex, folder);
        if (const int version = manifest.at("version"); version > indexFormat)
            throw Error(ErrorKind::IndexTooNew, file, {std::to_string(version), std::to_string(indexFormat)});
        checkSeal(manifest, file);
        IndexManifest result;
        const json &key = manifest.at("key");
        result.key = {key.at("network"), key.at("asked"), key.at("layers"), key.at("features")};
        result.photos = manifest.at("photos");
        result.counted = manifest.at("counted");
        result.gone = manifest.at("gone");
        for (const json &each : manifest.at("classes"))
            result.classPhotos[each.at(0)] = each.at(1);
        for (const json &each : manifest.at("failures"))
            result.failures[each.at(0)] = each.at(1);
        result.files = manifest.at("files").get<std::map<std::string, std::string>>();
        if (!fitsTogether(result))
            throwDamaged(file);
        return result;
    } catch (const json::exception &) {
        throwDamaged(file);
    }
}

namespace {

/// What the manifest tells of a file holds.
void verify(const fs::path &folder, const IndexManifest &manifest, const std::string &name)
{
    if (name == featuresFile || name == valuesFile)
        return; // too large to be looked through
    const auto sum = manifest.files.find(name);
    if (sum == manifest.files.end() || sha256OfRegularFile(folder / name) != sum->second)
        throwDamaged(folder / name);
}

} // namespace

MappedNpy readArray(const fs::path &folder, const IndexManifest &manifest, const std::string &name,
    const std::string &type, std::size_t elementSize, std::size_t axes)
{
    verify(folder, manifest, name);
    return {folder / name, type, elementSize, axes};
}

std::vector<std::string> readNames(const fs::path &folder, const IndexManifest &manifest)
{
    const fs::path file = folder / namesFile;
    verify(folder, manifest, namesFile);
    std::vector<std::string> names;
    if (manifest.photos == 0)
        return names;
    const std::vector<std::uint8_t> bytes = readFile(file);
    names.reserve(std::size_t(std::clamp<std::int64_t>(manifest.photos, 0, std::int64_t(bytes.size()))));
    for (auto at = bytes.begin(); at != bytes.end();) {
        const auto end = std::find(at, bytes.end(), std::uint8_t('\n'));
        if (end == bytes.end())
            throwDamaged(file);
        names.push_back(nameOf(std::string(at, end)));
        at = end + 1;
    }
    const bool areSorted = std::ranges::adjacent_find(names, std::ranges::greater_equal()) == names.end();
    if (std::int64_t(names.size()) != manifest.photos || !areSorted)
        throwDamaged(file);
    return names;
}

void checkPhotos(std::span<const PhotoRow> rows, const IndexManifest &manifest, const fs::path &folder)
{
    bool isSound = std::int64_t(rows.size()) == manifest.photos;
    for (std::size_t i = 0; i < rows.size() && isSound; ++i) {
        const PhotoRow &row = rows[i];
        const bool isAnswered = !manifest.failures.contains(i);
        const bool isCounted = row.label < 0 || manifest.classPhotos.contains(row.label);
        isSound = row.label >= -1 && row.predicted >= (isAnswered ? 0 : -1) && (row.failed == 0) == isAnswered
            && (isCounted || !isAnswered) && row.confidence >= 0 && row.confidence <= 1.01F;
    }
    if (!isSound)
        throwDamaged(folder / photosFile);
}

namespace {

/// Reads the parts of a folder, each of which must fit to the others.
class TallyReader
{
public:
    TallyReader(const fs::path &folder, const std::vector<std::size_t> &filters)
        : m_folder(folder)
        , m_filters(filters)
        , m_manifest(readManifest(folder))
    {
    }

    const IndexManifest &manifest() const { return m_manifest; }

    IndexTally read()
    {
        IndexTally tally;
        tally.counted = m_manifest.counted;
        tally.gone = m_manifest.gone;
        tally.classPhotos = m_manifest.classPhotos;
        readPhotos(tally);
        for (std::size_t layer = 0; layer < m_manifest.key.layers.size(); ++layer)
            tally.layers.push_back(readLayer(layer));
        tally.features = readRows(featuresFile);
        tally.values = readRows(valuesFile);
        if (tally.values.width != 0 && tally.values.width != valuesWidth(m_filters))
            throwDamaged(m_folder / valuesFile);
        return tally;
    }

private:
    MappedNpy array(const std::string &name, const char *type, std::size_t size, std::size_t axes) const
    {
        return readArray(m_folder, m_manifest, name, type, size, axes);
    }

    void readPhotos(IndexTally &tally)
    {
        std::vector<std::string> names = readNames(m_folder, m_manifest);
        const MappedNpy photos = array(photosFile, indextypes::photo, sizeof(PhotoRow), 1);
        const auto rows = photos.values<PhotoRow>();
        checkPhotos(rows, m_manifest, m_folder);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const PhotoRow &row = rows[i];
            IndexedPhoto photo{
                std::move(names[i]), {row.size, row.changed}, row.hash, {}, row.predicted, row.confidence};
            if (row.label >= 0)
                photo.label = row.label;
            if (const auto failure = m_manifest.failures.find(i); failure != m_manifest.failures.end())
                photo.failure = failure->second;
            m_answered += photo.isAnswered();
            tally.photos.push_back(std::move(photo));
        }
    }

    LayerTally readLayer(std::size_t place) const
    {
        LayerTally layer;
        const MappedNpy totals = array(fileOf("stats", place), indextypes::totals, sizeof(FilterTotals), 1);
        layer.totals.assign(totals.values<FilterTotals>().begin(), totals.values<FilterTotals>().end());
        const std::size_t filters = layer.totals.size();
        if (place >= m_filters.size() || filters != m_filters[place])
            throwDamaged(m_folder / fileOf("stats", place));
        layer.most = readLists(fileOf("top", place), filters);
        layer.least = readLists(fileOf("least", place), filters);
        const std::string classesFile = fileOf("classes", place);
        const MappedNpy classes = array(classesFile, indextypes::sum, sizeof(ExactSum), 2);
        const auto sums = classes.values<ExactSum>();
        if (sums.size() != m_manifest.classPhotos.size() * filters)
            throwDamaged(m_folder / classesFile);
        std::size_t at = 0;
        for (const auto &[label, count] : m_manifest.classPhotos) {
            const auto row = sums.subspan(at, filters);
            layer.classes[label].assign(row.begin(), row.end());
            at += filters;
        }
        const std::string productsFile = fileOf("products", place);
        const MappedNpy products = array(productsFile, indextypes::sum, sizeof(ExactSum), 2);
        const auto pairs = products.values<ExactSum>();
        if (!pairs.empty() && pairs.size() != filters * filters)
            throwDamaged(m_folder / productsFile);
        layer.products.assign(pairs.begin(), pairs.end());
        return layer;
    }

    std::vector<ExtremeList> readLists(const std::string &name, std::size_t filters) const
    {
        const MappedNpy array = this->array(name, indextypes::extreme, sizeof(Extreme), 2);
        const auto entries = array.values<Extreme>();
        if (array.shape() != std::vector<std::int64_t>{std::int64_t(filters), std::int64_t(keptExtremes)})
            throwDamaged(m_folder / name);
        std::vector<ExtremeList> lists(filters);
        for (std::size_t filter = 0; filter < filters; ++filter) {
            for (const Extreme &entry : entries.subspan(filter * keptExtremes, keptExtremes)) {
                if (entry.photo < 0)
                    break;
                if (entry.photo >= m_manifest.photos)
                    throwDamaged(m_folder / name);
                lists[filter].entries.push_back(entry);
            }
            lists[filter].isComplete = lists[filter].entries.size() == m_answered;
        }
        return lists;
    }

    HalfRows readRows(const char *name) const
    {
        const MappedNpy array = this->array(name, indextypes::half, 2, 2);
        const auto rows = array.values<std::uint16_t>();
        if (array.shape()[1] > 0 && array.shape()[0] != m_manifest.photos)
            throwDamaged(m_folder / name);
        return {std::size_t(array.shape()[1]), {rows.begin(), rows.end()}};
    }

    fs::path m_folder;
    const std::vector<std::size_t> &m_filters; ///< of each layer
    IndexManifest m_manifest;
    std::size_t m_answered = 0;
};

} // namespace

IndexTally readTally(const fs::path &folder, const IndexKey &key, const std::vector<std::size_t> &filters)
{
    TallyReader reader(folder, filters);
    key.requireSame(reader.manifest().key, folder);
    return reader.read();
}

std::string lineOf(const std::string &name)
{
    constexpr const char *digits = "0123456789ABCDEF";
    std::string line;
    for (const char each : name) {
        const auto byte = std::uint8_t(each);
        if (byte < 0x20 || byte == 0x7f || each == '%')
            line += {'%', digits[byte >> 4], digits[byte & 15]};
        else
            line += each;
    }
    return line;
}

std::string nameOf(const std::string &line)
{
    std::string name;
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::uint8_t byte = 0;
        if (line[i] == '%' && i + 2 < line.size()
            && std::from_chars(&line[i + 1], &line[i + 3], byte, 16).ptr == &line[i + 3]) {
            name += char(byte);
            i += 2;
        } else {
            name += line[i];
        }
    }
    return name;
}

} // namespace convscope
