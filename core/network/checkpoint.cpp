#include "core/network/checkpoint.h"

#include "core/error.h"
#include "core/network/architecture.h"
#include "core/network/classifier.h"
#include "core/network/statedict.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <functional>

namespace convscope {

namespace {

namespace fs = std::filesystem;

void checkByteOrder(const Archive &archive)
{
    if (!archive.has("byteorder"))
        return; // PyTorch before 2.1, on little-endian machines
    const std::vector<std::uint8_t> order = archive.read("byteorder");
    if (std::string(order.begin(), order.end()) != "little")
        throw Error(ErrorKind::NetworkDamaged, {}, {"byteorder"});
}

at::ScalarType scalarType(ElementType type)
{
    switch (type) {
    case ElementType::Float16:
        return at::kHalf;
    case ElementType::BFloat16:
        return at::kBFloat16;
    case ElementType::Float64:
        return at::kDouble;
    case ElementType::Int8:
        return at::kChar;
    case ElementType::UInt8:
        return at::kByte;
    case ElementType::Int16:
        return at::kShort;
    case ElementType::Int32:
        return at::kInt;
    case ElementType::Int64:
        return at::kLong;
    case ElementType::Bool:
        return at::kBool;
    case ElementType::Float32:
        break;
    }
    return at::kFloat;
}

/// Layers may share their weights, but a file whose few numbers stand for very many would fill memory.
void checkSharing(const StateDict &stored, std::uint64_t fileSize)
{
    constexpr std::uint64_t mostSharing = 4;
    std::uint64_t bytes = 0; // cannot overflow: no tensor is larger than the file
    for (const auto &[name, tensor] : stored) {
        auto count = std::uint64_t(sizeOf(tensor.type));
        for (const std::int64_t size : tensor.shape)
            count *= std::uint64_t(size);
        bytes += count;
        if (bytes > mostSharing * fileSize)
            throw Error(ErrorKind::NetworkDamaged, {}, {"its tensors are far larger than the file"});
    }
}
using ReadEntry = std::function<std::vector<std::uint8_t>(const std::string &entry)>;

/// Reads the tensors, a storage that several share once.
std::map<std::string, at::Tensor> readTensors(
    const StateDict &stored, const ReadEntry &read, const at::TensorOptions &options)
{
    const c10::NoGradGuard noGrad;
    std::map<std::string, std::vector<std::uint8_t>> storages;
    std::map<std::string, at::Tensor> tensors;
    for (const auto &[name, tensor] : stored) {
        if (!isFloating(tensor.type))
            continue; // num_batches_tracked, which only training needs
        const auto [found, isNew] = storages.try_emplace(tensor.entry);
        std::vector<std::uint8_t> &bytes = found->second;
        if (isNew)
            bytes = read(tensor.entry);
        const auto count = std::int64_t(bytes.size()) / sizeOf(tensor.type);
        tensors[name] = at::from_blob(bytes.data(), {count}, scalarType(tensor.type))
                            .as_strided(tensor.shape, tensor.strides, tensor.offset)
                            .contiguous()
                            .to(options, /*non_blocking=*/false, /*copy=*/true);
    }
    return tensors;
}

void describe(NetworkInfo &info, const std::vector<PlannedLayer> &plan,
    const std::map<std::string, at::Tensor> &tensors)
{
    for (const PlannedLayer &planned : plan) {
        Layer layer;
        layer.index = int(info.layers.size());
        layer.name = planned.name;
        layer.kind = name(planned.kind);
        layer.channels = planned.channels;
        layer.shape = {planned.channels};
        if (planned.height > 0) {
            layer.shape = {planned.channels, planned.height, planned.width};
            layer.height = planned.height;
            layer.width = planned.width;
        }
        for (const char *parameter : {".weight", ".bias"}) {
            const auto found = tensors.find(planned.name + parameter);
            layer.parameterCount += found == tensors.end() ? 0 : found->second.numel();
        }
        info.parameterCount += layer.parameterCount;
        info.convolutions += planned.kind == PlannedLayer::Kind::Conv2d;
        info.layers.push_back(std::move(layer));
    }
    info.classCount = plan.back().channels;
    info.kind = "Classifier";
    settleClassNames(info);
}

std::unique_ptr<Network> open(NetworkInfo info, const StateDict &stored, const ReadEntry &read)
{
    if (info.input.channels == InputDescription::Channels::Gray)
        throw Error(ErrorKind::NetworkDoesNotRun, {},
            {sizeText(info.input.size), "it takes three channels, not one"});
    const std::vector<PlannedLayer> plan = planLayers(stored, info.input.size);
    const auto type = info.precision == Precision::Float64 ? at::kDouble : at::kFloat;
    const auto tensors =
        readTensors(stored, read, at::TensorOptions().dtype(type).device(at::Device(info.device)));
    describe(info, plan, tensors);
    return makeClassifier(std::move(info), plan, tensors);
}

} // namespace

std::unique_ptr<Network> openCheckpoint(const Archive &archive, NetworkInfo info)
{
    checkByteOrder(archive);
    const StateDict stored = readStateDict(readPickle(archive.read("data.pkl")),
        [&](const std::string &entry) { return archive.sizeOf(entry); });
    checkSharing(stored, archive.fileSize());
    return open(std::move(info), stored, [&](const std::string &entry) { return archive.read(entry); });
}

std::unique_ptr<Network> openCheckpoint(const SafeTensors &file, NetworkInfo info)
{
    return open(std::move(info), withoutCommonPrefix(file.tensors()),
        [&](const std::string &entry) { return file.read(entry); });
}

} // namespace convscope
