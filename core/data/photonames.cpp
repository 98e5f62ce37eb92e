#include "core/data/photonames.h"

#include "core/io/sha256.h"

namespace convscope {

namespace fs = std::filesystem;

std::string nameBelow(const PhotoSet &set, const PhotoRef &photo)
{
    const std::string &folder = set.folder.native();
    const std::string &file = photo.file.native();
    const bool below = !folder.empty() && file.size() > folder.size() && file.starts_with(folder)
        && file[folder.size()] == '/';
    return below ? file.substr(folder.size() + 1) : file;
}

fs::path keyFolder(const PhotoSet &set)
{
    std::error_code error;
    if (!set.folder.empty())
        return fs::absolute(set.folder, error).lexically_normal();
    Sha256 names;
    for (const PhotoRef &photo : set.photos) {
        const std::string name = fs::absolute(photo.file, error).native() + '\0';
        names.add({reinterpret_cast<const std::uint8_t *>(name.data()), name.size()});
    }
    return hexText(names.digest());
}

} // namespace convscope
