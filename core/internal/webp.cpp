#include "core/error.h"
#include "core/internal/codec.h"

#include <algorithm>
#include <memory>

#include <webp/decode.h>
#include <webp/demux.h>

namespace convscope {

namespace {

/// The first frame of an animation.
void readFirstFrame(Bytes file, Image &image)
{
    WebPAnimDecoderOptions options;
    if (WebPAnimDecoderOptionsInit(&options) == 0)
        throw Error(ErrorKind::Internal, {}, {"libwebpdemux of another version"});
    options.color_mode = MODE_RGBA;
    const WebPData data{file.data(), file.size()};
    const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder *)> decoder(
        WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
    std::uint8_t *frame = nullptr;
    int time = 0;
    if (!decoder || WebPAnimDecoderGetNext(decoder.get(), &frame, &time) == 0)
        throw Error(ErrorKind::ImageDamaged);
    for (std::size_t in = 0, out = 0; out < image.pixels.size(); in += 4, out += 3)
        std::copy_n(frame + in, 3, image.pixels.begin() + std::ptrdiff_t(out));
}

} // namespace

DecodedImage decodeWebP(Bytes file)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(file.data(), file.size(), &features) != VP8_STATUS_OK)
        throw Error(ErrorKind::ImageDamaged);
    DecodedImage result{makeImage(std::uint64_t(features.width), std::uint64_t(features.height)), {}};
    if (features.has_alpha)
        result.notes.push_back(Note::PhotoHadAlpha);
    if (features.has_animation)
        readFirstFrame(file, result.image);
    else if (!WebPDecodeRGBInto(file.data(), file.size(), result.image.pixels.data(),
                 result.image.pixels.size(), result.image.width * 3))
        throw Error(ErrorKind::ImageDamaged);
    return result;
}

} // namespace convscope
