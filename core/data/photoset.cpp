#include "core/data/photoset.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>
#include <system_error>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> splitNames{
    "training", "validation", "evaluation", "testing", "train", "val", "test"};

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

struct Listing
{
    std::vector<std::string> pictures;
    std::vector<std::string> folders;
};

/// What is in a folder, by the bytes of the names; nothing hidden. Asks the file system about single entries
/// only where the folder itself does not tell their kind (links), so that a hundred thousand are quick.
Listing list(const fs::path &folder)
{
    std::error_code error;
    if (!fs::exists(folder, error) && !error)
        throw Error(ErrorKind::NoSuchFile, folder);
    Listing listing;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::string name = entry->path().filename().native();
        if (name.starts_with('.'))
            continue;
        std::error_code dangling; // a link to nothing still counts as a picture: reading it will say so
        if (entry->is_directory(dangling))
            listing.folders.push_back(std::move(name));
        else if (endsLikeAPicture(name) && (entry->is_regular_file(dangling) || entry->is_symlink(dangling)))
            listing.pictures.push_back(std::move(name));
    }
    if (error)
        throw Error(ErrorKind::CannotRead, folder, {error.message()});
    std::ranges::sort(listing.pictures);
    std::ranges::sort(listing.folders);
    return listing;
}

std::vector<std::string> splitsIn(const Listing &listing)
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

void addPictures(
    PhotoSet &set, const fs::path &folder, const Listing &listing, std::optional<int> label, int classes)
{
    for (const std::string &name : listing.pictures) {
        const std::optional<int> named = labelInName(name, classes);
        set.photos.push_back({folder / name, named ? named : label});
    }
}

/// The photos of a class folder and of the folders in it; links to folders are not followed, they may lead in
/// circles.
void addClassFolder(PhotoSet &set, const fs::path &folder, int label, int classes)
{
    const Listing listing = list(folder);
    addPictures(set, folder, listing, label, classes);
    for (const std::string &inner : listing.folders) {
        std::error_code gone;
        if (!fs::is_symlink(folder / inner, gone))
            addClassFolder(set, folder / inner, label, classes);
    }
}

void addClassFolders(PhotoSet &set, std::vector<std::string> folders, int classes)
{
    std::erase_if(folders, isSplitName);
    const bool numbered =
        std::ranges::all_of(folders, [](const std::string &name) { return wholeNumber(name).has_value(); });
    for (std::size_t i = 0; i < folders.size(); ++i)
        addClassFolder(set, set.folder / folders[i], numbered ? *wholeNumber(folders[i]) : int(i), classes);
    if (!set.photos.empty()) {
        set.labelling = Labelling::Folders;
        if (!numbered)
            set.folderClasses = std::move(folders);
    }
}

/// Lower case, and one kind of separator: a folder cannot be called "Noodles/Pasta".
std::string comparable(std::string name)
{
    for (char &c : name)
        c = c == '/' || c == '-' || c == '_' ? ' ' : lower(c);
    return name;
}

} // namespace

std::vector<std::string> splitsOf(const fs::path &folder) { return splitsIn(list(folder)); }

PhotoSet openPhotoSet(const fs::path &folder, const std::string &split, int classes)
{
    PhotoSet set;
    set.folder = folder;
    Listing listing = list(folder);
    const std::vector<std::string> splits = splitsIn(listing);
    if (!split.empty() && std::ranges::find(splits, split) == splits.end())
        throw Error(ErrorKind::NoSuchSplit, folder, {split, joined(splits)});
    if (!splits.empty()) {
        set.folder = folder / (split.empty() ? splits.front() : split);
        listing = list(set.folder);
    }

    if (listing.pictures.empty())
        addClassFolders(set, listing.folders, classes);
    else
        addPictures(set, set.folder, listing, {}, classes);
    if (set.photos.empty())
        throw Error(ErrorKind::FolderWithoutImages, set.folder);
    if (set.labelling == Labelling::None
        && std::ranges::any_of(set.photos, [](const PhotoRef &photo) { return photo.label.has_value(); }))
        set.labelling = Labelling::FileNames;
    return set;
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
