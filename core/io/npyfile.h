#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// The first bytes of a .npy file (format 1.0). `type` is NumPy's, as it stands in Python: "'<f4'", or
/// "[('value', '<f4'), ('photo', '<i4')]".
std::string npyHeader(const std::string &type, const std::vector<std::int64_t> &shape);

/// A .npy file that is read where it lies, without being loaded: mapped into memory. Its bytes must not
/// change meanwhile.
class MappedNpy
{
public:
    MappedNpy() = default;
    /// Takes only what npyHeader() writes, of that type, whose elements have that many bytes, and of that
    /// many axes. Throws Error: NoSuchFile, CannotRead, IndexDamaged, where it is another array or is cut.
    MappedNpy(const std::filesystem::path &file, const std::string &type, std::size_t elementSize,
        std::size_t axes);
    ~MappedNpy();
    MappedNpy(MappedNpy &&other) noexcept;
    MappedNpy &operator=(MappedNpy &&other) noexcept;

    const std::vector<std::int64_t> &shape() const { return m_shape; }

    /// The elements in C order; `Value` has the type's size.
    template <typename Value> std::span<const Value> values() const
    {
        return {reinterpret_cast<const Value *>(m_data), m_bytes / sizeof(Value)};
    }

private:
    void *m_memory = nullptr;
    std::size_t m_size = 0; ///< of the file
    const char *m_data = nullptr;
    std::size_t m_bytes = 0; ///< of the elements
    std::vector<std::int64_t> m_shape;
};

} // namespace convscope
