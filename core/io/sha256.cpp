#include "core/io/sha256.h"

#include "core/computing.h"
#include "core/error.h"
#include "core/internal/regularfile.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

namespace convscope {

namespace {

constexpr std::size_t blockSize = 64;

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> constants{0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b,
    0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
    0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3,
    0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354,
    0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
    0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3,
    0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa,
    0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t wordAt(const std::uint8_t *bytes)
{
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8
        | bytes[3];
}

/// The standard's message schedule of a block.
std::array<std::uint32_t, 64> scheduleOf(const std::uint8_t *block)
{
    std::array<std::uint32_t, 64> words{};
    for (std::size_t i = 0; i < 16; ++i)
        words[i] = wordAt(block + 4 * i);
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t x = words[i - 15];
        const std::uint32_t y = words[i - 2];
        const std::uint32_t sigma0 = std::rotr(x, 7) ^ std::rotr(x, 18) ^ x >> 3;
        const std::uint32_t sigma1 = std::rotr(y, 17) ^ std::rotr(y, 19) ^ y >> 10;
        words[i] = sigma1 + words[i - 7] + sigma0 + words[i - 16];
    }
    return words;
}

/// Takes one block into the state; letters as in the standard.
void compress(std::array<std::uint32_t, 8> &state, const std::uint8_t *block)
{
    const std::array<std::uint32_t, 64> words = scheduleOf(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t sum1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t t1 = h + sum1 + ((e & f) ^ (~e & g)) + constants[i] + words[i];
        const std::uint32_t sum0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const std::array<std::uint32_t, 8> added{a, b, c, d, e, f, g, h};
    std::transform(state.begin(), state.end(), added.begin(), state.begin(), std::plus<>());
}

std::string systemReason(int number) { return std::generic_category().message(number); }

} // namespace

void Sha256::add(std::span<const std::uint8_t> bytes)
{
    const std::size_t held = m_count % blockSize;
    m_count += bytes.size();
    if (held > 0) {
        const std::size_t taken = std::min(bytes.size(), blockSize - held);
        std::copy_n(bytes.begin(), taken, m_block.begin() + std::ptrdiff_t(held));
        bytes = bytes.subspan(taken);
        if (held + taken < blockSize)
            return;
        compress(m_state, m_block.data());
    }
    for (; bytes.size() >= blockSize; bytes = bytes.subspan(blockSize))
        compress(m_state, bytes.data());
    std::copy(bytes.begin(), bytes.end(), m_block.begin());
}

/// Appends what the standard ends a message with: a bit that is set, zeros, and the number of bits.
void Sha256::finish()
{
    const std::uint64_t bits = 8 * m_count;
    const std::size_t held = m_count % blockSize;
    std::array<std::uint8_t, blockSize + 8> end{0x80};
    const std::size_t zerosEnd = (held < blockSize - 8 ? blockSize - 8 : 2 * blockSize - 8) - held;
    for (std::size_t i = 0; i < 8; ++i)
        end[zerosEnd + i] = std::uint8_t(bits >> (56 - 8 * i));
    add(std::span(end).first(zerosEnd + 8));
}

Sha256::Digest Sha256::digest() const
{
    Sha256 finished = *this;
    finished.finish();
    Digest digest;
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = std::uint8_t(finished.m_state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

std::string hexText(const Sha256::Digest &digest)
{
    constexpr const char *digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string sha256Of(std::string_view bytes)
{
    Sha256 hash;
    hash.add({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    return hexText(hash.digest());
}

std::string sha256OfFile(const std::filesystem::path &file)
{
    mayBlock("sha256OfFile");
    std::error_code reason;
    const std::filesystem::file_status status = std::filesystem::status(file, reason);
    if (status.type() == std::filesystem::file_type::not_found)
        throw Error(ErrorKind::NoSuchFile, file);
    if (reason)
        throw Error(ErrorKind::CannotRead, file, {reason.message()});
    if (std::filesystem::is_directory(status))
        throw Error(ErrorKind::CannotRead, file, {systemReason(EISDIR)});
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorKind::CannotRead, file, {systemReason(errno)});
    Sha256 hash;
    std::vector<std::uint8_t> piece(std::size_t(1) << 20);
    while (stream) {
        stream.read(reinterpret_cast<char *>(piece.data()), std::streamsize(piece.size()));
        hash.add(std::span(piece).first(std::size_t(stream.gcount())));
    }
    if (!stream.eof())
        throw Error(ErrorKind::CannotRead, file, {systemReason(errno)});
    return hexText(hash.digest());
}

std::string sha256OfRegularFile(const std::filesystem::path &file)
{
    mayBlock("sha256OfRegularFile");
    const RegularFile opened(file);
    Sha256 hash;
    std::vector<std::uint8_t> piece(std::size_t(1) << 20);
    while (const std::size_t got = opened.read(piece.data(), piece.size()))
        hash.add(std::span(piece).first(got));
    return hexText(hash.digest());
}

} // namespace convscope
