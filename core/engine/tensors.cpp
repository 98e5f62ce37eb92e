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

/// Once CUDA has failed, it fails until the process ends. It says so in one of these ways.
bool saysDeviceLost(const std::string &text)
{
    for (const char *words : {"CUDA error", "CUDA driver error", "cuDNN error", "CUBLAS_STATUS", "CUFFT_"}) {
        if (text.find(words) != std::string::npos)
            return true;
    }
    return false;
}

std::string firstLine(const std::string &text) { return text.substr(0, text.find('\n')); }

[[noreturn]] void throwMeant(const std::string &text)
{
    if (saysOutOfMemory(text))
        throw Error(ErrorKind::OutOfMemory);
    if (saysDeviceLost(text))
        throw Error(ErrorKind::DeviceLost, {}, {firstLine(text)});
    throw Error(ErrorKind::Internal, {}, {text});
}

} // namespace

at::Tensor inputTensor(const Network &network, const Image &image)
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        auto *bytes = const_cast<std::uint8_t *>(image.pixels.data()); // from_blob only reads
        const at::Tensor values = at::from_blob(bytes, {1, image.height, image.width, 3}, at::kByte)
                                      .permute({0, 3, 1, 2})
                                      .to(at::kFloat)
                                      .contiguous()
                                      .div_(255);
        return sent(values, optionsOf(network));
    });
}

at::Tensor inputTensor(const Network &network, const Map &map)
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        auto *values = const_cast<double *>(map.values.data()); // from_blob only reads
        const at::Tensor all = at::from_blob(values, {1, map.channels, map.height, map.width}, at::kDouble);
        const at::TensorOptions options = optionsOf(network);
        return sent(all.to(options.device(at::kCPU), /*non_blocking=*/false, /*copy=*/true), options);
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
        return sent(at::tensor(numbers, at::kDouble), values.options()).view({1, -1, 1, 1});
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

std::vector<std::vector<double>> valuesOf(const std::vector<at::Tensor> &tensors)
{
    return translated([&] {
        const c10::NoGradGuard noGrad;
        std::vector<at::Tensor> flat;
        for (const at::Tensor &tensor : tensors)
            flat.push_back(tensor.detach().to(at::kDouble).flatten());
        const at::Tensor all = at::cat(flat).cpu().contiguous();
        const double *value = all.data_ptr<double>();
        std::vector<std::vector<double>> result;
        for (const at::Tensor &each : flat) {
            result.emplace_back(value, value + each.numel());
            value += each.numel();
        }
        return result;
    });
}

at::Tensor sent(const at::Tensor &values, const at::TensorOptions &options)
{
    const at::TensorOptions plain = options.requires_grad(false);
    if (plain.device().is_cpu())
        return values.to(plain);
    const at::Tensor ready = values.to(plain.device(at::kCPU)).contiguous();
    // What is copied without waiting must not move in memory, nor go before it is copied: pinned memory is
    // kept for as long.
    return (plain.device().is_cuda() ? ready.pin_memory() : ready).to(plain, /*non_blocking=*/true);
}

void requireFinite(const at::Tensor &values, Phrase::Kind what)
{
    if (!areFinite(values).item<bool>())
        throw Error(ErrorKind::NotFinite, {}, {}, what);
}

at::Tensor areFinite(const at::Tensor &values) { return at::isfinite(values).all(); }

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
        throwMeant(error.what_without_backtrace());
    } catch (const std::exception &error) {
        throwMeant(error.what());
    }
}

} // namespace convscope
