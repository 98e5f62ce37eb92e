#include "app/resources.h"

#include <system_error>

namespace convscope {

std::filesystem::path resourceFolder()
{
    std::error_code error;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const auto inBuildTree = folder / "resources";
    if (std::filesystem::exists(inBuildTree, error))
        return inBuildTree;
    return (folder / CONVSCOPE_RESOURCES_FROM_BIN).lexically_normal();
}

std::filesystem::path documentationFile()
{
    std::error_code error;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const auto inBuildTree = folder / "docs";
    const auto docs = std::filesystem::exists(inBuildTree, error) ? inBuildTree : resourceFolder() / "docs";
    return docs / "user" / "README.md";
}

} // namespace convscope
