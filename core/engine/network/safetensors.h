#pragma once

#include "core/engine/network/statedict.h"

#include <filesystem>

namespace convscope {

/// A file in the safetensors format: eight bytes with the length of a JSON header, the header, the tensors'
/// bytes (https://github.com/huggingface/safetensors). Nothing in it is trusted: every tensor lies inside the
/// file and is as long as its shape says, and all together are no more than the file holds. Errors are
/// without a file; whoever knows it adds it.
class SafeTensors
{
public:
    /// Whether a file begins as such a one does.
    static bool isOne(const std::filesystem::path &file);

    /// Throws Error: NetworkDamaged.
    explicit SafeTensors(const std::filesystem::path &file);

    const StateDict &tensors() const { return m_tensors; } ///< the name is the entry
    /// Throws Error: NetworkDamaged.
    std::vector<std::uint8_t> read(const std::string &entry) const;

private:
    struct Range
    {
        std::uint64_t begin = 0; ///< in the file
        std::uint64_t size = 0;
    };

    std::filesystem::path m_file;
    StateDict m_tensors;
    std::map<std::string, Range> m_ranges;
};

} // namespace convscope
