#include "core/internal/readtext.h"

#include "core/data/filekind.h"
#include "core/error.h"
#include "core/internal/readfile.h"
#include "core/internal/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

constexpr std::size_t largestMiB = 16;
constexpr std::size_t largest = largestMiB << 20;

/// Line and column of a byte, as editors count them: from 1, the column in characters.
std::vector<std::string> placeIn(const std::string &text, std::size_t byte)
{
    const auto end = text.begin() + std::ptrdiff_t(std::min(byte, text.size()));
    const auto line = std::count(text.begin(), end, '\n') + 1;
    const auto begin = std::find(std::make_reverse_iterator(end), text.rend(), '\n').base();
    const auto isCharacter = [](char each) { return (each & 0xC0) != 0x80; };
    return {std::to_string(line), std::to_string(std::count_if(begin, end, isCharacter) + 1)};
}

} // namespace

std::string readText(const std::filesystem::path &file)
{
    const std::vector<std::uint8_t> bytes = readFile(file, largest + 1);
    if (bytes.size() > largest)
        throw Error(
            ErrorKind::CannotRead, file, {}, Phrase(Phrase::LargerThan, {std::to_string(largestMiB)}));
    if (const std::optional<FileKind> kind = fileKind(bytes))
        throw Error(ErrorKind::FileOfOtherKind, file, {name(*kind)});
    std::optional<std::string> text = utf8FromMarked(bytes);
    if (!text)
        throw Error(ErrorKind::NotUtf8, file);
    return *std::move(text);
}

bool looksLikeJson(const std::string &text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string::npos && (text[begin] == '{' || text[begin] == '[');
}

nlohmann::ordered_json parseJson(const std::string &text, const std::filesystem::path &file)
{
    try {
        return nlohmann::ordered_json::parse(text);
    } catch (const nlohmann::ordered_json::parse_error &error) {
        throw Error(ErrorKind::JsonBroken, file, placeIn(text, error.byte > 0 ? error.byte - 1 : 0));
    }
}

} // namespace convscope
