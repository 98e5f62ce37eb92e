#include "core/internal/utf8.h"

#include <algorithm>

#include <iconv.h>

namespace convscope {

namespace {

/// By the C library; none where the bytes are not of that encoding.
std::optional<std::string> converted(std::span<const std::uint8_t> bytes, const char *encoding)
{
    const iconv_t converter = ::iconv_open("UTF-8", encoding);
    if (converter == iconv_t(-1)) // NOLINT: that is how it says so
        return std::nullopt;
    std::string from(bytes.begin(), bytes.end());
    std::string text(2 * bytes.size() + 4, '\0'); // of UTF-16, two bytes become three at most
    char *next = from.data();
    std::size_t left = from.size();
    char *to = text.data();
    std::size_t room = text.size();
    const std::size_t result = ::iconv(converter, &next, &left, &to, &room);
    ::iconv_close(converter);
    if (result == std::size_t(-1) || left > 0)
        return std::nullopt;
    text.resize(text.size() - room);
    return text;
}

} // namespace

std::optional<std::string> utf8FromMarked(std::span<const std::uint8_t> bytes)
{
    const auto begins = [&](std::initializer_list<std::uint8_t> mark) {
        return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin());
    };
    if (begins({0xff, 0xfe}))
        return converted(bytes.subspan(2), "UTF-16LE");
    if (begins({0xfe, 0xff}))
        return converted(bytes.subspan(2), "UTF-16BE");
    if (begins({0xef, 0xbb, 0xbf}))
        bytes = bytes.subspan(3);
    if (std::find(bytes.begin(), bytes.end(), 0) != bytes.end()) // no character of a text
        return std::nullopt;
    return converted(bytes, "UTF-8");
}

} // namespace convscope
