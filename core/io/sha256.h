#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace convscope {

/// SHA-256 of bytes that come piece by piece (FIPS 180-4).
class Sha256
{
public:
    using Digest = std::array<std::uint8_t, 32>;

    /// The digest depends on all bytes together, not on how they are cut into pieces.
    void add(std::span<const std::uint8_t> bytes);

    /// Of all that was added. More may be added after that.
    Digest digest() const;

private:
    void finish();

    std::array<std::uint32_t, 8> m_state{
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_block{}; ///< bytes that do not fill a block yet
    std::uint64_t m_count = 0; ///< bytes added
};

/// 64 digits, in small letters.
std::string hexText(const Sha256::Digest &digest);

/// SHA-256 of bytes as hexText writes it.
std::string sha256Of(std::string_view bytes);

/// SHA-256 of a file's bytes as hexText writes it. The file is read in pieces, so that it may be of any size;
/// it may be empty; a pipe is read until its
/// writer closes it. Throws Error: NoSuchFile, CannotRead (also of a folder).
std::string sha256OfFile(const std::filesystem::path &file);

/// The same of a regular file; a pipe or a device is not waited for. Throws Error: NoSuchFile, CannotRead.
std::string sha256OfRegularFile(const std::filesystem::path &file);

} // namespace convscope
