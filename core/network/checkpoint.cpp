#include "core/error.h"
#include "core/internal/precision.h"
#include "core/internal/tensors.h"
#include "core/network/architecture.h"
#include "core/network/archive.h"
#include "core/network/classifier.h"
#include "core/network/statedict.h"
#include "core/runtime.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace convscope {

namespace {

namespace fs = std::filesystem;

/// Looks at the first bytes, so that what is no archive gets an error of its own.
void checkIsArchive(const fs::path &file)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) {
        if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
            throw Error(ErrorKind::CannotRead, {}, {error.message()});
        throw Error(ErrorKind::NoSuchFile);
    }
    if (!fs::is_regular_file(status))
        throw Error(ErrorKind::CannotRead, {},
            {fs::is_directory(status) ? std::strerror(EISDIR) : "no regular file"});
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error(ErrorKind::CannotRead, {}, {std::strerror(errno)});
    std::array<char, 512> head{};
    stream.read(head.data(), head.size());
    const std::string_view bytes(head.data(), std::size_t(stream.gcount()));
    if (bytes.empty())
        throw Error(ErrorKind::FileEmpty);
    // The pickled number that torch.save put first before PyTorch 1.6, and the tar file of the very first
    // versions.
    constexpr std::string_view magic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
    constexpr std::size_t tarMagicOffset = 257;
    if (bytes.substr(0, 16).find(magic) != bytes.npos
        || (bytes.size() > tarMagicOffset && bytes.substr(tarMagicOffset).starts_with("ustar")))
        throw Error(ErrorKind::NetworkLegacyFormat);
    if (!bytes.starts_with("PK"))
        throw Error(ErrorKind::NotANetwork, {}, {"zip archive"});
}

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

/// Reads the tensors, a storage that several share once.
std::map<std::string, at::Tensor> readTensors(
    const Archive &archive, const StateDict &stored, const at::TensorOptions &options)
{
    checkSharing(stored, archive.fileSize());
    const c10::NoGradGuard noGrad;
    std::map<std::string, std::vector<std::uint8_t>> storages;
    std::map<std::string, at::Tensor> tensors;
    for (const auto &[name, tensor] : stored) {
        if (!isFloating(tensor.type))
            continue; // num_batches_tracked, which only training needs
        const auto [found, isNew] = storages.try_emplace(tensor.entry);
        std::vector<std::uint8_t> &bytes = found->second;
        if (isNew)
            bytes = archive.read(tensor.entry);
        const auto count = std::int64_t(bytes.size()) / sizeOf(tensor.type);
        tensors[name] = at::from_blob(bytes.data(), {count}, scalarType(tensor.type))
                            .as_strided(tensor.shape, tensor.strides, tensor.offset)
                            .contiguous()
                            .to(options, /*non_blocking=*/false, /*copy=*/true);
    }
    return tensors;
}

NetworkInfo describe(const std::vector<PlannedLayer> &plan, const std::map<std::string, at::Tensor> &tensors)
{
    NetworkInfo info;
    int convolutions = 0;
    for (const PlannedLayer &planned : plan) {
        Layer layer;
        layer.index = int(info.layers.size());
        layer.name = planned.name;
        layer.kind = name(planned.kind);
        layer.channels = planned.channels;
        if (planned.height > 0) {
            layer.height = planned.height;
            layer.width = planned.width;
        }
        convolutions += planned.kind == PlannedLayer::Kind::Conv2d;
        info.layers.push_back(std::move(layer));
    }
    for (const auto &[name, tensor] : tensors) {
        if (name.ends_with(".weight") || name.ends_with(".bias"))
            info.parameterCount += tensor.numel();
    }
    info.classCount = plan.back().channels;
    info.title = "Classifier, " + std::to_string(convolutions)
        + (convolutions == 1 ? " convolution" : " convolutions");
    return info;
}

std::unique_ptr<Network> open(const fs::path &file, const NetworkOptions &options)
{
    const std::string device = resolveDevice(options.device);
    computeType(options.precision, device); // before anything is read
    checkIsArchive(file);
    const Archive archive(file);
    checkByteOrder(archive);
    const StateDict stored = readStateDict(readPickle(archive.read("data.pkl")),
        [&](const std::string &entry) { return archive.sizeOf(entry); });
    const InputSize input;
    const std::vector<PlannedLayer> plan = planLayers(stored, input);
    const auto type = options.precision == Precision::Float64 ? at::kDouble : at::kFloat;
    const auto tensors =
        readTensors(archive, stored, at::TensorOptions().dtype(type).device(at::Device(device)));
    NetworkInfo info = describe(plan, tensors);
    info.file = file;
    info.input = input;
    info.device = device;
    info.precision = options.precision;
    return makeClassifier(std::move(info), plan, tensors);
}

} // namespace

std::unique_ptr<Network> openNetwork(const fs::path &file, const NetworkOptions &options)
{
    try {
        return translated([&] { return open(file, options); });
    } catch (const Error &error) {
        const bool ofTheFile =
            error.kind() != ErrorKind::DeviceUnavailable && error.kind() != ErrorKind::PreviewUnavailable;
        throw ofTheFile ? error.in(file) : error;
    }
}

} // namespace convscope
