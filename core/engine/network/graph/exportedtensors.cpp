#include "core/engine/network/graph/exportedtensors.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/readtensors.h"
#include "core/engine/network/tensorreader.h"
#include "core/error.h"

#include <array>
#include <utility>

namespace convscope {

namespace {

using Node = PickleTree::Node;

/// PyTorch numbers the types in the JSON otherwise than in memory.
ElementType elementType(const std::string &name, std::int64_t number)
{
    switch (number) {
    case 1:
        return ElementType::UInt8;
    case 2:
        return ElementType::Int8;
    case 3:
        return ElementType::Int16;
    case 4:
        return ElementType::Int32;
    case 5:
        return ElementType::Int64;
    case 6:
        return ElementType::Float16;
    case 7:
        return ElementType::Float32;
    case 8:
        return ElementType::Float64;
    case 12:
        return ElementType::Bool;
    case 13:
        return ElementType::BFloat16;
    case 9:
    case 10:
    case 11:
        throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(name), "complex"});
    default:
        throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(name), "quantized"});
    }
}

/// A size, which newer versions write as one of several possible things.
std::optional<std::int64_t> fixedNumber(const Json &number)
{
    if (!number.is_object())
        return integer(number);
    const Json *fixed = findMember(number, "as_int");
    return fixed ? std::optional(integer(*fixed)) : std::nullopt;
}

std::vector<std::int64_t> sizesOf(const std::string &name, const Json &sizes)
{
    constexpr std::size_t most = 64;
    std::vector<std::int64_t> result;
    for (const Json &each : list(sizes)) {
        const auto size = fixedNumber(each);
        if (!size || *size < 0 || result.size() == most)
            damaged(printable(name) + " has a size that is no size");
        result.push_back(*size);
    }
    return result;
}

StoredTensor describedTensor(const std::string &name, const Json &meta, const std::string &entry)
{
    constexpr std::int64_t strided = 7;
    if (integer(member(meta, "layout")) != strided)
        throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(name), "sparse"});
    StoredTensor tensor;
    tensor.type = elementType(name, integer(member(meta, "dtype")));
    tensor.shape = sizesOf(name, member(meta, "sizes"));
    tensor.strides = sizesOf(name, member(meta, "strides"));
    tensor.offset = fixedNumber(member(meta, "storage_offset")).value_or(-1);
    tensor.entry = entry;
    if (tensor.offset < 0)
        damaged(printable(name) + " has a size that is no size");
    return tensor;
}

/// What torch.save wrote of some tensors, by the names that `find` gives them.
class SavedTensors
{
public:
    explicit SavedTensors(std::vector<std::uint8_t> bytes)
        : m_archive(std::move(bytes))
        , m_tree(readPickle(m_archive.read("data.pkl")))
    {
        checkByteOrder(m_archive);
    }

    /// All of a dictionary.
    std::map<std::string, at::Tensor> all() const
    {
        if (m_tree.root().kind != PickleTree::Kind::Dict)
            damaged("data.pkl holds no tensors by name");
        StateDict stored;
        const std::vector<PickleTree::Id> &items = m_tree.root().items;
        for (std::size_t i = 0; i + 1 < items.size(); i += 2)
            add(stored, m_tree[items[i]].text, m_tree[items[i + 1]]);
        return read(stored);
    }

    at::Tensor only(const std::string &name) const
    {
        StateDict stored;
        add(stored, name, m_tree.root());
        std::map<std::string, at::Tensor> tensors = read(stored);
        if (tensors.empty())
            damaged(printable(name) + " is no tensor");
        return tensors.begin()->second;
    }

private:
    void add(StateDict &stored, const std::string &name, const Node &value) const
    {
        const TensorReader::BytesOf bytesOf = [this](const std::string &entry) {
            return m_archive.sizeOf(entry);
        };
        if (auto tensor = TensorReader(m_tree, bytesOf).read(name, value))
            stored[name] = std::move(*tensor);
    }

    std::map<std::string, at::Tensor> read(const StateDict &stored) const
    {
        checkSharing(stored, m_archive.fileSize());
        return readTensors(stored, [this](const std::string &entry) { return m_archive.read(entry); });
    }

    Archive m_archive;
    PickleTree m_tree;
};

/// What a folder of the archive holds: each tensor in an entry of its own, all described in one.
std::map<std::string, at::Tensor> readDescribed(
    const Archive &archive, const std::string &folder, const std::string &config)
{
    const Json json = parseExported(archive.read(folder + config), config);
    const Json &all = member(json, "config");
    if (!all.is_object())
        damaged(config);
    StateDict stored;
    std::map<std::string, at::Tensor> pickled;
    for (const auto &[name, payload] : all.items()) {
        const Json *meta = findMember(payload, "tensor_meta");
        if (!meta)
            continue; // an object of another kind
        const std::string entry = folder + text(member(payload, "path_name"));
        if (truth(member(payload, "use_pickle"))) {
            pickled[name] = SavedTensors(archive.read(entry)).only(name);
            continue;
        }
        StoredTensor tensor = describedTensor(name, *meta, entry);
        checkInside(name, tensor, archive.sizeOf(entry));
        stored[name] = std::move(tensor);
    }
    checkSharing(stored, archive.fileSize());
    pickled.merge(readTensors(stored, [&](const std::string &entry) { return archive.read(entry); }));
    return pickled;
}

std::vector<std::uint8_t> fromBase64(const std::string &text)
{
    static const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<std::uint8_t> bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const std::size_t digit = digits.find(c);
        if (c == '=')
            break;
        if (digit == std::string::npos)
            damaged("base64");
        bits = bits << 6 | std::uint32_t(digit);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes.push_back(std::uint8_t(bits >> held));
        }
    }
    return bytes;
}

} // namespace

std::map<std::string, at::Tensor> readExportedTensors(const Archive &archive)
{
    checkByteOrder(archive);
    std::map<std::string, at::Tensor> tensors;
    static const std::array<std::pair<const char *, const char *>, 2> described = {
        {{"data/weights/", "model_weights_config.json"}, {"data/constants/", "model_constants_config.json"}}};
    for (const auto &[folder, config] : described) {
        if (archive.has(std::string(folder) + config))
            tensors.merge(readDescribed(archive, folder, config));
    }
    // Of PyTorch 2.8 and, without folders, before; 2.1 calls by a wrong ending what torch.save wrote.
    for (const char *saved : {"data/weights/model.pt", "data/constants/model.pt", "serialized_state_dict.pt",
             "serialized_state_dict.json", "serialized_constants.pt", "serialized_constants.json"}) {
        if (archive.has(saved) && archive.sizeOf(saved) > 0)
            tensors.merge(SavedTensors(archive.read(saved)).all());
    }
    return tensors;
}

at::Tensor readInlineTensor(const std::string &name, const std::string &base64)
{
    return SavedTensors(fromBase64(base64)).only(name);
}

std::vector<std::optional<std::int64_t>> toldSizes(const Json &tensorMeta)
{
    std::vector<std::optional<std::int64_t>> sizes;
    for (const Json &each : list(member(tensorMeta, "sizes")))
        sizes.push_back(fixedNumber(each));
    return sizes;
}

} // namespace convscope
