#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace convscope {

/// The text in a file as UTF-8, without its byte order mark: UTF-16, of either order, where it has that mark,
/// else UTF-8. None where it is no such text, as in encodings without a mark (GBK, Big5, Latin-1), which
/// cannot be told from each other for sure.
std::optional<std::string> utf8FromMarked(std::span<const std::uint8_t> bytes);

} // namespace convscope
