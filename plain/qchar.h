#pragma once

#include "plain/characters.h"
#include "plain/qglobal.h"

/// A unit of UTF-16.
class QChar
{
public:
    enum SpecialCharacter : char16_t
    {
        Space = 0x20,
        Nbsp = 0xa0,
        ReplacementCharacter = 0xfffd
    };
    /// Those that are asked for; whatever else there is, is a symbol.
    enum Category
    {
        Mark_NonSpacing,
        Other_Control,
        Symbol_Other
    };
    enum Script
    {
        Script_Common,
        Script_Han,
        Script_Hiragana,
        Script_Katakana,
        Script_Hangul
    };

    constexpr QChar() = default;
    constexpr QChar(char16_t unit)
        : m_unit(unit)
    {
    }
    constexpr QChar(int unit)
        : m_unit(char16_t(unit))
    {
    }
    constexpr QChar(SpecialCharacter special)
        : m_unit(char16_t(special))
    {
    }

    constexpr char16_t unicode() const { return m_unit; }
    Category category() const { return category(m_unit); }
    bool isDigit() const { return m_unit >= u'0' && m_unit <= u'9'; }
    int digitValue() const { return isDigit() ? m_unit - u'0' : -1; }
    QChar toUpper() const { return plain::upper(m_unit); }
    friend constexpr bool operator==(QChar, QChar) = default;

    static Category category(char32_t character)
    {
        return plain::isControl(character)   ? Other_Control
            : plain::isNonSpacing(character) ? Mark_NonSpacing
                                             : Symbol_Other;
    }
    static Script script(char32_t character)
    {
        return plain::isHan(character)     ? Script_Han
            : plain::isHiragana(character) ? Script_Hiragana
            : plain::isKatakana(character) ? Script_Katakana
            : plain::isHangul(character)   ? Script_Hangul
                                           : Script_Common;
    }

private:
    char16_t m_unit = 0;
};

/// A character of Latin-1.
class QLatin1Char
{
public:
    constexpr explicit QLatin1Char(char character)
        : m_character(character)
    {
    }
    constexpr operator QChar() const { return QChar(char16_t(static_cast<unsigned char>(m_character))); }

private:
    char m_character;
};
