#pragma once

#include "core/data/photoset.h"
#include "tests/support/temporaryfolder.h"

namespace convscope {

using Lines = std::vector<std::string>;

/// The photos as "path below the folder=label", "-" for no label.
inline Lines listed(const PhotoSet &set)
{
    Lines lines;
    for (const PhotoRef &photo : set.photos)
        lines.push_back(photo.file.lexically_relative(set.folder).string() + "="
            + (photo.label ? std::to_string(*photo.label) : "-"));
    return lines;
}

/// Class folders with so many photos each: 0.jpg, 1.jpg and so on. Nothing decodes them.
inline void addClassFolders(
    const TemporaryFolder &folder, const std::filesystem::path &below, const Lines &classes, int photos)
{
    for (const std::string &name : classes) {
        for (int i = 0; i < photos; ++i)
            folder.add((below / name / (std::to_string(i) + ".jpg")).lexically_normal());
    }
}

} // namespace convscope
