#include "core/internal/bytereader.h"

#include <algorithm>
#include <utility>

namespace convscope {

std::uint64_t littleEndian(Bytes bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | bytes[i];
    return value;
}

std::int64_t signedLittleEndian(Bytes bytes)
{
    std::uint64_t value = littleEndian(bytes);
    if (!bytes.empty() && bytes.size() < 8 && (bytes.back() & 0x80))
        value |= ~std::uint64_t(0) << (8 * bytes.size());
    return std::int64_t(value);
}

std::uint64_t bigEndian(Bytes bytes)
{
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value;
}

std::optional<Bytes> bytesAt(Bytes bytes, std::uint64_t offset, std::uint64_t count)
{
    if (offset > bytes.size() || count > bytes.size() - offset)
        return std::nullopt;
    return bytes.subspan(std::size_t(offset), std::size_t(count));
}

ByteReader::ByteReader(Bytes bytes, Error cut)
    : m_left(bytes)
    , m_cut(std::move(cut))
{
}

std::uint8_t ByteReader::byte() { return take(1)[0]; }

Bytes ByteReader::take(std::uint64_t count)
{
    if (count > m_left.size())
        throw m_cut;
    const Bytes taken = m_left.first(std::size_t(count));
    m_left = m_left.subspan(std::size_t(count));
    return taken;
}

std::uint64_t ByteReader::number(std::size_t count) { return littleEndian(take(count)); }

std::string ByteReader::text(std::size_t lengthBytes)
{
    const Bytes bytes = take(number(lengthBytes));
    return std::string(bytes.begin(), bytes.end());
}

std::string ByteReader::line()
{
    const auto length = std::uint64_t(std::ranges::find(m_left, std::uint8_t('\n')) - m_left.begin());
    const Bytes bytes = take(length + 1);
    return std::string(bytes.begin(), bytes.end() - 1);
}

} // namespace convscope
