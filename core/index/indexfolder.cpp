#include "core/index/indexfolder.h"

#include "core/error.h"
#include "core/internal/readfile.h"
#include "core/io/npy.h"

#include <algorithm>
#include <cerrno>
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

bool isEmptyOrMissing(const fs::path &folder)
{
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name != "lock" && name != "blocks" && !name.starts_with(".convscope-"))
            return false;
    }
    return true;
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
            layer.scale.resize(std::size_t(std::max(0, layer.filters)), 0);
            layer.shift.resize(layer.scale.size(), 0);
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

} // namespace

std::optional<IndexFolder::About> IndexFolder::about() const
{
    const fs::path file = aboutFile();
    std::error_code error;
    if (!fs::exists(file, error)) {
        if (isEmptyOrMissing(m_root))
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
        const json &key = told.at("key");
        About about{{key.at("network"), key.at("asked"), key.at("layers"), key.at("features")},
            told.at("network"), told.at("photos"), told.at("split"), told.at("classes"),
            layersIn(told.at("layers")), told.at("whole"), told.at("plan"), told.at("blocks")};
        if (!about.whole.empty() && !about.whole.starts_with(wholeName))
            throw Error(ErrorKind::IndexDamaged, file, {}, Phrase::CutOffOrGarbled);
        return about;
    } catch (const json::exception &) {
        throw Error(ErrorKind::IndexDamaged, file, {}, Phrase::CutOffOrGarbled);
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
        {"plan", about.plan}, {"blocks", about.blocks}};
    writeFileForGood(aboutFile(), told.dump(1, ' ', false, json::error_handler_t::replace) + '\n');
    syncFolder(m_root);
}

IndexFolder::About IndexFolder::begin(const About &about) const
{
    std::error_code error;
    fs::create_directories(m_root / "blocks", error);
    if (error)
        throw Error(ErrorKind::CannotWrite, m_root, {error.message()});
    std::optional<About> there;
    if (fs::exists(aboutFile(), error))
        there = this->about();
    if (there) {
        about.key.requireSame(there->key, m_root);
        return *there;
    }
    write(about);
    return about;
}

std::vector<std::string> IndexFolder::blocks() const
{
    std::vector<std::string> names;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(m_root / "blocks", error)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with('.'))
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

IndexTally IndexFolder::readWhole(const About &about) const
{
    return about.whole.empty() ? IndexTally{} : readTally(whole(about), about.key);
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
    writeTally(m_root / about.whole, about.key, tally);
    write(about);
    // What is left over here by a power cut is removed the next time.
    for (const auto &entry : fs::directory_iterator(m_root, error)) {
        const std::string name = entry.path().filename().string();
        std::error_code ignored;
        if (name != about.whole && (name.starts_with(wholeName) || name.starts_with(".convscope-")))
            fs::remove_all(entry.path(), ignored);
    }
    for (const auto &entry : fs::directory_iterator(m_root / "blocks", error)) {
        std::error_code ignored;
        fs::remove_all(entry.path(), ignored);
    }
    return about;
}

IndexLock::IndexLock(const fs::path &root, Kind kind)
{
    std::error_code error;
    fs::create_directories(root, error);
    const fs::path file = root / "lock";
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
