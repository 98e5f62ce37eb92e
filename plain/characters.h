#pragma once

namespace plain {

// What the texts need to know of Unicode (version 14), where the program's language is not asked.

bool isControl(char32_t character);
/// A mark over or below the character before it, which takes no room of its own.
bool isNonSpacing(char32_t character);
bool isHan(char32_t character);
bool isHiragana(char32_t character);
bool isKatakana(char32_t character);
bool isHangul(char32_t character);

char16_t upper(char16_t character);
/// The same for the small and the large letter.
char16_t folded(char16_t character);

} // namespace plain
