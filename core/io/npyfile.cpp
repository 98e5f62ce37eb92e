#include "core/io/npyfile.h"

#include "core/computing.h"
#include "core/error.h"
#include "core/internal/indexdamaged.h"
#include "core/internal/regularfile.h"

#include <cerrno>
#include <cstring>
#include <limits>
#include <system_error>
#include <utility>

#include <sys/mman.h>

namespace convscope {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t alignment = 64;
constexpr std::size_t preambleSize = 10; // magic, version, length of the header

/// The axes that stand in a header of ours; empty where there are none or other ones.
std::vector<std::int64_t> shapeIn(const std::string &text)
{
    std::vector<std::int64_t> shape;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t used = 0;
        if (text[at] < '0' || text[at] > '9')
            return {};
        try {
            shape.push_back(std::stoll(text.substr(at), &used));
        } catch (const std::exception &) {
            return {};
        }
        at += used;
        if (at < text.size() && text[at] == ',')
            at += at + 1 < text.size() && text[at + 1] == ' ' ? std::size_t(2) : std::size_t(1);
    }
    return shape;
}

/// Of the first bytes of a file: what stands in front of the elements.
std::size_t headerSize(const char *bytes)
{
    const auto low = std::size_t(std::uint8_t(bytes[8]));
    const auto high = std::size_t(std::uint8_t(bytes[9]));
    return preambleSize + low + 256 * high;
}

} // namespace

std::string npyHeader(const std::string &type, const std::vector<std::int64_t> &shape)
{
    std::string dictionary = "{'descr': " + type + ", 'fortran_order': False, 'shape': (";
    for (std::size_t i = 0; i < shape.size(); ++i)
        dictionary += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    dictionary += shape.size() == 1 ? ",), }" : "), }";
    const std::size_t used = preambleSize + dictionary.size() + 1;
    dictionary.append((alignment - used % alignment) % alignment, ' ');
    dictionary += '\n';
    std::string result("\x93NUMPY\x01\x00", 8);
    result += char(dictionary.size() & 0xffU);
    result += char(dictionary.size() >> 8);
    return result + dictionary;
}

MappedNpy::MappedNpy(const fs::path &file, const std::string &type, std::size_t elementSize, std::size_t axes)
{
    mayBlock("MappedNpy");
    const RegularFile opened(file);
    m_size = opened.size();
    if (m_size <= preambleSize)
        throwDamaged(file);
    m_memory = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, opened.descriptor(), 0);
    if (m_memory == MAP_FAILED) {
        m_memory = nullptr;
        throw Error(ErrorKind::CannotRead, file, {std::generic_category().message(errno)});
    }
    try {
        const char *const bytes = static_cast<const char *>(m_memory);
        const std::size_t header = headerSize(bytes);
        if (std::memcmp(bytes, "\x93NUMPY\x01\x00", 8) != 0 || header > m_size)
            throwDamaged(file);
        const std::string text(bytes + preambleSize, header - preambleSize);
        const std::string begin = "{'descr': " + type + ", 'fortran_order': False, 'shape': (";
        const std::size_t end = text.find(')', begin.size());
        if (!text.starts_with(begin) || end == std::string::npos)
            throwDamaged(file);
        m_shape = shapeIn(text.substr(begin.size(), end - begin.size()));
        std::size_t expected = elementSize;
        for (const std::int64_t axis : m_shape) {
            if (axis > 0 && expected > std::numeric_limits<std::size_t>::max() / std::size_t(axis))
                throwDamaged(file);
            expected *= std::size_t(axis);
        }
        m_data = bytes + header;
        m_bytes = m_size - header;
        if (m_shape.size() != axes || m_bytes != expected)
            throwDamaged(file);
    } catch (...) {
        ::munmap(m_memory, m_size);
        throw;
    }
}

MappedNpy::~MappedNpy()
{
    if (m_memory)
        ::munmap(m_memory, m_size);
}

MappedNpy::MappedNpy(MappedNpy &&other) noexcept { *this = std::move(other); }

MappedNpy &MappedNpy::operator=(MappedNpy &&other) noexcept
{
    std::swap(m_memory, other.m_memory);
    std::swap(m_size, other.m_size);
    std::swap(m_data, other.m_data);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_shape, other.m_shape);
    return *this;
}

} // namespace convscope
