#include "core/error.h"
#include "core/internal/codec.h"

#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

namespace convscope {

namespace {

// Real photos have about ten scans. A file that claims thousands would keep the decoder busy for hours.
constexpr int maxScans = 500;

/// libjpeg on a file in memory. Warnings are silent; an error, or more input wanted than there is, ends the
/// call.
class JpegReader
{
public:
    explicit JpegReader(Bytes file)
    {
        m_jpeg.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = [](j_common_ptr jpeg) { std::longjmp(self(jpeg)->m_jump, 1); };
        m_errors.emit_message = [](j_common_ptr, int) {};
        m_errors.output_message = [](j_common_ptr) {};
        m_jpeg.client_data = this;

        m_source.next_input_byte = file.data();
        m_source.bytes_in_buffer = file.size();
        m_source.init_source = [](j_decompress_ptr) {};
        m_source.fill_input_buffer = [](j_decompress_ptr jpeg) -> boolean {
            ERREXIT(jpeg, JERR_INPUT_EOF);
            return FALSE;
        };
        m_source.skip_input_data = [](j_decompress_ptr jpeg, long count) {
            if (count > 0 && std::size_t(count) > jpeg->src->bytes_in_buffer)
                ERREXIT(jpeg, JERR_INPUT_EOF);
            if (count > 0) {
                jpeg->src->next_input_byte += count;
                jpeg->src->bytes_in_buffer -= std::size_t(count);
            }
        };
        m_source.resync_to_restart = jpeg_resync_to_restart;
        m_source.term_source = [](j_decompress_ptr) {};

        m_progress.progress_monitor = [](j_common_ptr jpeg) {
            if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > maxScans)
                ERREXIT(jpeg, JERR_INPUT_EOF);
        };
    }
    ~JpegReader() { jpeg_destroy_decompress(&m_jpeg); }
    JpegReader(const JpegReader &) = delete;
    JpegReader &operator=(const JpegReader &) = delete;

    bool readHeader()
    {
        if (setjmp(m_jump) != 0)
            return false;
        jpeg_create_decompress(&m_jpeg);
        m_jpeg.src = &m_source;
        m_jpeg.progress = &m_progress;
        jpeg_read_header(&m_jpeg, TRUE);
        m_jpeg.out_color_space = m_jpeg.num_components == 4 ? JCS_CMYK : JCS_RGB;
        return true;
    }

    /// To be called once, after readHeader. `pixels` has room for the whole picture.
    bool readPixels(std::uint8_t *pixels)
    {
        if (setjmp(m_jump) != 0)
            return false;
        jpeg_start_decompress(&m_jpeg);
        const std::size_t stride = std::size_t(m_jpeg.output_width) * std::size_t(m_jpeg.output_components);
        while (m_jpeg.output_scanline < m_jpeg.output_height) {
            JSAMPROW row = pixels + m_jpeg.output_scanline * stride;
            jpeg_read_scanlines(&m_jpeg, &row, 1);
        }
        jpeg_finish_decompress(&m_jpeg); // reads up to the end marker: without it the file is truncated
        return true;
    }

    const jpeg_decompress_struct &header() const { return m_jpeg; }
    int error() const { return m_errors.msg_code; }

private:
    static JpegReader *self(j_common_ptr jpeg) { return static_cast<JpegReader *>(jpeg->client_data); }

    jpeg_decompress_struct m_jpeg = {};
    jpeg_error_mgr m_errors = {};
    jpeg_source_mgr m_source = {};
    jpeg_progress_mgr m_progress = {};
    std::jmp_buf m_jump = {};
};

[[noreturn]] void throwError(int code)
{
    if (code == JERR_OUT_OF_MEMORY)
        throw Error(ErrorKind::OutOfMemory);
    if (code == JERR_BAD_PRECISION)
        throw Error(ErrorKind::ImageUnsupported, {}, {}, Phrase::JpegWithOtherBits);
    if (code == JERR_SOF_UNSUPPORTED || code == JERR_ARITH_NOTIMPL || code == JERR_CONVERSION_NOTIMPL)
        throw Error(ErrorKind::ImageUnsupported, {}, {}, Phrase::RareJpeg);
    throw Error(ErrorKind::ImageDamaged);
}

/// a·b/255, rounded as Pillow does.
int multiplied(int a, int b)
{
    const int product = a * b + 128;
    return ((product >> 8) + product) >> 8;
}

/// Pillow's conversion, without a colour profile. CMYK in a JPEG is stored inverted (Adobe's habit).
void cmykToRgb(const std::vector<std::uint8_t> &stored, std::vector<std::uint8_t> &rgb)
{
    for (std::size_t in = 0, out = 0; in < stored.size(); in += 4, out += 3) {
        const int white = stored[in + 3];
        for (std::size_t c = 0; c < 3; ++c)
            rgb[out + c] = std::uint8_t(std::max(0, white - multiplied(255 - stored[in + c], white)));
    }
}

} // namespace

DecodedImage decodeJpeg(Bytes file)
{
    JpegReader reader(file);
    if (!reader.readHeader())
        throwError(reader.error());
    DecodedImage result{makeImage(reader.header().image_width, reader.header().image_height), {}};
    const bool cmyk = reader.header().num_components == 4;
    std::vector<std::uint8_t> stored(cmyk ? result.image.pixels.size() / 3 * 4 : 0);
    if (!reader.readPixels(cmyk ? stored.data() : result.image.pixels.data()))
        throwError(reader.error());
    if (cmyk) {
        cmykToRgb(stored, result.image.pixels);
        result.notes.push_back(Note::PhotoWasCmyk);
    }
    return result;
}

} // namespace convscope
