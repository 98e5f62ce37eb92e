#pragma once

#include <filesystem>
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
enum class Labelling {
    FileNames, ///< Food-11: `<label>_<n>.jpg`
    Folders, ///< one sub-folder a class
    None,
};

/// A folder of photos, in the notebook's order: by the bytes of the file name (Food-11) or of the path below the
/// folder (class folders). `index` on the command line counts into `photos`.
struct PhotoSet
{
    std::filesystem::path folder;
    Labelling labelling = Labelling::None;
    std::vector<PhotoRef> photos;
    std::vector<std::string> folderClasses; ///< names of the class folders by label; empty unless Labelling::Folders
};

/// The splits a folder offers ("training", "validation", "evaluation", "testing", "train", "val", "test"), in that
/// order; empty where it holds photos itself.
std::vector<std::string> splitsOf(const std::filesystem::path &folder);

/// Lists the photos of a folder, or of one of its splits. Only files whose name ends like a picture's count; they
/// are not opened. `classes` bounds the labels that a file name may state: `^<n>_` with n below it.
/// With an empty split and a folder that offers splits, the first one offered is taken.
/// Throws Error: NoSuchFile, CannotRead, FolderWithoutImages, NoSuchSplit.
PhotoSet openPhotoSet(const std::filesystem::path &folder, const std::string &split = {}, int classes = 11);

/// The label of one image given alone: its file name, else its parent folder's name where that is a class name
/// (compared without case) or a class number, else none.
std::optional<int> labelOf(const std::filesystem::path &file, const std::vector<std::string> &classNames);

} // namespace convscope
