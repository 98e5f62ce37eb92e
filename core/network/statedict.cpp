#include "core/network/statedict.h"

#include "core/error.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace convscope {

namespace {

using Id = PickleTree::Id;
using Kind = PickleTree::Kind;
using Node = PickleTree::Node;
using BytesOf = std::function<std::uint64_t(const std::string &)>;

[[noreturn]] void damaged(const std::string &what) { throw Error(ErrorKind::NetworkDamaged, {}, {what}); }

std::optional<ElementType> elementType(const std::string &global)
{
    static const std::map<std::string, ElementType> types = {
        {"torch.HalfStorage", ElementType::Float16},
        {"torch.BFloat16Storage", ElementType::BFloat16},
        {"torch.FloatStorage", ElementType::Float32},
        {"torch.DoubleStorage", ElementType::Float64},
        {"torch.CharStorage", ElementType::Int8},
        {"torch.ByteStorage", ElementType::UInt8},
        {"torch.ShortStorage", ElementType::Int16},
        {"torch.IntStorage", ElementType::Int32},
        {"torch.LongStorage", ElementType::Int64},
        {"torch.BoolStorage", ElementType::Bool},
        {"torch.float16", ElementType::Float16},
        {"torch.bfloat16", ElementType::BFloat16},
        {"torch.float32", ElementType::Float32},
        {"torch.float64", ElementType::Float64},
        {"torch.int8", ElementType::Int8},
        {"torch.uint8", ElementType::UInt8},
        {"torch.int16", ElementType::Int16},
        {"torch.int32", ElementType::Int32},
        {"torch.int64", ElementType::Int64},
        {"torch.bool", ElementType::Bool},
    };
    const auto found = types.find(global);
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

/// Reads the tensors that a pickle describes.
class TensorReader
{
public:
    TensorReader(const PickleTree &tree, const BytesOf &bytesOf)
        : m_tree(tree)
        , m_bytesOf(bytesOf)
    {
    }

    /// The tensor that a call makes; none where the value is no call. `name` is for messages.
    std::optional<StoredTensor> read(const std::string &name, const Node &value) const
    {
        if (value.kind != Kind::Call)
            return std::nullopt;
        const Node &callable = m_tree[value.items[0]];
        const Node &arguments = m_tree[value.items[1]];
        if (callable.kind == Kind::Global && callable.text == "torch._utils._rebuild_tensor_v2")
            return rebuild(name, arguments, std::nullopt);
        if (callable.kind == Kind::Global && callable.text == "torch._utils._rebuild_tensor_v3")
            return rebuild(name, arguments, global(name, item(name, arguments, 6)));
        if (callable.kind == Kind::Global
            && (callable.text == "torch._utils._rebuild_parameter"
                || callable.text == "torch._utils._rebuild_parameter_with_state")) {
            // One level only: a parameter wraps a tensor, never another parameter.
            const Node &wrapped = item(name, arguments, 0);
            if (wrapped.kind == Kind::Call && &wrapped != &value && isTensorCall(wrapped))
                return read(name, wrapped);
        }
        throw Error(ErrorKind::NetworkNeedsCode, {}, {printable(calledName(value))});
    }

    /// The global behind a call, through calls of calls.
    std::string calledName(const Node &call) const
    {
        const Node *callable = &call;
        for (int depth = 0; depth < 100 && callable->kind == Kind::Call; ++depth)
            callable = &m_tree[callable->items[0]];
        return callable->kind == Kind::Global ? callable->text : "something that is no name";
    }

    bool isTensorCall(const Node &value) const
    {
        return value.kind == Kind::Call && calledName(value).starts_with("torch._utils._rebuild_tensor_v");
    }

    bool isTensor(const Node &value) const
    {
        return value.kind == Kind::Call && calledName(value).starts_with("torch._utils._rebuild_");
    }

private:
    const Node &item(const std::string &name, const Node &node, std::size_t index) const
    {
        if (node.kind != Kind::Tuple || index >= node.items.size())
            damaged(printable(name));
        return m_tree[node.items[index]];
    }

    const std::string &global(const std::string &name, const Node &node) const
    {
        if (node.kind != Kind::Global)
            damaged(printable(name));
        return node.text;
    }

    std::vector<std::int64_t> sizes(const std::string &name, const Node &node) const
    {
        constexpr std::size_t mostDimensions = 64; // as PyTorch
        if (node.kind != Kind::Tuple || node.items.size() > mostDimensions)
            damaged(printable(name));
        std::vector<std::int64_t> result;
        for (const Id id : node.items) {
            const Node &size = m_tree[id];
            if (size.kind != Kind::Integer || size.integer < 0)
                damaged(printable(name) + " has a size that is no size");
            result.push_back(size.integer);
        }
        return result;
    }

    /// _rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks); v3 adds the type,
    /// its storage being bytes.
    StoredTensor rebuild(
        const std::string &name, const Node &arguments, const std::optional<std::string> &type) const
    {
        // ('storage', its class, key, device, number of elements)
        const Node &storage = item(name, arguments, 0);
        if (storage.kind != Kind::Persistent)
            damaged(printable(name) + " has no storage");
        const Node &id = m_tree[storage.items[0]];
        const Node &key = item(name, id, 2);
        if (item(name, id, 0).text != "storage" || key.kind != Kind::Text)
            damaged(printable(name) + " has no storage");
        const std::string &typeName = type ? *type : global(name, item(name, id, 1));
        const std::optional<ElementType> element = elementType(typeName);
        if (!element)
            throw Error(ErrorKind::NetworkNeedsCode, {}, {printable(typeName)});

        StoredTensor tensor;
        tensor.type = *element;
        tensor.entry = "data/" + key.text;
        const Node &offset = item(name, arguments, 1);
        if (offset.kind != Kind::Integer || offset.integer < 0)
            damaged(printable(name) + " has a size that is no size");
        tensor.offset = offset.integer;
        tensor.shape = sizes(name, item(name, arguments, 2));
        tensor.strides = sizes(name, item(name, arguments, 3));
        checkInside(name, tensor);
        return tensor;
    }

    void checkInside(const std::string &name, const StoredTensor &tensor) const
    {
        if (tensor.shape.size() != tensor.strides.size())
            damaged(printable(name) + " has a size that is no size");
        const std::uint64_t held = m_bytesOf(tensor.entry) / std::uint64_t(sizeOf(tensor.type));
        std::uint64_t count = 1;
        std::uint64_t last = std::uint64_t(tensor.offset); // the farthest element
        if (last >= held)
            damaged(printable(name) + " reaches beyond its data");
        for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
            const auto size = std::uint64_t(tensor.shape[i]);
            const auto stride = std::uint64_t(tensor.strides[i]);
            // held is far below 2^63, so no product or sum below overflows.
            if (size == 0 || size > held / count)
                damaged(printable(name) + " does not match its data");
            count *= size;
            if (stride != 0 && size > 1 && stride > (held - 1 - last) / (size - 1))
                damaged(printable(name) + " reaches beyond its data");
            last += stride * (size - 1);
        }
    }

    const PickleTree &m_tree;
    const BytesOf &m_bytesOf;
};

bool holdsTensors(const PickleTree &tree, const TensorReader &reader, const Node &node)
{
    if (node.kind != Kind::Dict)
        return false;
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
        if (tree[node.items[i]].kind == Kind::Text && reader.isTensor(tree[node.items[i + 1]]))
            return true;
    }
    return false;
}

const Node *find(const PickleTree &tree, const Node &dict, const std::string &key)
{
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const Node &name = tree[dict.items[i]];
        if (name.kind == Kind::Text && name.text == key)
            return &tree[dict.items[i + 1]];
    }
    return nullptr;
}

/// Names found instead of a state dict, for the message.
std::string keysOf(const PickleTree &tree, const Node &dict)
{
    constexpr std::size_t mostShown = 10;
    std::string names;
    for (std::size_t i = 0; i + 1 < dict.items.size() && i / 2 < mostShown; i += 2) {
        const Node &name = tree[dict.items[i]];
        names += (i == 0 ? "" : ", ") + (name.kind == Kind::Text ? printable(name.text) : "?");
    }
    return names;
}

const Node &findStateDict(const PickleTree &tree, const TensorReader &reader)
{
    const Node &root = tree.root();
    if (root.kind == Kind::Call) // a whole module or another object
        throw Error(ErrorKind::NetworkNeedsCode, {}, {printable(reader.calledName(root))});
    if (root.kind != Kind::Dict)
        throw Error(ErrorKind::NetworkWithoutWeights, {}, {""});
    const Node *needsCode = nullptr;
    for (const char *key : {"model_state_dict", "state_dict", "model", "net"}) {
        const Node *found = find(tree, root, key);
        if (found && holdsTensors(tree, reader, *found))
            return *found;
        if (found && found->kind == Kind::Call && !needsCode)
            needsCode = found;
    }
    if (holdsTensors(tree, reader, root))
        return root;
    if (needsCode)
        throw Error(ErrorKind::NetworkNeedsCode, {}, {printable(reader.calledName(*needsCode))});
    throw Error(ErrorKind::NetworkWithoutWeights, {}, {keysOf(tree, root)});
}

} // namespace

int sizeOf(ElementType type)
{
    switch (type) {
    case ElementType::Int8:
    case ElementType::UInt8:
    case ElementType::Bool:
        return 1;
    case ElementType::Float16:
    case ElementType::BFloat16:
    case ElementType::Int16:
        return 2;
    case ElementType::Float32:
    case ElementType::Int32:
        return 4;
    case ElementType::Float64:
    case ElementType::Int64:
        return 8;
    }
    return 1;
}

bool isFloating(ElementType type)
{
    return type == ElementType::Float16 || type == ElementType::BFloat16 || type == ElementType::Float32
        || type == ElementType::Float64;
}

StateDict withoutCommonPrefix(StateDict dict)
{
    while (!dict.empty()) {
        const std::string &first = dict.begin()->first;
        const std::string prefix = first.substr(0, first.find('.') + 1);
        const bool common = !prefix.empty() && std::all_of(dict.begin(), dict.end(), [&](const auto &each) {
            return each.first.size() > prefix.size() && each.first.starts_with(prefix);
        });
        if (!common || prefix == "cnn." || prefix == "fc.")
            break;
        StateDict stripped;
        for (auto &[name, tensor] : dict)
            stripped.emplace(name.substr(prefix.size()), std::move(tensor));
        dict = std::move(stripped);
    }
    return dict;
}

StateDict readStateDict(const PickleTree &tree, const BytesOf &bytesOf)
{
    const TensorReader reader(tree, bytesOf);
    const Node &dict = findStateDict(tree, reader);
    StateDict result;
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const Node &name = tree[dict.items[i]];
        if (name.kind != Kind::Text || name.text.ends_with("_extra_state"))
            continue;
        if (const auto tensor = reader.read(name.text, tree[dict.items[i + 1]]))
            result[name.text] = *tensor;
    }
    return withoutCommonPrefix(std::move(result));
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return text + "]";
}

} // namespace convscope
