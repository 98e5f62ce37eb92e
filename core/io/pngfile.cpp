#include "core/io/pngfile.h"

#include "core/error.h"

#include <png.h>

namespace convscope {

namespace {

/// libpng writing to memory. It leaves by a jump where it fails, so what it needs lies outside of write().
class PngWriter
{
public:
    PngWriter()
        : m_png(png_create_write_struct(
            PNG_LIBPNG_VER_STRING, nullptr, [](png_structp png, png_const_charp) { png_longjmp(png, 1); },
            [](png_structp, png_const_charp) {}))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }
    PngWriter(const PngWriter &) = delete;
    PngWriter &operator=(const PngWriter &) = delete;

    bool write(const Image &image, std::vector<png_text> &texts, std::vector<png_const_bytep> &rows)
    {
        if (!m_info || setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_write_fn(m_png, this, &PngWriter::append, nullptr);
        png_set_IHDR(m_png, m_info, png_uint_32(image.width), png_uint_32(image.height), 8,
            PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_text(m_png, m_info, texts.data(), int(texts.size()));
        png_write_info(m_png, m_info);
        for (const png_const_bytep row : rows)
            png_write_row(m_png, row);
        png_write_end(m_png, nullptr);
        return true;
    }

    const std::string &bytes() const { return m_bytes; }

private:
    static void append(png_structp png, png_bytep from, std::size_t count)
    {
        static_cast<PngWriter *>(png_get_io_ptr(png))
            ->m_bytes.append(reinterpret_cast<const char *>(from), count);
    }

    std::string m_bytes;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

} // namespace

std::string pngBytes(const Image &image, const std::vector<PngText> &texts)
{
    std::vector<png_text> said;
    std::vector<PngText> copies = texts; // libpng wants to be able to change them
    for (PngText &each : copies) {
        png_text text = {};
        text.compression = PNG_TEXT_COMPRESSION_zTXt;
        text.key = each.keyword.data();
        text.text = each.text.data();
        text.text_length = each.text.size();
        said.push_back(text);
    }
    std::vector<png_const_bytep> rows;
    for (int y = 0; y < image.height; ++y)
        rows.push_back(image.pixels.data() + std::size_t(y) * std::size_t(image.width) * 3);
    PngWriter writer;
    if (!writer.write(image, said, rows))
        throw Error(ErrorKind::Internal, {}, {"a PNG cannot be made"});
    return writer.bytes();
}

} // namespace convscope
