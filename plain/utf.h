#pragma once

#include <string>
#include <string_view>

namespace plain {

/// UTF-8 as UTF-16. Each byte that belongs to no character becomes U+FFFD; a byte order mark at the beginning
/// is left out.
std::u16string utf16(std::string_view utf8);

/// UTF-16 as UTF-8. Half a surrogate pair becomes a question mark.
std::string utf8(std::u16string_view utf16);

/// The characters of UTF-16, each as one number; half a surrogate pair becomes U+FFFD.
std::u32string utf32(std::u16string_view utf16);

} // namespace plain
