#include "core/engine/tensors.h"

#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <new>

namespace convscope {

namespace {

at::TensorOptions optionsOf(const Network &network)
{
    const NetworkInfo &info = network.info();
    return at::TensorOptions()
        .dtype(info.precision == Precision::Float64 ? at::kDouble : at::kFloat)
        .device(at::Device(info.device));
}

bool saysOutOfMemory(const std::string &text)
{
    for (const char *words :
        {"out of memory", "not enough memory", "can't allocate memory", "OutOfMemory", "bad_alloc"}) {
        if (text.find(words) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

at::Tensor inputTensor(const Network &network, const Image &image)
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        auto *bytes = const_cast<std::uint8_t *>(image.pixels.data()); // from_blob only reads
        return at::from_blob(bytes, {1, image.height, image.width, 3}, at::kByte)
            .permute({0, 3, 1, 2})
            .to(at::kFloat)
            .contiguous()
            .div_(255)
            .to(optionsOf(network));
    });
}

at::Tensor inputTensor(const Network &network, const Map &map)
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        auto *values = const_cast<double *>(map.values.data()); // from_blob only reads
        return at::from_blob(values, {1, map.channels, map.height, map.width}, at::kDouble)
            .to(optionsOf(network), /*non_blocking=*/false, /*copy=*/true);
    });
}

at::Tensor inputTensor(const Network &network, const Photo &photo)
{
    return photo.exact ? inputTensor(network, *photo.exact) : inputTensor(network, photo.input);
}

at::Tensor normalised(const at::Tensor &pictures, const InputDescription &input)
{
    at::Tensor values = pictures;
    if (input.channels == InputDescription::Channels::Gray)
        values = values.mean(1, /*keepdim=*/true); // of three equal ones
    else if (input.channels == InputDescription::Channels::BGR)
        values = values.flip(1);
    if (input.mean.empty())
        return values;
    const auto eachChannel = [&](const std::vector<double> &numbers) {
        return at::tensor(numbers, at::kDouble).to(values.options().requires_grad(false)).view({1, -1, 1, 1});
    };
    return (values - eachChannel(input.mean)) / eachChannel(input.deviation);
}

at::Tensor sharesOfPictures(const at::Tensor &shares, const InputDescription &input)
{
    if (input.channels == InputDescription::Channels::Gray)
        return shares.repeat({1, 3, 1, 1}) / 3;
    return input.channels == InputDescription::Channels::BGR ? shares.flip(1) : shares;
}

Map toMap(const at::Tensor &tensor)
{
    return translated([&] {
        const at::Tensor whole =
            (tensor.dim() == 4 ? tensor.squeeze(0) : tensor).detach().to(at::kCPU, at::kDouble).contiguous();
        TORCH_CHECK(whole.dim() == 3, "a map has three dimensions, not ", whole.dim());
        Map map;
        map.channels = int(whole.size(0));
        map.height = int(whole.size(1));
        map.width = int(whole.size(2));
        map.values.assign(whole.data_ptr<double>(), whole.data_ptr<double>() + whole.numel());
        return map;
    });
}

void requireFinite(const at::Tensor &values, Phrase::Kind what)
{
    if (!at::isfinite(values).all().item<bool>())
        throw Error(ErrorKind::NotFinite, {}, {}, what);
}

at::Tensor inputGradient(const at::Tensor &objective, const at::Tensor &input)
{
    return inputGradients(objective, {input}).front();
}

std::vector<at::Tensor> inputGradients(const at::Tensor &objective, const std::vector<at::Tensor> &inputs)
{
    return translated([&] {
        if (!objective.requires_grad())
            return std::vector<at::Tensor>(inputs.size());
        return torch::autograd::grad({objective}, inputs, {}, false, false, /*allow_unused=*/true);
    });
}

void throwTranslated()
{
    try {
        throw;
    } catch (const Error &) {
        throw;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorKind::OutOfMemory);
    } catch (const c10::Error &error) {
        const std::string text = error.what_without_backtrace();
        if (saysOutOfMemory(text))
            throw Error(ErrorKind::OutOfMemory);
        throw Error(ErrorKind::Internal, {}, {text});
    } catch (const std::exception &error) {
        if (saysOutOfMemory(error.what()))
            throw Error(ErrorKind::OutOfMemory);
        throw Error(ErrorKind::Internal, {}, {error.what()});
    }
}

} // namespace convscope
