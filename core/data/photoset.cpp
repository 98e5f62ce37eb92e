#include "core/data/photoset.h"

#include "core/computing.h"
#include "core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ranges>
#include <string_view>
#include <system_error>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> splitNames{
    "training", "validation", "evaluation", "testing", "train", "val", "test"};

/// Of the folder that repeats a data set's tree with masks (core/data/mask.h).
constexpr const char *masksName = "masks";

// Also kinds that cannot be decoded: the user is told why, and the index counts as the notebook's does.
constexpr std::array<std::string_view, 13> endings{
    "jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "tif", "tiff", "gif", "heic", "heif", "avif"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool endsLikeAPicture(const std::string &name)
{
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos)
        return false;
    std::string ending = name.substr(dot + 1);
    std::transform(ending.begin(), ending.end(), ending.begin(), lower);
    return std::ranges::find(endings, ending) != endings.end();
}

bool isSplitName(const std::string &name) { return std::ranges::find(splitNames, name) != splitNames.end(); }

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || text.front() == '-')
        return {};
    return value;
}

/// `^<n>_` with n below the number of classes.
std::optional<int> labelInName(const std::string &name, int classes)
{
    const std::size_t end = name.find('_');
    if (end == std::string::npos)
        return {};
    const std::optional<int> label = wholeNumber(std::string_view(name).substr(0, end));
    return label && *label < classes ? label : std::nullopt;
}

using Clock = std::chrono::steady_clock;

/// Reads what is in a folder; nothing hidden. Asks the file system about single entries only where the folder
/// itself does not tell their kind (links), so that a hundred thousand are quick.
class FolderReader
{
public:
    explicit FolderReader(const fs::path &folder)
        : m_folder(folder)
    {
        std::error_code error;
        if (!fs::exists(folder, error) && !error)
            throw Error(ErrorKind::NoSuchFile, folder);
        m_entry = fs::directory_iterator(folder, m_error);
    }

    /// Returns true while there is more to read. By the bytes of the names once there is not.
    bool read(Clock::time_point until = Clock::time_point::max())
    {
        while (!m_error && m_entry != fs::directory_iterator()) {
            take(*m_entry);
            m_entry.increment(m_error);
            if (Clock::now() > until)
                return true;
        }
        if (m_error)
            throw Error(ErrorKind::CannotRead, m_folder, {m_error.message()});
        std::ranges::sort(pictures);
        std::ranges::sort(folders);
        return false;
    }

    std::vector<std::string> pictures;
    std::vector<std::string> folders;

private:
    void take(const fs::directory_entry &entry)
    {
        std::string name = entry.path().filename().native();
        if (name.starts_with('.'))
            return;
        std::error_code dangling; // a link to nothing still counts as a picture: reading it will say so
        if (entry.is_directory(dangling))
            folders.push_back(std::move(name));
        else if (endsLikeAPicture(name) && (entry.is_regular_file(dangling) || entry.is_symlink(dangling)))
            pictures.push_back(std::move(name));
    }

    fs::path m_folder;
    std::error_code m_error;
    fs::directory_iterator m_entry;
};

std::vector<std::string> splitsIn(const FolderReader &listing)
{
    std::vector<std::string> splits;
    if (listing.pictures.empty()) {
        for (const std::string_view split : splitNames) {
            if (std::ranges::binary_search(listing.folders, split))
                splits.emplace_back(split);
        }
    }
    return splits;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

void addPictures(PhotoSet &set, const fs::path &folder, const std::vector<std::string> &pictures,
    std::optional<int> label, int classes)
{
    set.photos.reserve(set.photos.size() + pictures.size());
    for (const std::string &name : pictures) {
        const std::optional<int> named = labelInName(name, classes);
        set.photos.push_back({folder / name, named ? named : label});
        if (set.labelling == Labelling::None && named)
            set.labelling = Labelling::FileNames;
    }
}

/// Whether the folder `masks` holds what repeats one of the others; a class may be called so too.
bool repeatsATree(const fs::path &masks, const std::vector<std::string> &folders)
{
    return std::ranges::any_of(folders, [&](const std::string &name) {
        std::error_code none;
        return name != masksName && fs::is_directory(masks / name, none);
    });
}

/// Lower case, and one kind of separator: a folder cannot be called "Noodles/Pasta".
std::string comparable(std::string name)
{
    for (char &c : name)
        c = c == '/' || c == '-' || c == '_' ? ' ' : lower(c);
    return name;
}

} // namespace

std::vector<std::string> splitsOf(const fs::path &folder)
{
    computing("splitsOf");
    FolderReader reader(folder);
    reader.read();
    return splitsIn(reader);
}

struct PhotoListing::State
{
    struct ClassFolder
    {
        fs::path folder;
        int label = 0;
    };

    bool step(Clock::time_point until);
    bool chooseSplit();
    void queueClasses(std::vector<std::string> folders);
    void queueInner(const ClassFolder &outer);

    fs::path asked;
    std::string split;
    int classes = 0;
    std::chrono::milliseconds slice{};
    std::optional<FolderReader>
        reader; ///< of the folder itself, and then of one class folder after the other
    bool splitChosen = false;
    std::optional<ClassFolder> reading; ///< none while the folder itself is read
    std::vector<ClassFolder> waiting; ///< the next one last
    std::shared_ptr<PhotoSet> set = std::make_shared<PhotoSet>(); ///< all but what the reader has
};

/// Whether a split is to be read in place of the folder.
bool PhotoListing::State::chooseSplit()
{
    splitChosen = true;
    set->splits = splitsIn(*reader);
    if (!split.empty() && std::ranges::find(set->splits, split) == set->splits.end())
        throw Error(ErrorKind::NoSuchSplit, asked, {split, joined(set->splits)});
    if (set->splits.empty())
        return false;
    set->split = split.empty() ? set->splits.front() : split;
    set->folder = asked / set->split;
    return true;
}

void PhotoListing::State::queueClasses(std::vector<std::string> folders)
{
    std::erase_if(folders, isSplitName);
    if (repeatsATree(set->folder / masksName, folders))
        std::erase(folders, masksName);
    const bool numbered =
        std::ranges::all_of(folders, [](const std::string &name) { return wholeNumber(name).has_value(); });
    for (std::size_t i = 0; i < folders.size(); ++i)
        waiting.push_back({set->folder / folders[i], numbered ? *wholeNumber(folders[i]) : int(i)});
    std::ranges::reverse(waiting);
    set->labelling = Labelling::Folders;
    if (!numbered)
        set->folderClasses = std::move(folders);
}

/// The folders in a class folder belong to it; links are not followed, they may lead in circles.
void PhotoListing::State::queueInner(const ClassFolder &outer)
{
    for (const std::string &inner : reader->folders | std::views::reverse) {
        std::error_code gone;
        if (inner != masksName && !fs::is_symlink(outer.folder / inner, gone))
            waiting.push_back({outer.folder / inner, outer.label});
    }
}

bool PhotoListing::State::step(Clock::time_point until)
{
    if (!reader)
        reader.emplace(reading ? reading->folder : set->folder);
    if (reader->read(until))
        return true;
    if (!splitChosen && chooseSplit()) {
        reader.reset();
        return true;
    }
    if (reading) {
        addPictures(*set, reading->folder, reader->pictures, reading->label, classes);
        queueInner(*reading);
    } else if (!reader->pictures.empty()) {
        addPictures(*set, set->folder, reader->pictures, {}, classes);
    } else {
        queueClasses(reader->folders);
    }
    reader.reset();
    if (waiting.empty()) {
        if (set->photos.empty())
            throw Error(ErrorKind::FolderWithoutImages, set->folder);
        return false;
    }
    reading = std::move(waiting.back());
    waiting.pop_back();
    return true;
}

PhotoListing::PhotoListing(fs::path folder, std::string split, int classes, std::chrono::milliseconds slice)
    : m_state(std::make_unique<State>())
{
    m_state->set->folder = folder;
    m_state->asked = std::move(folder);
    m_state->split = std::move(split);
    m_state->classes = classes;
    m_state->slice = slice;
}

PhotoListing::~PhotoListing() = default;

bool PhotoListing::step()
{
    computing("PhotoListing::step");
    const auto until = Clock::now() + m_state->slice;
    bool more = true;
    do
        more = m_state->step(until);
    while (more && Clock::now() < until);
    return more;
}

Progress PhotoListing::progress() const
{
    const std::size_t reading = m_state->reader ? m_state->reader->pictures.size() : 0;
    return {int(m_state->set->photos.size() + reading), 0};
}

std::shared_ptr<const PhotoSet> PhotoListing::result() const
{
    const State &state = *m_state;
    if (!state.reader && state.waiting.empty())
        return state.set;
    auto found = std::make_shared<PhotoSet>(*state.set);
    if (state.reader && !state.reading) {
        std::vector<std::string> pictures = state.reader->pictures;
        std::ranges::sort(pictures);
        addPictures(*found, found->folder, pictures, {}, state.classes);
    }
    return found;
}

PhotoSet openPhotoSet(const fs::path &folder, const std::string &split, int classes)
{
    PhotoListing listing(folder, split, classes);
    while (listing.step()) { }
    return *listing.result();
}

std::optional<int> labelOf(const fs::path &file, const std::vector<std::string> &classNames)
{
    const int classes = int(classNames.size());
    if (const std::optional<int> label = labelInName(file.filename().native(), classes))
        return label;
    std::error_code error;
    const std::string folder = fs::absolute(file, error).lexically_normal().parent_path().filename().native();
    for (int i = 0; i < classes; ++i) {
        if (comparable(classNames[std::size_t(i)]) == comparable(folder))
            return i;
    }
    const std::optional<int> number = wholeNumber(folder);
    return number && *number < classes ? number : std::nullopt;
}

} // namespace convscope
