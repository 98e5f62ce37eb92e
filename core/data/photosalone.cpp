#include "core/computing.h"
#include "core/data/neighbours.h"
#include "core/data/photoset.h"
#include "core/error.h"

#include <algorithm>
#include <map>
#include <set>

namespace convscope {

namespace fs = std::filesystem;

namespace {

/// The folder of photos that are given alone, as if it had been opened for their sake.
PhotoSet folderAround(const fs::path &path, const std::vector<fs::path> &files, const LabelQuestion &question)
{
    Folder folder(path);
    NeighbourFinder neighbours(path);
    std::set<std::string> names;
    try {
        folder.read();
        names.insert(folder.pictures().begin(), folder.pictures().end());
    } catch (const Error &) { // whoever reads the photos will say what is wrong
    }
    while (neighbours.step(Clock::time_point::max())) { }
    for (const fs::path &file : files)
        names.insert(file.filename().native());
    PhotoSet set;
    for (const std::string &name : names)
        set.photos.push_back({path / name, {}});
    set.layout.neighbours = neighbours.found();
    set.layout.isUnlabelled = neighbours.isUnlabelled();
    takeLabels(set, question);
    return set;
}

void merge(Labels &all, const Labels &more)
{
    const bool differs = all.rule != more.rule;
    if (differs && all.rule == LabelRule::None)
        all.rule = more.rule;
    else if (differs && more.rule != LabelRule::None)
        all.rule = LabelRule::Various;
    all.areComparable = all.areComparable && more.areComparable;
    all.areMapped = all.areMapped || more.areMapped;
    all.askedFits = all.askedFits || more.askedFits;
}

} // namespace

PhotoSet photosAlone(const std::vector<fs::path> &files, const LabelQuestion &question)
{
    mayBlock("photosAlone");
    std::map<fs::path, std::vector<std::size_t>> byFolder;
    PhotoSet all;
    for (const fs::path &file : files) {
        std::error_code error;
        byFolder[fs::absolute(file, error).lexically_normal().parent_path()].push_back(all.photos.size());
        all.photos.push_back({file, {}});
    }
    bool isFirst = true;
    for (const auto &[folder, places] : byFolder) {
        std::vector<fs::path> here;
        for (const std::size_t place : places)
            here.push_back(files[place]);
        const PhotoSet set = folderAround(folder, here, question);
        std::map<std::string, const PhotoRef *> byName;
        for (const PhotoRef &photo : set.photos)
            byName[photo.file.filename().native()] = &photo;
        for (const std::size_t place : places) {
            PhotoRef &photo = all.photos[place];
            const PhotoRef &known = *byName.at(photo.file.filename().native());
            photo.label = known.label;
            photo.ownClass = known.ownClass;
            if (!known.ownClass.empty()
                && std::ranges::find(all.classes, known.ownClass) == all.classes.end())
                all.classes.push_back(known.ownClass);
        }
        if (isFirst)
            all.labels = set.labels;
        else
            merge(all.labels, set.labels);
        isFirst = false;
    }
    all.labels.ownClasses = int(all.classes.size());
    all.labels.withoutClass = std::size_t(
        std::ranges::count_if(all.photos, [](const PhotoRef &photo) { return photo.ownClass.empty(); }));
    return all;
}

} // namespace convscope
