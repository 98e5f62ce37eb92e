#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/onnxmodel.h"

#include <ATen/core/Tensor.h>

#include <set>

namespace convscope {

/// The files beside a network that hold its tensors. Only files in the network's own folder are read.
class OnnxFolder
{
public:
    explicit OnnxFolder(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }

    /// A tensor of `type` whose bytes are in one of them. All that is read of one file together is never more
    /// than it holds. Throws Error: NetworkDamaged, NoSuchFile, CannotRead, OutOfMemory.
    at::Tensor read(const OnnxTensor &tensor, at::ScalarType type, std::uint64_t size);

    const std::set<std::filesystem::path> &files() const { return m_files; } ///< that were read

private:
    std::filesystem::path pathOf(const std::string &tensor, const std::string &location) const;

    std::filesystem::path m_folder;
    std::set<std::filesystem::path> m_files;
    std::map<std::filesystem::path, std::uint64_t> m_left; ///< bytes that may be read still, by file
};

/// The tensor on the CPU, in its own type, or in int64 where LibTorch has no such type. It shares its memory
/// with what it is made of. Throws Error: NetworkDamaged, NetworkTensorUnusual, NoSuchFile, CannotRead,
/// OutOfMemory.
at::Tensor tensorOf(const OnnxTensor &tensor, OnnxFolder &folder);

/// LibTorch's type for one of ONNX; none where there is none.
std::optional<at::ScalarType> scalarType(OnnxType type);

/// As ONNX calls it: "FLOAT".
std::string name(OnnxType type);

} // namespace convscope
