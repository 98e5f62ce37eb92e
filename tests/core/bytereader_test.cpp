#include "core/internal/bytereader.h"
#include "tests/support/catch.h"
#include "tests/support/networks.h"

#include <string_view>

using namespace convscope;
using namespace std::string_view_literals;

namespace {

Bytes bytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

ByteReader reader(std::string_view text)
{
    return ByteReader(bytes(text), Error(ErrorKind::NetworkDamaged, {}, {"cut"}));
}

template <typename Read> bool isCut(std::string_view text, Read read)
{
    ByteReader from = reader(text);
    const auto error = errorOf([&] { read(from); });
    return error && error->kind() == ErrorKind::NetworkDamaged && error->values().front() == "cut";
}

} // namespace

TEST_CASE("numbers are read in both orders of their bytes")
{
    CHECK(littleEndian(bytes("\x01\x02\x03"sv)) == 0x030201);
    CHECK(bigEndian(bytes("\x01\x02\x03"sv)) == 0x010203);
    CHECK(littleEndian(bytes("\xff\xff\xff\xff\xff\xff\xff\xff"sv)) == UINT64_MAX);
    CHECK(bigEndian(bytes("\x80\0\0\0\0\0\0\0"sv)) == std::uint64_t(1) << 63);
    CHECK(littleEndian({}) == 0);
    CHECK(bigEndian({}) == 0);
}

TEST_CASE("signs are read of numbers of any length")
{
    CHECK(signedLittleEndian({}) == 0);
    CHECK(signedLittleEndian(bytes("\x7f"sv)) == 127);
    CHECK(signedLittleEndian(bytes("\x80"sv)) == -128);
    CHECK(signedLittleEndian(bytes("\xfe\xff\xff\xff"sv)) == -2);
    CHECK(signedLittleEndian(bytes("\xff\x00"sv)) == 255);
    CHECK(signedLittleEndian(bytes("\x00\x00\x00\x00\x00\x00\x00\x80"sv)) == INT64_MIN);
}

TEST_CASE("no bytes are taken from beyond the end")
{
    const Bytes four = bytes("abcd"sv);
    REQUIRE(bytesAt(four, 1, 3));
    CHECK(bytesAt(four, 1, 3)->front() == 'b');
    CHECK(bytesAt(four, 4, 0));
    CHECK(!bytesAt(four, 1, 4));
    CHECK(!bytesAt(four, 5, 0));
    CHECK(!bytesAt(four, 1, UINT64_MAX)); // whose sum would overflow
    CHECK(!bytesAt(four, UINT64_MAX, 1));
}

TEST_CASE("a reader goes on from where it was")
{
    ByteReader from = reader("\x07\x01\x02\x03\0\0\0abcone\n\ntwo"sv);
    CHECK(from.byte() == 7);
    CHECK(from.number(2) == 0x201);
    CHECK(from.text(4) == "abc");
    CHECK(from.line() == "one");
    CHECK(from.line().empty());
    CHECK(from.take(0).empty());
    CHECK(from.take(3).back() == 'o');
    CHECK(errorOf([&] { from.byte(); }));
}

TEST_CASE("what is cut is refused with the error that is given")
{
    CHECK(isCut("", [](ByteReader &from) { from.byte(); }));
    CHECK(isCut("abc", [](ByteReader &from) { from.number(4); }));
    CHECK(isCut("abc", [](ByteReader &from) { from.take(UINT64_MAX); }));
    CHECK(isCut("\x04"
                "abc",
        [](ByteReader &from) { from.text(1); }));
    CHECK(isCut("\xff\xff\xff\xff\xff\xff\xff\xff", [](ByteReader &from) { from.text(8); }));
    CHECK(isCut("no end", [](ByteReader &from) { from.line(); }));
}
