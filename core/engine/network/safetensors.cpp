#include "core/engine/network/safetensors.h"

#include "core/engine/network/damaged.h"
#include "core/internal/bytereader.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <optional>

namespace convscope {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t longestHeader = 100'000'000; // as the format's own reader

/// The header's length; none where the file cannot have a header.
std::optional<std::uint64_t> headerLength(std::ifstream &stream, std::uint64_t fileSize)
{
    std::array<std::uint8_t, lengthBytes + 1> head{};
    if (!stream.read(reinterpret_cast<char *>(head.data()), head.size()) || head.back() != '{')
        return std::nullopt;
    const std::uint64_t length = littleEndian(Bytes(head).first(lengthBytes));
    if (length > longestHeader || length > fileSize - lengthBytes)
        return std::nullopt;
    return length;
}

ElementType elementType(const std::string &name, const Json &entry)
{
    static const std::map<std::string, ElementType> types = {{"F64", ElementType::Float64},
        {"F32", ElementType::Float32}, {"F16", ElementType::Float16}, {"BF16", ElementType::BFloat16},
        {"I64", ElementType::Int64}, {"I32", ElementType::Int32}, {"I16", ElementType::Int16},
        {"I8", ElementType::Int8}, {"U8", ElementType::UInt8}, {"BOOL", ElementType::Bool}};
    const auto type = entry.find("dtype");
    const auto found =
        type != entry.end() && type->is_string() ? types.find(type->get<std::string>()) : types.end();
    if (found == types.end())
        damaged(printable(name) + " has an unknown type");
    return found->second;
}

std::vector<std::uint64_t> wholeNumbers(const std::string &name, const Json &entry, const char *key)
{
    const auto list = entry.find(key);
    if (list == entry.end() || !list->is_array() || list->size() > 64)
        damaged(printable(name) + " has no " + key);
    std::vector<std::uint64_t> numbers;
    for (const Json &number : *list) {
        if (!number.is_number_unsigned())
            damaged(printable(name) + " has a size that is no size");
        numbers.push_back(number.get<std::uint64_t>());
    }
    return numbers;
}

/// Row after row; `held` elements are what there is of it.
StoredTensor tensorOf(const std::string &name, const Json &entry, std::uint64_t bytes)
{
    StoredTensor tensor;
    tensor.type = elementType(name, entry);
    tensor.entry = name;
    const auto size = std::uint64_t(sizeOf(tensor.type));
    const std::uint64_t held = bytes / size;
    std::uint64_t count = 1;
    for (const std::uint64_t side : wholeNumbers(name, entry, "shape")) {
        if (side != 0 && count != 0 && side > held / count) // an empty tensor holds nothing, and is whole
            damaged(printable(name) + " does not match its data");
        count *= side;
        tensor.shape.push_back(std::int64_t(side));
    }
    if (count * size != bytes)
        damaged(printable(name) + " does not match its data");
    tensor.strides.assign(tensor.shape.size(), 1);
    for (std::size_t i = tensor.shape.size(); i-- > 1;)
        tensor.strides[i - 1] = tensor.strides[i] * tensor.shape[i];
    return tensor;
}

} // namespace

bool SafeTensors::isOne(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return headerLength(stream, fs::file_size(file)).has_value();
}

SafeTensors::SafeTensors(const fs::path &file)
    : m_file(file)
{
    const std::uint64_t fileSize = fs::file_size(file);
    std::ifstream stream(file, std::ios::binary);
    const auto length = headerLength(stream, fileSize);
    if (!length)
        damaged("header");
    std::string header(*length, '\0');
    stream.seekg(std::streamoff(lengthBytes));
    if (!stream.read(header.data(), std::streamsize(header.size())))
        damaged("header");
    const Json json = Json::parse(header, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        damaged("header");

    const std::uint64_t dataBegin = lengthBytes + *length;
    std::uint64_t left = fileSize - dataBegin; // so that many names for the same bytes do not fill the memory
    for (const auto &[name, entry] : json.items()) {
        if (name == "__metadata__")
            continue;
        if (!entry.is_object())
            damaged(printable(name));
        const auto offsets = wholeNumbers(name, entry, "data_offsets");
        if (offsets.size() != 2 || offsets[0] > offsets[1] || offsets[1] > fileSize - dataBegin)
            damaged(printable(name) + " reaches beyond its data");
        const std::uint64_t bytes = offsets[1] - offsets[0];
        if (bytes > left)
            damaged("tensors overlap");
        left -= bytes;
        m_tensors[name] = tensorOf(name, entry, bytes);
        m_ranges[name] = {dataBegin + offsets[0], bytes};
    }
}

std::vector<std::uint8_t> SafeTensors::read(const std::string &entry) const
{
    const Range &range = m_ranges.at(entry);
    std::vector<std::uint8_t> bytes(range.size);
    std::ifstream stream(m_file, std::ios::binary);
    stream.seekg(std::streamoff(range.begin));
    if (!stream.read(reinterpret_cast<char *>(bytes.data()), std::streamsize(bytes.size())))
        damaged(printable(entry));
    return bytes;
}

} // namespace convscope
