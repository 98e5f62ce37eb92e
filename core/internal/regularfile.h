#pragma once

#include <cstddef>
#include <filesystem>

namespace convscope {

/// A regular file that is open for reading, closed at the end. What stands there is looked at once it is
/// open, and opening a pipe does not wait for its writer: so nothing in place of a file can hold a reader up.
class RegularFile
{
public:
    /// Throws Error: NoSuchFile, CannotRead (also what is no file: a folder, a device, a pipe).
    explicit RegularFile(const std::filesystem::path &file);
    ~RegularFile();
    RegularFile(const RegularFile &) = delete;
    RegularFile &operator=(const RegularFile &) = delete;

    int descriptor() const { return m_descriptor; }
    std::size_t size() const { return m_size; } ///< when it was opened

    /// The next bytes, at most so many; 0 at the end. Throws Error: CannotRead.
    std::size_t read(void *to, std::size_t atMost) const;

private:
    std::filesystem::path m_file;
    int m_descriptor;
    std::size_t m_size = 0;
};

} // namespace convscope
