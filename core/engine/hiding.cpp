#include "core/engine/hiding.h"

#include "core/engine/gaussianblur.h"
#include "core/engine/tensors.h"
#include "core/explain/pixelorder.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

/// The colour that the network's normalisation makes 0, of a picture's three channels.
at::Tensor networkMean(const at::Tensor &picture, const InputDescription &input)
{
    std::vector<double> mean = input.mean;
    if (mean.empty())
        return at::zeros_like(picture);
    if (input.channels == InputDescription::Channels::BGR)
        std::reverse(mean.begin(), mean.end());
    const at::Tensor colour = sent(at::tensor(mean, at::kDouble), picture.options()).view({1, -1, 1, 1});
    return colour.expand_as(picture).contiguous();
}

at::Tensor blurred(const at::Tensor &picture)
{
    constexpr double heightInDeviations = 12.8;
    const at::Tensor values = picture.to(at::kCPU, at::kDouble);
    const double deviation = double(picture.size(2)) / heightInDeviations;
    return sent(gaussianBlurred(values, deviation, Outside::Reflected), picture.options());
}

/// RISE's kernel is a blurred impulse, rounded to float32.
at::Tensor riseBlurred(const at::Tensor &picture)
{
    constexpr std::int64_t side = 11;
    constexpr double deviation = 5;
    at::Tensor impulse = at::zeros({side, side}, at::kDouble);
    impulse[side / 2][side / 2] = 1;
    const at::Tensor kernel =
        sent(gaussianBlurred(impulse, deviation, Outside::Reflected).to(at::kFloat), picture.options());
    const std::int64_t channels = picture.size(1);
    return at::conv2d(picture, kernel.expand({channels, 1, side, side}), {}, 1, side / 2, 1, channels);
}

} // namespace

at::Tensor hidingPicture(HidingPicture kind, const at::Tensor &picture, const InputDescription &input)
{
    switch (kind) {
    case HidingPicture::NetworkMean:
        return networkMean(picture, input);
    case HidingPicture::Blurred:
        return blurred(picture);
    case HidingPicture::RiseBlur:
        return riseBlurred(picture);
    case HidingPicture::Black:
        break;
    }
    return at::zeros_like(picture);
}

at::Tensor pixelRanks(const Map &heat, Seed seed, at::Device device)
{
    at::Tensor ranks = at::empty({heat.height, heat.width}, at::kLong);
    auto *rank = ranks.data_ptr<std::int64_t>();
    std::int64_t place = 0;
    for (const int pixel : pixelOrder(heat, seed))
        rank[pixel] = place++;
    return sent(ranks, at::TensorOptions(at::kLong).device(device));
}

at::Tensor withHottest(
    const at::Tensor &ranks, std::int64_t count, const at::Tensor &first, const at::Tensor &second)
{
    return at::where(ranks < count, second, first);
}

} // namespace convscope
