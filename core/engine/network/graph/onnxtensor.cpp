#include "core/engine/network/graph/onnxtensor.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/pickle.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <ATen/core/ivalue.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace convscope {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t mostElements = std::int64_t(1) << 40; // so that no size in bytes overflows

std::int64_t elementCount(const OnnxTensor &tensor)
{
    std::int64_t count = 1;
    for (const std::int64_t side : tensor.shape) {
        if (side < 0 || (side > 0 && count > mostElements / side))
            damaged(printable(tensor.name) + " has a size that is no size");
        count *= side;
    }
    if (tensor.shape.size() > 64)
        damaged(printable(tensor.name) + " has too many sides");
    return count;
}

/// How the bytes are read at first: LibTorch has no unsigned numbers but bytes.
at::ScalarType storedType(const OnnxTensor &tensor)
{
    switch (tensor.type) {
    case OnnxType::Bool:
        return at::kByte; // of any value
    case OnnxType::UInt16:
        return at::kShort;
    case OnnxType::UInt32:
        return at::kInt;
    case OnnxType::UInt64:
        return at::kLong;
    case OnnxType::String:
        damaged(printable(tensor.name) + " holds texts");
    case OnnxType::Complex64:
    case OnnxType::Complex128:
        throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(tensor.name), "complex"});
    default:
        break;
    }
    if (const auto type = scalarType(tensor.type))
        return *type;
    if (tensor.type > OnnxType::BFloat16 && tensor.type <= OnnxType(26)) // numbers of eight bits and fewer
        throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(tensor.name), "quantized"});
    damaged(printable(tensor.name) + " has an unknown type");
}

/// Unsigned numbers in int64. Those above its largest are none that a network needs.
at::Tensor widened(const at::Tensor &values, const OnnxTensor &tensor)
{
    if (tensor.type == OnnxType::Bool)
        return values.ne(0);
    if (tensor.type == OnnxType::UInt16)
        return values.to(at::kLong).bitwise_and(0xffff);
    if (tensor.type == OnnxType::UInt32)
        return values.to(at::kLong).bitwise_and(std::int64_t(0xffff'ffff));
    if (tensor.type == OnnxType::UInt64 && values.numel() > 0 && values.min().item<std::int64_t>() < 0)
        damaged(printable(tensor.name) + " has numbers that are too large");
    return values;
}

} // namespace

std::optional<at::ScalarType> scalarType(OnnxType type)
{
    switch (type) {
    case OnnxType::Float:
        return at::kFloat;
    case OnnxType::Double:
        return at::kDouble;
    case OnnxType::Float16:
        return at::kHalf;
    case OnnxType::BFloat16:
        return at::kBFloat16;
    case OnnxType::Int64:
        return at::kLong;
    case OnnxType::Int32:
        return at::kInt;
    case OnnxType::Int16:
        return at::kShort;
    case OnnxType::Int8:
        return at::kChar;
    case OnnxType::UInt8:
        return at::kByte;
    case OnnxType::Bool:
        return at::kBool;
    default:
        return std::nullopt;
    }
}

std::string name(OnnxType type)
{
    static const std::array names = {"UNDEFINED", "FLOAT", "UINT8", "INT8", "UINT16", "INT16", "INT32",
        "INT64", "STRING", "BOOL", "FLOAT16", "DOUBLE", "UINT32", "UINT64", "COMPLEX64", "COMPLEX128",
        "BFLOAT16"};
    const auto number = std::size_t(type);
    return number < names.size() ? names[number] : std::to_string(int(type));
}

fs::path OnnxFolder::pathOf(const std::string &tensor, const std::string &location) const
{
    const fs::path given(location);
    const bool climbs = std::find(given.begin(), given.end(), "..") != given.end();
    if (location.empty() || location.find('\0') != std::string::npos || given.is_absolute() || climbs)
        damaged(printable(tensor) + " is kept outside of the network's folder: " + printable(location));
    std::error_code error;
    const fs::path folder = fs::canonical(m_folder.empty() ? fs::path(".") : m_folder, error);
    const fs::path path = fs::canonical(folder / given, error);
    if (error)
        throw Error(ErrorKind::NoSuchFile, folder / given);
    const bool isInside =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
    if (!isInside)
        damaged(printable(tensor) + " is kept outside of the network's folder: " + printable(location));
    if (!fs::is_regular_file(path, error))
        throw Error(ErrorKind::CannotRead, path, {}, Phrase::NoRegularFile);
    return path;
}

at::Tensor OnnxFolder::read(const OnnxTensor &tensor, at::ScalarType type, std::uint64_t size)
{
    const OnnxOutside &outside = *tensor.outside;
    const fs::path path = pathOf(tensor.name, outside.location);
    const std::uint64_t fileSize = fs::file_size(path);
    const bool isInside = outside.offset <= fileSize && size <= fileSize - outside.offset;
    if (!isInside || outside.length.value_or(size) != size)
        damaged(printable(tensor.name) + " reaches beyond its data");
    std::uint64_t &left = m_left.emplace(path, fileSize).first->second;
    if (size > left)
        damaged("tensors overlap");
    left -= size;
    m_files.insert(path);
    at::Tensor values = translated([&] { return at::empty(tensor.shape, type); });
    std::ifstream stream(path, std::ios::binary);
    stream.seekg(std::streamoff(outside.offset));
    if (!stream.read(static_cast<char *>(values.data_ptr()), std::streamsize(size)))
        throw Error(ErrorKind::CannotRead, path, {std::strerror(errno)});
    return values;
}

at::Tensor tensorOf(const OnnxTensor &tensor, OnnxFolder &folder)
{
    const at::ScalarType type = storedType(tensor);
    const std::int64_t count = elementCount(tensor);
    const std::uint64_t size = std::uint64_t(count) * c10::elementSize(type);
    if (tensor.outside)
        return widened(folder.read(tensor, type, size), tensor);
    if (!tensor.bytes || tensor.bytes->size() != size)
        damaged(printable(tensor.name) + " does not match its data");
    // Nothing writes to constants.
    auto *bytes = const_cast<char *>(tensor.bytes->data());
    return widened(at::from_blob(
                       bytes, tensor.shape, [keep = tensor.bytes](void *) {}, type),
        tensor);
}

} // namespace convscope
