#pragma once

#include "core/data/folder.h"
#include "core/data/photoset.h"

#include <optional>

namespace convscope {

/// What a folder of photos turned out to be.
struct FoundLayout
{
    Folder *home = nullptr; ///< that holds the photos or the class folders
    std::vector<std::string>
        inside; ///< names of the folders to be listed; empty where home itself holds photos
    FolderLayout layout;
    std::vector<std::string> splits;
    std::string split;
};

/// Finds out how photos lie below a folder: which splits there are, where one must go down to, and whether
/// the folders there are classes. Reads no more than that takes: of most folders only up to their first
/// picture.
class LayoutFinder
{
public:
    /// `root` must outlive the finder. An empty `split` means the first one that is offered.
    LayoutFinder(Folder &root, std::string split);

    /// Returns true while there is more to read. Throws Error: what Folder::read throws, NoSuchSplit,
    /// FolderWithoutImages.
    bool step(Clock::time_point until);
    /// Valid once step has returned false; the splits as soon as they are known.
    const FoundLayout &found() const { return m_found; }
    /// Where the photos are, as far as is known.
    const Folder &here() const { return *m_here; }
    /// Pictures there; 0 while they may be no more than strays.
    std::size_t photosSoFar() const;

private:
    struct Split
    {
        std::string name; ///< "training", "training/labeled"
        Folder *folder;
    };

    bool decide();
    void choose(const std::vector<Split> &splits);
    bool takeFolders(const std::vector<std::string> &names);

    // These give nothing where more must be read than there is time for.
    using Names = std::vector<std::string>;
    using Splits = std::vector<Split>;
    bool isKnown(Folder &folder, std::size_t pictures = std::size_t(-1));
    std::optional<std::size_t> picturesIn(Folder &folder, std::size_t enough);
    std::optional<Names> withPictures(Folder &folder, const Names &names);
    std::optional<Folder *> throughLoneFolders(Folder &folder);
    std::optional<Splits> splitsIn(Folder &folder);
    std::optional<Splits> allSplitsIn(Folder &folder);
    std::optional<Names> meantFolders(Folder &folder);
    std::optional<Names> leftOut(Folder &folder, bool splitsAreMeant);

    std::filesystem::path m_root;
    Folder *m_here; ///< as far down as is settled
    std::string m_asked;
    int m_depth = 0;
    Clock::time_point m_until; ///< of the step that goes on
    bool m_mayRead = false; ///< nothing has been read in it
    FoundLayout m_found;
};

/// Compared without case: train, training, val, valid, validation, dev, test, testing, eval, evaluation,
/// labeled, unlabeled.
bool isSplitName(const std::string &name);

/// Those splits whose photos have no labels.
bool isUnlabelledName(const std::string &name);

/// The folders that may hold photos, of one that is read: not masks.
std::vector<std::string> photoFolders(const Folder &folder);

/// How many folders that hold nothing but one folder are gone through.
constexpr int deepestLone = 8;

} // namespace convscope
