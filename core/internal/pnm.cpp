#include "core/error.h"
#include "core/internal/codec.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

bool isSpace(std::uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(std::uint8_t c) { return c >= '0' && c <= '9'; }

/// Reads the whole numbers of the header, and of a picture that is written as text.
class NumberReader
{
public:
    explicit NumberReader(Bytes file)
        : m_file(file)
    {
    }

    /// Throws Error: ImageDamaged where there is none, or a larger one.
    std::uint32_t next(std::uint32_t largest)
    {
        skipSpaces();
        if (m_at == m_file.size() || !isDigit(m_file[m_at]))
            throw Error(ErrorKind::ImageDamaged);
        std::uint64_t value = 0;
        for (; m_at < m_file.size() && isDigit(m_file[m_at]); ++m_at) {
            value = 10 * value + std::uint64_t(m_file[m_at] - '0');
            if (value > largest)
                throw Error(ErrorKind::ImageDamaged);
        }
        return std::uint32_t(value);
    }

    /// What follows the header and the one blank behind it.
    Bytes rest() const { return m_file.subspan(std::min(m_at + 1, m_file.size())); }

private:
    /// A comment goes from # to the end of its line.
    void skipSpaces()
    {
        while (m_at < m_file.size() && (isSpace(m_file[m_at]) || m_file[m_at] == '#')) {
            if (m_file[m_at] == '#') {
                while (m_at < m_file.size() && m_file[m_at] != '\n' && m_file[m_at] != '\r')
                    ++m_at;
            } else {
                ++m_at;
            }
        }
    }

    Bytes m_file;
    std::size_t m_at = 2; ///< behind P5
};

/// 0 … largest to 0 … 255, as Pillow rounds it: halves to the even neighbour.
std::uint8_t scaled(std::uint32_t value, std::uint32_t largest)
{
    if (largest == 255)
        return std::uint8_t(value);
    return std::uint8_t(std::min(255.0, std::nearbyint(double(value) / largest * 255)));
}

} // namespace

/// Netpbm's gray and colour pictures, as text (P2, P3) and as bytes (P5, P6).
DecodedImage decodePnm(Bytes file)
{
    const bool isText = file[1] == '2' || file[1] == '3';
    const bool isColour = file[1] == '3' || file[1] == '6';
    NumberReader numbers(file);
    constexpr std::uint32_t largestSide = 1U << 30;
    const std::uint32_t width = numbers.next(largestSide);
    const std::uint32_t height = numbers.next(largestSide);
    const std::uint32_t largest = numbers.next(65535);
    if (largest == 0)
        throw Error(ErrorKind::ImageDamaged);
    const std::uint64_t samples = std::uint64_t(width) * height * (isColour ? 3 : 1);
    const std::size_t sampleBytes = largest > 255 ? 2 : 1;
    const Bytes raster = numbers.rest();
    // Before memory is taken: text needs at least a digit and a blank for each number but the last.
    if (raster.size() < (isText ? samples * 2 - std::min<std::uint64_t>(samples, 1) : samples * sampleBytes))
        throw Error(ErrorKind::ImageDamaged);
    DecodedImage result{makeImage(width, height), {}};
    std::uint8_t *out = result.image.pixels.data();
    for (std::uint64_t i = 0; i < samples; ++i) {
        std::uint32_t value = 0;
        if (isText)
            value = numbers.next(largest);
        else if (sampleBytes == 2)
            value = std::uint32_t(raster[2 * i] << 8 | raster[2 * i + 1]);
        else
            value = raster[i];
        out = std::fill_n(out, isColour ? 1 : 3, scaled(std::min(value, largest), largest));
    }
    if (largest > 255)
        result.notes.push_back(Note::PhotoWas16Bit);
    return result;
}

} // namespace convscope
