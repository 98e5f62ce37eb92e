#include "core/error.h"
#include "core/internal/codec.h"

#include <cstring>
#include <vector>

#include <png.h>

namespace convscope {

namespace {

/// libpng on a file in memory. Warnings are silent; an error, or more input wanted than there is, ends the
/// call.
class PngReader
{
public:
    explicit PngReader(Bytes file)
        : m_rest(file)
        , m_png(png_create_read_struct(
              PNG_LIBPNG_VER_STRING, nullptr, [](png_structp png, png_const_charp) { png_longjmp(png, 1); },
              [](png_structp, png_const_charp) {}))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader &) = delete;
    PngReader &operator=(const PngReader &) = delete;

    bool readHeader()
    {
        if (!m_info || setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_read_fn(m_png, this, &PngReader::read);
        // Colour profiles, texts and the like are not looked at, so what is wrong in them does no harm.
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
        png_set_crc_action(m_png, PNG_CRC_DEFAULT, PNG_CRC_QUIET_USE);
        png_read_info(m_png, m_info);
        return true;
    }

    /// To be called once, after readHeader. One row pointer a row of the picture, 3 bytes a pixel.
    bool readPixels(std::uint8_t **rows)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_strip_16(m_png);
        png_set_expand(m_png); // palette to RGB, 1, 2 and 4 bits to 8
        png_set_strip_alpha(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        if (png_get_channels(m_png, m_info) != 3)
            return false;
        png_read_image(m_png, rows);
        return true;
    }

    png_uint_32 width() const { return png_get_image_width(m_png, m_info); }
    png_uint_32 height() const { return png_get_image_height(m_png, m_info); }
    bool has16Bits() const { return png_get_bit_depth(m_png, m_info) == 16; }
    bool hasAlpha() const
    {
        return (png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_ALPHA) != 0
            || png_get_valid(m_png, m_info, PNG_INFO_tRNS) != 0;
    }

private:
    static void read(png_structp png, png_bytep to, std::size_t count)
    {
        Bytes &rest = static_cast<PngReader *>(png_get_io_ptr(png))->m_rest;
        if (count > rest.size())
            png_error(png, "truncated");
        std::memcpy(to, rest.data(), count);
        rest = rest.subspan(count);
    }

    Bytes m_rest;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

} // namespace

DecodedImage decodePng(Bytes file)
{
    PngReader reader(file);
    if (!reader.readHeader())
        throw Error(ErrorKind::ImageDamaged);
    DecodedImage result{makeImage(reader.width(), reader.height()), {}};
    std::vector<std::uint8_t *> rows(std::size_t(result.image.height));
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = result.image.pixels.data() + y * std::size_t(result.image.width) * 3;
    if (reader.has16Bits())
        result.notes.push_back(Note::PhotoWas16Bit);
    if (reader.hasAlpha())
        result.notes.push_back(Note::PhotoHadAlpha);
    if (!reader.readPixels(rows.data()))
        throw Error(ErrorKind::ImageDamaged);
    return result;
}

} // namespace convscope
