#pragma once

#include "core/error.h"

#include <filesystem>

namespace convscope {

/// Throws Error: IndexDamaged, of a file of an index that was cut or changed.
[[noreturn]] inline void throwDamaged(const std::filesystem::path &file)
{
    throw Error(ErrorKind::IndexDamaged, file, {}, Phrase::CutOffOrGarbled);
}

} // namespace convscope
