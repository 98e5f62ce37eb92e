#include "core/explain/comparisonstore.h"

#include "core/error.h"
#include "core/internal/readfile.h"
#include "core/io/npy.h"
#include "core/io/sha256.h"
#include "core/log.h"
#include "core/runtime.h"

#include <nlohmann/json.hpp>
#include <span>
#include <utility>

namespace convscope {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

constexpr auto formatName = "convscope-comparison";
constexpr int formatVersion = 1;

std::string hashOf(const std::string &text)
{
    Sha256 sha;
    sha.add({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    return hexText(sha.digest());
}

/// What a file must say to be the one that is looked for. Another version of the program may measure other
/// values.
Json headOf(const std::string &network, const std::string &map)
{
    return {{"format", formatName}, {"version", formatVersion}, {"program", version()}, {"network", network},
        {"map", map}};
}

Json rowJson(const KeptFindings &findings)
{
    Json values = Json::object();
    for (const auto &[measure, value] : findings.values)
        values[measure] = value ? Json(*value) : Json(nullptr);
    return {{"target", findings.target ? Json(*findings.target) : Json(nullptr)}, {"values", values}};
}

KeptFindings findingsFrom(const Json &row)
{
    KeptFindings findings;
    if (!row.at("target").is_null())
        findings.target = row.at("target").get<int>();
    for (const auto &[measure, value] : row.at("values").items())
        findings.values[measure] = value.is_null() ? std::nullopt : std::optional(value.get<double>());
    return findings;
}

} // namespace

void KeptFindings::addMissing(const KeptFindings &other)
{
    if (target && other.target && target != other.target)
        return;
    if (!target)
        target = other.target;
    values.insert(other.values.begin(), other.values.end());
}

ComparisonStore::ComparisonStore(fs::path folder, std::string network, bool isReading)
    : m_folder(std::move(folder))
    , m_network(std::move(network))
    , m_isReading(isReading)
{
}

const KeptFindings *ComparisonStore::find(const std::string &map, const std::string &photo)
{
    const Rows &rows = file(map).rows;
    const auto found = rows.find(photo);
    return found == rows.end() ? nullptr : &found->second;
}

void ComparisonStore::put(const std::string &map, const std::string &photo, const KeptFindings &findings)
{
    File &changed = file(map);
    KeptFindings row = findings;
    row.addMissing(changed.rows[photo]);
    changed.rows[photo] = std::move(row);
    changed.isChanged = true;
}

bool ComparisonStore::isChanged() const
{
    for (const auto &[map, file] : m_files) {
        if (file.isChanged)
            return true;
    }
    return false;
}

void ComparisonStore::write()
{
    for (auto &[map, file] : m_files) {
        if (file.isChanged)
            write(map, file);
    }
}

ComparisonStore::File &ComparisonStore::file(const std::string &map)
{
    const auto [place, isNew] = m_files.try_emplace(map);
    if (isNew && m_isReading)
        place->second.rows = read(map);
    return place->second;
}

/// Short enough for any file system; long enough to be the only one.
fs::path ComparisonStore::path(const std::string &map) const
{
    return m_folder / (hashOf(map).substr(0, 32) + ending);
}

ComparisonStore::Rows ComparisonStore::read(const std::string &map) const
{
    const fs::path from = path(map);
    std::error_code ignored;
    if (!fs::is_regular_file(from, ignored))
        return {};
    try {
        const std::vector<std::uint8_t> bytes = readFile(from);
        const Json json = Json::parse(bytes.begin(), bytes.end());
        if (json.at("head") != headOf(m_network, map))
            return {};
        Rows rows;
        for (const auto &[photo, row] : json.at("rows").items())
            rows[photo] = findingsFrom(row);
        fs::last_write_time(from, fs::file_time_type::clock::now(), ignored); // used just now
        return rows;
    } catch (const std::exception &error) {
        log::warning("what is kept cannot be read: " + from.string() + ": " + error.what());
        return {};
    }
}

void ComparisonStore::write(const std::string &map, File &file) const
{
    for (const auto &[photo, row] : read(map))
        file.rows[photo].addMissing(row);
    Json rows = Json::object();
    for (const auto &[photo, row] : file.rows)
        rows[photo] = rowJson(row);
    std::error_code ignored; // writeFile says what is wrong with the folder
    fs::create_directories(m_folder, ignored);
    writeFile(path(map), Json{{"head", headOf(m_network, map)}, {"rows", std::move(rows)}}.dump());
    file.isChanged = false;
}

} // namespace convscope
