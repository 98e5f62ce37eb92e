#include "core/engine/network/readtensors.h"

#include "core/engine/network/damaged.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <memory>

namespace convscope {

namespace {

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

} // namespace

void checkByteOrder(const Archive &archive)
{
    if (!archive.has("byteorder"))
        return; // PyTorch before 2.1, on little-endian machines
    const std::vector<std::uint8_t> order = archive.read("byteorder");
    if (std::string(order.begin(), order.end()) != "little")
        damaged("byteorder");
}

void checkSharing(const StateDict &stored, std::uint64_t fileSize)
{
    constexpr std::uint64_t maxSharing = 4;
    std::uint64_t bytes = 0; // cannot overflow: no tensor is larger than the file
    for (const auto &[name, tensor] : stored) {
        auto count = std::uint64_t(sizeOf(tensor.type));
        for (const std::int64_t size : tensor.shape)
            count *= std::uint64_t(size);
        bytes += count;
        if (bytes > maxSharing * fileSize)
            damaged("its tensors are far larger than the file");
    }
}

std::map<std::string, at::Tensor> readTensors(const StateDict &stored, const ReadEntry &read)
{
    const c10::NoGradGuard noGrad;
    std::map<std::string, std::shared_ptr<std::vector<std::uint8_t>>> storages;
    std::map<std::string, at::Tensor> tensors;
    for (const auto &[name, tensor] : stored) {
        if (isEmpty(tensor)) {
            tensors[name] = at::empty(tensor.shape, scalarType(tensor.type));
            continue;
        }
        auto &storage = storages[tensor.entry];
        if (!storage)
            storage = std::make_shared<std::vector<std::uint8_t>>(read(tensor.entry));
        const auto count = std::int64_t(storage->size()) / sizeOf(tensor.type);
        // A bool that is neither 0 nor 1 would be no bool.
        const bool isBool = tensor.type == ElementType::Bool;
        const at::Tensor numbers = at::from_blob(
            storage->data(), {count}, [storage](void *) {}, isBool ? at::kByte : scalarType(tensor.type))
                                       .as_strided(tensor.shape, tensor.strides, tensor.offset);
        tensors[name] = isBool ? numbers.ne(0) : numbers;
    }
    return tensors;
}

} // namespace convscope
