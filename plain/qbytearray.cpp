#include "plain/qbytearray.h"

#include "plain/numberformat.h"

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

/// -1 of what is no digit.
int digitOf(char character)
{
    const char small = character >= 'A' && character <= 'F' ? char(character - 'A' + 'a') : character;
    const std::size_t place = hexDigits.find(small);
    return place == std::string_view::npos ? -1 : int(place);
}

} // namespace

/// What is no digit is skipped; an odd digit is the first one's low half.
QByteArray QByteArray::fromHex(const QByteArray &digits)
{
    std::string bytes;
    bool isHigh = false;
    for (auto digit = digits.m_bytes.rbegin(); digit != digits.m_bytes.rend(); ++digit) {
        const int value = digitOf(*digit);
        if (value < 0)
            continue;
        if (isHigh)
            bytes.back() = char(static_cast<unsigned char>(bytes.back()) | value << 4);
        else
            bytes += char(value);
        isHigh = !isHigh;
    }
    std::reverse(bytes.begin(), bytes.end());
    return fromStdString(bytes);
}

QByteArray QByteArray::toHex() const
{
    std::string digits;
    for (const char byte : m_bytes) {
        digits += hexDigits[static_cast<unsigned char>(byte) >> 4];
        digits += hexDigits[static_cast<unsigned char>(byte) & 0xf];
    }
    return fromStdString(digits);
}

QByteArray QByteArray::number(double value, char format, int precision)
{
    return fromStdString(plain::formatted(value, format, precision));
}

QByteArray &QByteArray::replace(char byte, std::string_view bytes)
{
    std::string replaced;
    for (const char each : m_bytes) {
        if (each == byte)
            replaced += bytes;
        else
            replaced += each;
    }
    m_bytes = std::move(replaced);
    return *this;
}
