#pragma once

#include "core/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace convscope {

using Bytes = std::span<const std::uint8_t>;

/// The whole number that up to eight bytes write, the least significant first.
std::uint64_t littleEndian(Bytes bytes);
/// The same of a number with a sign, in two's complement.
std::int64_t signedLittleEndian(Bytes bytes);
/// The whole number that up to eight bytes write, the most significant first.
std::uint64_t bigEndian(Bytes bytes);

/// `count` bytes from `offset` on; nothing where they end before.
std::optional<Bytes> bytesAt(Bytes bytes, std::uint64_t offset, std::uint64_t count);

/// Reads bytes from the first on. Where fewer are left than are wanted, it throws the error that it was
/// given.
class ByteReader
{
public:
    ByteReader(Bytes bytes, Error cut);

    std::uint8_t byte();
    Bytes take(std::uint64_t count);
    /// A little-endian number of `count` bytes.
    std::uint64_t number(std::size_t count);
    /// A text behind its length, a number of `lengthBytes` bytes.
    std::string text(std::size_t lengthBytes);
    /// What stands before the next line feed, which is taken too.
    std::string line();

private:
    Bytes m_left;
    Error m_cut;
};

} // namespace convscope
