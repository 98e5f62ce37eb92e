#pragma once

#include "core/computation.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// A photo as it lies in a folder, not yet read.
struct PhotoRef
{
    std::filesystem::path file;
    std::optional<int> label; ///< true class, where the name or the folder tells it
};

/// How the photos of a folder tell their class.
enum class Labelling
{
    FileNames, ///< Food-11: `<label>_<n>.jpg`
    Folders, ///< one sub-folder a class
    None,
};

/// A folder of photos, in the notebook's order: by the bytes of the file name; class folders one after the
/// other, as torchvision's ImageFolder takes them. `index` on the command line counts into `photos`.
struct PhotoSet
{
    std::filesystem::path folder;
    Labelling labelling = Labelling::None;
    std::vector<PhotoRef> photos;
    /// Names of the class folders by label; empty unless Labelling::Folders, and where they are numbers.
    std::vector<std::string> folderClasses;
    std::vector<std::string> splits; ///< that the folder asked for offers, as splitsOf
    std::string split; ///< the one that this is; empty where there are none
};

/// The splits a folder offers ("training", "validation", "evaluation", "testing", "train", "val", "test"), in
/// that order; empty where it holds photos itself.
std::vector<std::string> splitsOf(const std::filesystem::path &folder);

/// Lists the photos of a folder, or of one of its splits; the first split offered where none is asked for.
///
/// Only files whose name ends like a picture's count (GIF, HEIC and AVIF too, so that the user is told that
/// they cannot be read); they are not opened. What is hidden is left out.
///
/// A folder that holds photos itself is taken as it is, its sub-folders are not looked at. Otherwise each
/// sub-folder that is not named like a split is a class, with all that lies below it; but not the folder
/// `masks` that repeats their tree (core/data/mask.h).
///
/// A photo's label is the file name's, `^<n>_` with n below `classes`; else the class folder's: its number
/// where all class folders are named by whole numbers, its place in byte order where not.
///
/// Throws Error: NoSuchFile, CannotRead, FolderWithoutImages, NoSuchSplit.
PhotoSet openPhotoSet(const std::filesystem::path &folder, const std::string &split = {}, int classes = 11);

/// Lists a folder as openPhotoSet does, some milliseconds a step, so that what is found can be shown
/// meanwhile.
class PhotoListing : public Computation
{
public:
    explicit PhotoListing(std::filesystem::path folder, std::string split = {}, int classes = 11,
        std::chrono::milliseconds slice = std::chrono::milliseconds(20));
    ~PhotoListing() override;

    /// Throws what openPhotoSet throws.
    bool step() override;
    Progress progress() const override; ///< done: photos found; total is not known

    /// The photos found so far, in order: of a folder that holds photos itself any of them, of class folders
    /// the first ones. Their labels do not change any more.
    std::shared_ptr<const PhotoSet> result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The label of one image given alone: its file name, else its parent folder's name where that is a class
/// name (compared without case; '-', '_', '/' and space are one) or a class number, else none.
std::optional<int> labelOf(const std::filesystem::path &file, const std::vector<std::string> &classNames);

} // namespace convscope
