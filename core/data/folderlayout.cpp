#include "core/data/folderlayout.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

namespace convscope {

namespace fs = std::filesystem;

namespace {

/// In the order in which they are offered.
constexpr std::array<std::string_view, 13> splitNames{"training", "train", "validation", "valid", "val",
    "dev", "evaluation", "eval", "testing", "test", "labeled", "unlabeled", "unlabelled"};

constexpr std::size_t fewPictures = 10;
constexpr std::size_t manyTimes = 5;

std::string lower(std::string name)
{
    for (char &c : name)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return name;
}

std::size_t splitRank(const std::string &name)
{
    return std::size_t(std::ranges::find(splitNames, lower(name)) - splitNames.begin());
}

/// Whether the folder `masks` holds what repeats one of the others; a class may be called so too.
bool repeatsATree(const fs::path &masks, const std::vector<std::string> &folders)
{
    return std::ranges::any_of(folders, [&](const std::string &name) {
        std::error_code none;
        return name != masksName && fs::is_directory(masks / name, none);
    });
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

} // namespace

bool isSplitName(const std::string &name) { return splitRank(name) < splitNames.size(); }

bool isUnlabelledName(const std::string &name)
{
    return lower(name).starts_with("unlabel") && isSplitName(name);
}

std::vector<std::string> photoFolders(const Folder &folder)
{
    std::vector<std::string> names = folder.folders();
    if (std::ranges::find(names, masksName) != names.end() && repeatsATree(folder.path() / masksName, names))
        std::erase(names, masksName);
    return names;
}

LayoutFinder::LayoutFinder(Folder &root, std::string split)
    : m_root(root.path())
    , m_here(&root)
    , m_asked(std::move(split))
{
    m_found.layout.isUnlabelled = isUnlabelledName(root.name());
}

std::size_t LayoutFinder::photosSoFar() const
{
    return m_here->pictures().size() > fewPictures ? m_here->pictures().size() : 0;
}

bool LayoutFinder::step(Clock::time_point until)
{
    m_until = until;
    m_mayRead = true; // however late it is, so that each step gets on
    return !decide();
}

/// Whether all that is there to read is read, or as many pictures as are wanted. Reads on while there is
/// time.
bool LayoutFinder::isKnown(Folder &folder, std::size_t pictures)
{
    const auto known = [&] { return folder.isRead() || folder.pictures().size() >= pictures; };
    if (!known() && (m_mayRead || Clock::now() < m_until)) {
        m_mayRead = false;
        folder.read(m_until, pictures);
    }
    return known();
}

/// Pictures in a folder and all folders below it, as far as they are needed: `enough` or more means at least
/// so many.
std::optional<std::size_t> LayoutFinder::picturesIn(Folder &folder, std::size_t enough)
{
    if (!isKnown(folder, enough))
        return {};
    std::size_t count = folder.pictures().size();
    if (count >= enough)
        return count;
    for (const std::string &name : folder.folders()) {
        if (name == masksName || folder.isLink(name))
            continue;
        const auto below = picturesIn(folder.child(name), enough - count);
        if (!below)
            return {};
        count += *below;
        if (count >= enough)
            break;
    }
    return count;
}

std::optional<std::vector<std::string>> LayoutFinder::withPictures(
    Folder &folder, const std::vector<std::string> &names)
{
    std::vector<std::string> holders;
    for (const std::string &name : names) {
        const auto pictures = picturesIn(folder.child(name), 1);
        if (!pictures)
            return {};
        if (*pictures > 0)
            holders.push_back(name);
    }
    return holders;
}

/// Where a chain of folders that hold one folder each, and no pictures, leads to.
std::optional<Folder *> LayoutFinder::throughLoneFolders(Folder &folder)
{
    Folder *here = &folder;
    for (int depth = 0; depth < deepestLone; ++depth) {
        if (!isKnown(*here, 1))
            return {};
        if (!here->pictures().empty())
            return here;
        const auto holders = withPictures(*here, photoFolders(*here));
        if (!holders)
            return {};
        if (holders->size() != 1)
            return here;
        here = &here->child(holders->front());
    }
    return here;
}

/// The splits of a folder that is read, with those inside of them; none where it is not divided.
std::optional<std::vector<LayoutFinder::Split>> LayoutFinder::splitsIn(Folder &folder)
{
    std::vector<std::string> names;
    std::vector<std::string> others;
    for (const std::string &name : photoFolders(folder))
        (isSplitName(name) ? names : others).push_back(name);
    if (names.empty())
        return std::vector<Split>();
    const auto offered = withPictures(folder, names);
    if (!offered)
        return {};
    if (offered->size() == 1) { // one such name beside class folders divides nothing
        const auto classes = withPictures(folder, others);
        if (!classes)
            return {};
        if (classes->size() > 1)
            return std::vector<Split>();
    }
    std::vector<Split> splits;
    std::size_t pictures = 0;
    for (const std::string &name : *offered) {
        Folder &split = folder.child(name);
        const auto count = picturesIn(split, folder.pictures().size());
        const auto end = throughLoneFolders(split);
        if (!count || !end)
            return {};
        pictures += *count;
        splits.push_back({name, *end});
    }
    if (pictures < folder.pictures().size())
        return std::vector<Split>();
    std::ranges::stable_sort(splits, {}, [](const Split &split) { return splitRank(split.name); });
    return splits;
}

/// The same with those inside of them in their place: "training/labeled".
std::optional<std::vector<LayoutFinder::Split>> LayoutFinder::allSplitsIn(Folder &folder)
{
    const auto outer = splitsIn(folder);
    if (!outer)
        return {};
    std::vector<Split> splits;
    for (const Split &split : *outer) {
        if (!isKnown(*split.folder, 1))
            return {};
        std::optional<std::vector<Split>> inner = std::vector<Split>();
        if (split.folder->pictures().empty())
            inner = splitsIn(*split.folder);
        if (!inner)
            return {};
        if (inner->empty())
            splits.push_back(split);
        for (const Split &part : *inner)
            splits.push_back({split.name + '/' + part.name, part.folder});
    }
    return splits;
}

/// The folders with pictures in a folder that is read; none where the pictures beside them are meant.
std::optional<std::vector<std::string>> LayoutFinder::meantFolders(Folder &folder)
{
    const std::size_t beside = folder.pictures().size();
    if (beside > fewPictures)
        return std::vector<std::string>();
    std::vector<std::string> names = photoFolders(folder);
    if (!std::ranges::all_of(names, isSplitName))
        std::erase_if(names, isSplitName);
    const auto holders = withPictures(folder, names);
    if (!holders)
        return {};
    std::size_t below = 0;
    for (const std::string &name : *holders) {
        const auto pictures = picturesIn(folder.child(name), manyTimes * beside);
        if (!pictures)
            return {};
        below += *pictures;
    }
    return below >= manyTimes * beside ? *holders : std::vector<std::string>();
}

/// The folders that hold pictures and are not meant: splits beside class folders, or the other way round.
std::optional<std::vector<std::string>> LayoutFinder::leftOut(Folder &folder, bool splitsAreMeant)
{
    std::vector<std::string> names = photoFolders(folder);
    std::erase_if(names, [&](const std::string &name) { return isSplitName(name) == splitsAreMeant; });
    return withPictures(folder, names);
}

void LayoutFinder::choose(const std::vector<Split> &splits)
{
    for (const Split &split : splits)
        m_found.splits.push_back(split.name);
    const auto find = [&](auto &&same) {
        const auto found = std::ranges::find_if(splits, same);
        return found == splits.end() ? nullptr : &*found;
    };
    const std::string asked = lower(m_asked);
    const Split *split = find([&](const Split &any) { return m_asked.empty() || any.name == m_asked; });
    if (!split)
        split = find([&](const Split &any) { return lower(any.name) == asked; });
    if (!split)
        split = find([&](const Split &any) { return lower(any.name).starts_with(asked + '/'); });
    if (!split)
        throw Error(ErrorKind::NoSuchSplit, m_root, {m_asked, joined(m_found.splits)});
    m_found.split = split->name;
    m_found.layout.isUnlabelled =
        m_found.layout.isUnlabelled || isUnlabelledName(split->name.substr(split->name.rfind('/') + 1));
    m_here = split->folder;
}

/// Finishes with class folders, or with data sets side by side. Returns false while more must be read.
bool LayoutFinder::takeFolders(const std::vector<std::string> &names)
{
    bool areClasses = false;
    for (const std::string &name : names) {
        const auto end = throughLoneFolders(m_here->child(name));
        if (!end)
            return false;
        areClasses = areClasses || !(*end)->pictures().empty();
    }
    const auto left = leftOut(*m_here, false);
    if (!left)
        return false;
    m_found.home = m_here;
    m_found.inside = names;
    m_found.layout.strays += m_here->pictures().size();
    m_found.layout.leftOut.insert(m_found.layout.leftOut.end(), left->begin(), left->end());
    if (!areClasses)
        m_found.layout.dataSets = names;
    for (std::size_t i = 0; areClasses && i < names.size(); ++i)
        m_found.layout.classFolders.push_back({names[i]});
    return true;
}

/// Goes down one level after the other. Returns false while more must be read; nothing that is not settled
/// has been changed then.
bool LayoutFinder::decide()
{
    while (true) {
        if (!isKnown(*m_here))
            return false;
        if (m_found.splits.empty()) {
            const auto splits = allSplitsIn(*m_here);
            if (!splits)
                return false;
            if (!splits->empty()) {
                const auto left = leftOut(*m_here, true);
                if (!left)
                    return false;
                m_found.layout.strays += m_here->pictures().size();
                m_found.layout.leftOut = *left;
                choose(*splits);
                continue;
            }
        }
        const auto folders = meantFolders(*m_here);
        if (!folders)
            return false;
        if (folders->size() == 1 && m_depth < deepestLone) {
            m_found.layout.strays += m_here->pictures().size();
            m_here = &m_here->child(folders->front());
            ++m_depth;
            continue;
        }
        if (folders->size() > 1 && !takeFolders(*folders))
            return false;
        m_found.home = m_here;
        if (m_found.splits.empty() && !m_asked.empty())
            throw Error(ErrorKind::NoSuchSplit, m_root, {m_asked, {}});
        if (m_found.inside.empty() && m_here->pictures().empty())
            throw Error(ErrorKind::FolderWithoutImages, m_here->path());
        return true;
    }
}

} // namespace convscope
