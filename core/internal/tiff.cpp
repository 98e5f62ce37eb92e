#include "core/error.h"
#include "core/internal/codec.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include <tiffio.h>

namespace convscope {

namespace {

/// A file in memory, as libtiff wants to read it.
struct MemoryFile
{
    Bytes bytes;
    std::size_t position = 0;
};

MemoryFile &memory(thandle_t handle) { return *static_cast<MemoryFile *>(handle); }

tmsize_t readMemory(thandle_t handle, void *to, tmsize_t count)
{
    MemoryFile &file = memory(handle);
    const std::size_t rest = file.bytes.size() - std::min(file.position, file.bytes.size());
    const std::size_t taken = std::min(rest, std::size_t(count));
    std::memcpy(to, file.bytes.data() + (file.bytes.size() - rest), taken);
    file.position += taken;
    return tmsize_t(taken);
}

tmsize_t writeNothing(thandle_t, void *, tmsize_t) { return 0; }

toff_t seekMemory(thandle_t handle, toff_t offset, int whence)
{
    MemoryFile &file = memory(handle);
    const std::size_t from = whence == SEEK_CUR ? file.position : whence == SEEK_END ? file.bytes.size() : 0;
    return file.position = from + std::size_t(offset);
}

int closeNothing(thandle_t) { return 0; }
toff_t sizeOfMemory(thandle_t handle) { return memory(handle).bytes.size(); }

int keepSilent(TIFF *, void *, const char *, const char *, va_list) { return 1; }

using Tiff = std::unique_ptr<TIFF, void (*)(TIFF *)>;

Tiff openTiff(MemoryFile &file)
{
    const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions *)> options(
        TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepSilent, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), keepSilent, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t(1) << 30);
    // "m": no memory mapping, which the file in memory does not offer.
    return {TIFFClientOpenExt("photo", "rm", &file, readMemory, writeNothing, seekMemory, closeNothing,
                sizeOfMemory, nullptr, nullptr, options.get()),
        TIFFClose};
}

template <typename Value> Value field(TIFF *tiff, ttag_t tag, Value fallback)
{
    Value value = fallback;
    return TIFFGetFieldDefaulted(tiff, tag, &value) ? value : fallback;
}

/// libtiff would multiply the colours by an alpha channel that stands beside them. Calling it one that has
/// been multiplied already leaves them alone. Returns whether there is an alpha channel.
bool keepColoursOfTransparentPixels(TIFF *tiff)
{
    std::uint16_t count = 0;
    std::uint16_t *kinds = nullptr;
    if (!TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds) || count == 0)
        return false;
    std::vector<std::uint16_t> changed(kinds, kinds + count);
    const bool alpha = changed[0] != EXTRASAMPLE_UNSPECIFIED;
    std::ranges::replace(changed, EXTRASAMPLE_UNASSALPHA, EXTRASAMPLE_ASSOCALPHA);
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, int(count), changed.data());
    return alpha;
}

} // namespace

DecodedImage decodeTiff(Bytes bytes)
{
    MemoryFile file{bytes};
    const Tiff tiff = openTiff(file);
    if (!tiff)
        throw Error(ErrorKind::ImageDamaged);
    const auto width = field<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH, 0);
    const auto height = field<std::uint32_t>(tiff.get(), TIFFTAG_IMAGELENGTH, 0);
    DecodedImage result{makeImage(width, height), {}};
    // libtiff converts these without their white point, 13 of 255 off.
    const auto photometric = field<std::uint16_t>(tiff.get(), TIFFTAG_PHOTOMETRIC, 0);
    if (photometric == PHOTOMETRIC_CIELAB || photometric == PHOTOMETRIC_ICCLAB
        || photometric == PHOTOMETRIC_ITULAB)
        throw Error(ErrorKind::ImageUnsupported, {}, {}, Phrase::LabTiff);
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(tiff.get(), reason))
        throw Error(ErrorKind::ImageUnsupported, {}, {}, Phrase::RareTiff);

    // Asking for the orientation that the file states leaves the pixels where they are stored.
    const bool alpha = keepColoursOfTransparentPixels(tiff.get());
    const auto orientation = field<std::uint16_t>(tiff.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    std::vector<std::uint32_t> raster(std::size_t(width) * height);
    if (!TIFFReadRGBAImageOriented(tiff.get(), width, height, raster.data(), orientation, 1))
        throw Error(ErrorKind::ImageDamaged);
    std::uint8_t *out = result.image.pixels.data();
    for (const std::uint32_t pixel : raster) {
        *out++ = std::uint8_t(TIFFGetR(pixel));
        *out++ = std::uint8_t(TIFFGetG(pixel));
        *out++ = std::uint8_t(TIFFGetB(pixel));
    }
    if (field<std::uint16_t>(tiff.get(), TIFFTAG_BITSPERSAMPLE, 8) > 8)
        result.notes.push_back(Note::PhotoWas16Bit);
    if (alpha)
        result.notes.push_back(Note::PhotoHadAlpha);
    if (photometric == PHOTOMETRIC_SEPARATED)
        result.notes.push_back(Note::PhotoWasCmyk);
    return result;
}

} // namespace convscope
