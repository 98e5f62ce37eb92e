#pragma once

#include "core/computation.h"
#include "core/data/labels.h"

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
    /// True class, as one of the network's. None where it is not known, or is none of the network's.
    std::optional<int> label;
    std::string ownClass = {}; ///< true class, as one of the folder's: its name; empty where it is not known

    bool operator==(const PhotoRef &) const = default;
};

/// The folders beside one, itself among them, that hold pictures.
struct Neighbours
{
    std::vector<std::string> names; ///< by their bytes
    std::size_t self = 0;
    bool areAll = true; ///< no other folder lies beside them
};

/// How photos lie in a folder, whatever a network makes of it.
struct FolderLayout
{
    struct ClassFolder
    {
        std::string name;
        std::size_t end = 0; ///< its photos lie in front of this place of the set
    };

    std::vector<ClassFolder> classFolders; ///< two or more, or none
    /// Of a folder that holds the photos itself: which folders it stands among, the nearest first.
    std::vector<Neighbours> neighbours;
    bool isUnlabelled = false; ///< a folder called "unlabeled"
    /// Folders that hold pictures only in folders of theirs, so that they are no classes: several data sets.
    std::vector<std::string> dataSets;
    std::size_t strays = 0; ///< pictures beside the folders that were listed; they do not belong to the set
    std::vector<std::string> leftOut; ///< folders with pictures beside splits, or splits beside class folders
};

/// A folder of photos, in the notebook's order: by the bytes of the file name; class folders one after the
/// other, as torchvision's ImageFolder takes them. `index` on the command line counts into `photos`.
struct PhotoSet
{
    std::filesystem::path folder; ///< that holds the photos or the class folders
    std::vector<PhotoRef> photos;
    std::vector<std::string> splits; ///< that the folder asked for offers, as splitsOf
    std::string split; ///< the one that this is; empty where there are none
    FolderLayout layout;
    std::vector<std::string> classes; ///< the folder's own; empty where it tells none
    Labels labels; ///< how `label` and `ownClass` of the photos came about
};

/// The splits that a folder offers, by the names of their folders: training first, then validation,
/// evaluation and testing; what is called "labeled" and "unlabeled" in one of them is one each
/// ("training/labeled"). Empty where the folder is not divided. Throws Error: NoSuchFile, CannotRead.
std::vector<std::string> splitsOf(const std::filesystem::path &folder);

/// Lists the photos of a folder, or of one of its splits: named as splitsOf does, or without case, or by the
/// first part of such a name; the first split offered where none is asked for.
///
/// Only files whose name ends like a picture's count (core/data/folder.h); they are not opened. What is
/// hidden is left out.
///
/// A folder without pictures that holds one folder is gone through. Splits are folders with their names that
/// hold at least as many pictures as lie beside them. A folder that holds pictures itself is taken as it is;
/// but at most ten do not count where folders beside them hold five times as many. Otherwise each folder with
/// pictures is a class, with all that lies below it; not the folder `masks` that repeats their tree.
///
/// Labels are taken from all that as takeLabels says. Throws Error: NoSuchFile, CannotRead,
/// FolderWithoutImages, NoSuchSplit.
PhotoSet openPhotoSet(
    const std::filesystem::path &folder, const std::string &split = {}, const LabelQuestion &question = {});

/// Photos that are given one by one, in that order: each has the label that it has in its folder. Of files
/// that are not there nothing is said. `folder` is empty.
PhotoSet photosAlone(const std::vector<std::filesystem::path> &files, const LabelQuestion &question = {});

/// Labels the photos of a set anew: for another network, by another rule, or with another map. Reads no
/// files.
void takeLabels(PhotoSet &set, const LabelQuestion &question);

/// Lists a folder as openPhotoSet does, some milliseconds a step, so that what is found can be shown
/// meanwhile.
class PhotoListing : public Computation
{
public:
    explicit PhotoListing(std::filesystem::path folder, std::string split = {}, LabelQuestion question = {},
        std::chrono::milliseconds slice = std::chrono::milliseconds(20));
    ~PhotoListing() override;

    /// Throws what openPhotoSet throws.
    bool step() override;
    Progress progress() const override; ///< done: photos found; total is not known

    /// The photos found so far, in order: of a folder that holds photos itself any of them, of class folders
    /// the first ones. They have no labels before all are found: which rule holds depends on all names.
    std::shared_ptr<const PhotoSet> result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace convscope
