#include "core/index/indexfolder.h"

#include "core/error.h"
#include "core/internal/indexdamaged.h"
#include "core/internal/readfile.h"
#include "core/internal/sealedjson.h"
#include "core/io/npy.h"

#include <algorithm>
#include <cerrno>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace convscope {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char *aboutFormat = "convscope-index-folder";
constexpr const char *wholeName = "whole-";

constexpr const char *aboutName = "index.json";
constexpr const char *lockName = "lock";
constexpr const char *blocksName = "blocks";
constexpr std::size_t blockNameSize = 24;

/// Whether a name is `begin` and a number.
bool isNumbered(const std::string &name, const std::string &begin)
{
    return name.size() > begin.size() && name.starts_with(begin)
        && name.find_first_not_of("0123456789", begin.size()) == std::string::npos;
}

bool isWhole(const std::string &name) { return isNumbered(name, wholeName); }

/// What is written under another name first, by writeFile() and writeTally().
bool isTemporary(const std::string &name) { return isNumbered(name, ".convscope-"); }

bool isBlock(const std::string &name)
{
    return name.size() == blockNameSize && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// What indexes make in their folder, but for index.json.
bool isPartOfIndex(const std::string &name)
{
    return name == lockName || name == blocksName || isWhole(name) || isTemporary(name);
}

/// The names in a folder. None where there is no such folder. Throws Error: CannotRead, NotAnIndex of a file.
std::optional<std::vector<std::string>> namesIn(const fs::path &folder)
{
    std::error_code error;
    fs::directory_iterator at(folder, error);
    if (error == std::errc::no_such_file_or_directory)
        return {};
    if (error == std::errc::not_a_directory)
        throw Error(ErrorKind::NotAnIndex, folder);
    std::vector<std::string> names;
    for (; !error && at != fs::directory_iterator(); at.increment(error))
        names.push_back(at->path().filename().string());
    if (error)
        throw Error(ErrorKind::CannotRead, folder, {error.message()});
    return names;
}

/// Whether a file is there. Throws Error: CannotRead, where the system does not tell.
bool isThere(const fs::path &file)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return false;
    if (error)
        throw Error(ErrorKind::CannotRead, file, {error.message()});
    return true;
}

/// Removes entries of a folder that have such names, links themselves and not what they lead to. Returns why
/// one could not be removed.
std::error_code removeEntries(const fs::path &folder, const std::function<bool(const std::string &)> &isMeant)
{
    std::error_code first;
    std::error_code error;
    std::vector<fs::path> meant;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (isMeant(at->path().filename().string()))
            meant.push_back(at->path());
    }
    for (const fs::path &each : meant) {
        fs::remove_all(each, error);
        if (error && !first)
            first = error;
    }
    return first;
}

constexpr const char *rectifiedWord = "rectified";
constexpr const char *beforeNormWord = "before-norm";

json axisJson(const FieldAxis &axis) { return {axis.size, axis.jump, axis.start}; }

FieldAxis axisIn(const json &told) { return {told.at(0), told.at(1), told.at(2)}; }

json layersJson(const std::vector<IndexedLayer> &layers)
{
    json all = json::array();
    for (const IndexedLayer &layer : layers) {
        json told = {{"index", layer.index}, {"name", layer.name}, {"kind", layer.kind},
            {"filters", layer.filters}, {"height", layer.height}, {"width", layer.width},
            {"place", layer.place}, {"rows", axisJson(layer.field.rows)},
            {"columns", axisJson(layer.field.columns)}};
        if (layer.rule == DerivedLayer::Rule::Rectified)
            told["rule"] = rectifiedWord;
        if (layer.rule == DerivedLayer::Rule::BeforeNorm) {
            told["rule"] = beforeNormWord;
            told["scale"] = layer.scale;
            told["shift"] = layer.shift;
        }
        all.push_back(std::move(told));
    }
    return all;
}

/// Throws json::exception where something is missing or does not fit.
std::vector<IndexedLayer> layersIn(const json &all)
{
    std::vector<IndexedLayer> layers;
    for (const json &told : all) {
        IndexedLayer layer{told.at("index"), told.at("name"), told.at("kind"), told.at("filters"),
            told.at("height"), told.at("width"), {axisIn(told.at("rows")), axisIn(told.at("columns"))},
            told.at("place")};
        const std::string rule = told.value("rule", "");
        if (rule == rectifiedWord)
            layer.rule = DerivedLayer::Rule::Rectified;
        if (rule == beforeNormWord) {
            layer.rule = DerivedLayer::Rule::BeforeNorm;
            layer.scale = told.at("scale").get<std::vector<double>>();
            layer.shift = told.at("shift").get<std::vector<double>>();
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

/// Whether what a value of a map sees can be told without leaving int.
bool isTold(const FieldAxis &axis, int places)
{
    const std::int64_t reach =
        std::abs(std::int64_t(axis.start)) + std::int64_t(axis.jump) * places + axis.size;
    return axis.size >= 0 && axis.jump >= 0 && reach <= std::numeric_limits<int>::max();
}

bool isSound(const IndexedLayer &layer, const IndexedLayer &measured)
{
    const std::size_t norms = layer.rule == DerivedLayer::Rule::BeforeNorm ? std::size_t(layer.filters) : 0;
    constexpr int most = std::numeric_limits<std::int16_t>::max(); // as Extreme has it
    return layer.index >= 0 && layer.filters == measured.filters && layer.height == measured.height
        && layer.width == measured.width && layer.height > 0 && layer.height <= most && layer.width > 0
        && layer.width <= most && layer.scale.size() == norms && layer.shift.size() == norms
        && isTold(layer.field.rows, layer.height) && isTold(layer.field.columns, layer.width);
}

/// Whether what an index.json tells fits to itself.
bool fitsTogether(const IndexFolder::About &about)
{
    if ((!about.whole.empty() && !isWhole(about.whole)) || !std::ranges::all_of(about.blocks, isBlock))
        return false;
    std::vector<const IndexedLayer *> measured(about.key.layers.size());
    for (const IndexedLayer &layer : about.layers) {
        if (layer.place >= measured.size() || layer.filters <= 0)
            return false;
        if (layer.rule)
            continue;
        if (measured[layer.place] || layer.name != about.key.layers[layer.place])
            return false;
        measured[layer.place] = &layer;
    }
    return std::ranges::find(measured, nullptr) == measured.end()
        && std::ranges::all_of(
            about.layers, [&](const IndexedLayer &layer) { return isSound(layer, *measured[layer.place]); })
        && std::ranges::is_sorted(about.layers, {}, &IndexedLayer::index);
}

/// Whether two say the same of their layers, but for the receptive fields, which are measured.
bool haveSameLayers(std::vector<IndexedLayer> a, std::vector<IndexedLayer> b)
{
    for (std::vector<IndexedLayer> *layers : {&a, &b}) {
        for (IndexedLayer &layer : *layers)
            layer.field = {};
    }
    return a == b;
}

} // namespace

std::optional<IndexFolder::About> IndexFolder::about() const
{
    const fs::path file = aboutFile();
    if (!isThere(file)) {
        const auto names = namesIn(m_root);
        if (!names || std::all_of(names->begin(), names->end(), isPartOfIndex))
            return {};
        throw Error(ErrorKind::NotAnIndex, m_root);
    }
    const std::vector<std::uint8_t> bytes = readFile(file);
    try {
        const json told = json::parse(bytes.begin(), bytes.end());
        if (!told.is_object() || told.value("format", "") != aboutFormat)
            throw Error(ErrorKind::NotAnIndex, m_root);
        if (const int version = told.at("version"); version > indexFormat)
            throw Error(ErrorKind::IndexTooNew, file, {std::to_string(version), std::to_string(indexFormat)});
        checkSeal(told, file);
        const json &key = told.at("key");
        About about{{key.at("network"), key.at("asked"), key.at("layers"), key.at("features")},
            told.at("network"), told.at("photos"), told.at("split"), told.at("classes"),
            layersIn(told.at("layers")), told.at("whole"), told.at("plan"), told.at("blocks"),
            told.value("anew", false)};
        if (!fitsTogether(about))
            throwDamaged(file);
        return about;
    } catch (const json::exception &) {
        throwDamaged(file);
    }
}

void IndexFolder::write(const About &about) const
{
    const json told = {{"format", aboutFormat}, {"version", indexFormat},
        {"key",
            {{"network", about.key.network}, {"asked", about.key.asked}, {"layers", about.key.layers},
                {"features", about.key.features}}},
        {"network", about.network}, {"photos", about.photos}, {"split", about.split},
        {"classes", about.classNames}, {"layers", layersJson(about.layers)}, {"whole", about.whole},
        {"plan", about.plan}, {"blocks", about.blocks}, {"anew", about.isAnew}};
    writeFileForGood(aboutFile(), sealed(told));
    syncFolder(m_root);
}

IndexFolder::About IndexFolder::begin(const About &about) const
{
    std::error_code error;
    fs::create_directories(m_root / blocksName, error);
    if (error)
        throw Error(ErrorKind::CannotWrite, m_root, {error.message()});
    if (const std::optional<About> there = this->about()) {
        about.key.requireSame(there->key, m_root);
        if (!haveSameLayers(about.layers, there->layers))
            throwDamaged(aboutFile());
        return *there;
    }
    write(about);
    return about;
}

std::vector<std::string> IndexFolder::blocks() const
{
    std::vector<std::string> names = namesIn(m_root / blocksName).value_or(std::vector<std::string>());
    std::erase_if(names, [](const std::string &name) { return !isBlock(name); });
    std::sort(names.begin(), names.end());
    return names;
}

void IndexFolder::removeBlock(const std::string &name) const
{
    std::error_code error;
    fs::remove_all(block(name), error);
    if (error)
        throw Error(ErrorKind::CannotWrite, block(name), {error.message()});
}

void IndexFolder::remove() const
{
    const std::optional<std::vector<std::string>> names = namesIn(m_root);
    if (!names || names->empty())
        throw Error(ErrorKind::NotAnIndex, m_root);
    try {
        about();
    } catch (const Error &error) {
        const bool isAlone = std::all_of(names->begin(), names->end(),
            [](const std::string &name) { return name == aboutName || isPartOfIndex(name); });
        if (error.kind() == ErrorKind::CannotRead)
            throw;
        if (error.kind() == ErrorKind::NotAnIndex || (error.kind() != ErrorKind::IndexTooNew && !isAlone))
            throw Error(ErrorKind::NotAnIndex, m_root);
    }
    const IndexLock lock(m_root, IndexLock::Kind::Alone);
    // Without index.json what is left is no index any more, wherever this ends.
    std::error_code error;
    fs::remove(aboutFile(), error);
    if (!error)
        error = removeEntries(
            m_root / blocksName, [](const std::string &name) { return isBlock(name) || isTemporary(name); });
    if (!error)
        error =
            removeEntries(m_root, [](const std::string &name) { return isWhole(name) || isTemporary(name); });
    if (!error)
        fs::remove(m_root / lockName, error);
    if (error)
        throw Error(ErrorKind::CannotWrite, m_root, {error.message()});
    std::error_code isLeft; // something else is in them: that is no fault
    fs::remove(m_root / blocksName, isLeft);
    fs::remove(m_root, isLeft);
}

IndexTally IndexFolder::readWhole(const About &about) const
{
    return about.whole.empty() ? IndexTally{} : readTally(whole(about), about.key, filtersOf(about.layers));
}

IndexTally IndexFolder::readBlock(const About &about, const std::string &name) const
{
    return readTally(block(name), about.key, filtersOf(about.layers));
}

IndexFolder::About IndexFolder::replaceWhole(About about, const IndexTally &tally) const
{
    const std::string old = about.whole;
    int number = 1;
    if (!old.empty())
        number = std::atoi(old.c_str() + std::char_traits<char>::length(wholeName)) + 1;
    std::error_code error;
    while (fs::exists(m_root / (wholeName + std::to_string(number)), error))
        ++number;
    about.whole = wholeName + std::to_string(number);
    about.plan.clear();
    about.blocks.clear();
    about.isAnew = false;
    writeTally(m_root / about.whole, about.key, tally);
    write(about);
    // What is left over here by a power cut is removed the next time.
    removeEntries(m_root,
        [&](const std::string &name) { return name != about.whole && (isWhole(name) || isTemporary(name)); });
    removeEntries(
        m_root / blocksName, [](const std::string &name) { return isBlock(name) || isTemporary(name); });
    return about;
}

IndexLock::IndexLock(const fs::path &root, Kind kind)
{
    std::error_code error;
    fs::create_directories(root, error);
    const fs::path file = root / lockName;
    m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (m_descriptor < 0)
        throw Error(ErrorKind::CannotWrite, file, {std::generic_category().message(errno)});
    if (::flock(m_descriptor, (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        const bool isBusy = errno == EWOULDBLOCK;
        ::close(m_descriptor);
        if (isBusy)
            throw Error(ErrorKind::IndexBusy, root);
        m_descriptor = -1; // a file system without locks: the files stay whole all the same
    }
}

IndexLock::~IndexLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace convscope
