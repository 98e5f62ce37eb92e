#include "plain/utf.h"

#include <cstdint>

namespace plain {

namespace {

constexpr char16_t replacement = 0xfffd;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

bool isHigh(char16_t unit) { return unit >= 0xd800 && unit <= 0xdbff; }
bool isLow(char16_t unit) { return unit >= 0xdc00 && unit <= 0xdfff; }
bool isContinuation(unsigned char byte) { return (byte & 0xc0) == 0x80; }

struct Character
{
    char32_t code;
    std::size_t length; ///< in bytes or units; 0: no character begins here
};

/// How many bytes follow the first one of a character; -1: none begins like that.
int followers(unsigned char first)
{
    if (first < 0x80)
        return 0;
    if (first >= 0xc2 && first <= 0xdf)
        return 1;
    if (first >= 0xe0 && first <= 0xef)
        return 2;
    return first >= 0xf0 && first <= 0xf4 ? 3 : -1;
}

Character characterAt(std::string_view text, std::size_t place)
{
    constexpr char32_t lowest[] = {
        0, 0x80, 0x800, 0x10000}; // of so many followers: what is written longer is refused
    const auto first = static_cast<unsigned char>(text[place]);
    const int count = followers(first);
    if (count < 0 || text.size() - place <= std::size_t(count))
        return {0, 0};
    char32_t code = count == 0 ? first : first & (0x3fU >> count);
    for (std::size_t i = 1; i <= std::size_t(count); ++i) {
        const auto byte = static_cast<unsigned char>(text[place + i]);
        if (!isContinuation(byte))
            return {0, 0};
        code = code << 6 | (byte & 0x3fU);
    }
    const bool isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < lowest[count] || code > 0x10ffff || isSurrogate)
        return {0, 0};
    return {code, std::size_t(count) + 1};
}

Character characterAt(std::u16string_view text, std::size_t place)
{
    const char16_t unit = text[place];
    if (!isHigh(unit) && !isLow(unit))
        return {unit, 1};
    if (isHigh(unit) && place + 1 < text.size() && isLow(text[place + 1]))
        return {0x10000 + ((char32_t(unit) & 0x3ff) << 10 | (char32_t(text[place + 1]) & 0x3ff)), 2};
    return {0, 0};
}

void append(std::u16string &text, char32_t code)
{
    if (code < 0x10000) {
        text += char16_t(code);
        return;
    }
    text += char16_t(0xd800 + ((code - 0x10000) >> 10));
    text += char16_t(0xdc00 + ((code - 0x10000) & 0x3ff));
}

void append(std::string &text, char32_t code)
{
    if (code < 0x80) {
        text += char(code);
        return;
    }
    constexpr char32_t leads[] = {0, 0xc0, 0xe0, 0xf0};
    const int count = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    text += char(leads[count] | code >> (6 * count));
    for (int i = count - 1; i >= 0; --i)
        text += char(0x80 | (code >> (6 * i) & 0x3f));
}

} // namespace

std::u16string utf16(std::string_view utf8)
{
    if (utf8.starts_with(byteOrderMark))
        utf8.remove_prefix(byteOrderMark.size());
    std::u16string text;
    text.reserve(utf8.size());
    for (std::size_t place = 0; place < utf8.size();) {
        const Character character = characterAt(utf8, place);
        append(text, character.length == 0 ? replacement : character.code);
        place += character.length == 0 ? 1 : character.length;
    }
    return text;
}

std::string utf8(std::u16string_view utf16)
{
    std::string text;
    text.reserve(utf16.size());
    for (std::size_t place = 0; place < utf16.size();) {
        const Character character = characterAt(utf16, place);
        append(text, character.length == 0 ? U'?' : character.code);
        place += character.length == 0 ? 1 : character.length;
    }
    return text;
}

std::u32string utf32(std::u16string_view utf16)
{
    std::u32string text;
    for (std::size_t place = 0; place < utf16.size();) {
        const Character character = characterAt(utf16, place);
        text += character.length == 0 ? char32_t(replacement) : character.code;
        place += character.length == 0 ? 1 : character.length;
    }
    return text;
}

} // namespace plain
