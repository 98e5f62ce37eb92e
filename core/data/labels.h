#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What told the classes of a folder's photos.
enum class LabelRule
{
    FileNames, ///< Food-11: `<label>_<n>.jpg`
    FolderNames, ///< class folders called like the network's classes
    FolderNumbers, ///< class folders called 0 … n−1
    FolderOrder, ///< class folders of other names, in byte order, as torchvision's ImageFolder
    Various, ///< of photos from several folders, not all by the same rule
    None,
};

/// As in JSON: file-names, folder-names, folder-numbers, folder-order, various, none.
const char *name(LabelRule rule);

/// Which rule a user asks for.
enum class LabelsAsked
{
    Automatic, ///< the one that fits
    Names, ///< of the files
    Folders, ///< their names, else their order
    Numbers, ///< that folders are called
    None,
};

/// As on the command line and in sessions: auto, names, folders, numbers, none.
const char *name(LabelsAsked asked);
std::optional<LabelsAsked> labelsAsked(const std::string &name);

/// For classes of a folder, by their names, the class of the network that is meant: its name or its number;
/// empty where the network has none.
using LabelMap = std::map<std::string, std::string>;

/// Reads a map: a JSON object (`{"Soup": "consommé", "Bread": 930, "Egg": null}`), or lines `Soup=consommé`,
/// where `Egg=` has none and a line that begins with # says nothing. Throws Error: NoSuchFile, CannotRead,
/// FileEmpty, FileOfOtherKind, NotUtf8, JsonBroken, NotALabelMap, MappedTwice.
LabelMap readLabelMap(const std::filesystem::path &file);

/// What a user says of the labels of a folder.
struct LabelChoice
{
    LabelsAsked asked = LabelsAsked::Automatic;
    LabelMap map = {};

    bool operator==(const LabelChoice &) const = default;
};

/// What labels are to mean.
struct LabelQuestion
{
    int classCount = 11; ///< of the network
    std::vector<std::string> classNames =
        {}; ///< where somebody told them; else Food-11's are presumed of eleven
    LabelsAsked asked = LabelsAsked::Automatic;
    LabelMap map = {};

    bool operator==(const LabelQuestion &) const = default;
};

/// Finds the class of the network that is meant by its name (compared as sameClassName does) or its number.
class ClassFinder
{
public:
    explicit ClassFinder(const LabelQuestion &question);
    std::optional<int> find(const std::string &nameOrNumber) const;

private:
    int m_count;
    std::map<std::string, int> m_named; ///< by what sameClassName compares; of equal names the first
};

/// How labels were taken, and what did not fit.
struct Labels
{
    LabelRule rule = LabelRule::None;
    LabelsAsked asked = LabelsAsked::Automatic;
    /// The folder's classes are those of the network. Else the photos have no label, only their own class.
    bool areComparable = true;
    bool areMapped = false; ///< a map said some of them
    bool askedFits = true; ///< at least one photo could be labelled by the rule that was asked for
    int networkClasses = 0;
    int ownClasses = 0; ///< that the folder has, or that file names tell; 0 where there are none
    std::vector<std::string> unmatched; ///< class folders that are no class of the network
    std::size_t withoutClass = 0; ///< photos that told no class, where others do

    bool operator==(const Labels &) const = default;
};

/// Without case, spaces, '_', '-' and '/': a folder cannot be called "Noodles/Pasta".
bool sameClassName(const std::string &a, const std::string &b);

} // namespace convscope
