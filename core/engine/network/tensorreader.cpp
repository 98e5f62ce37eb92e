#include "core/engine/network/tensorreader.h"

#include "core/engine/network/damaged.h"
#include "core/error.h"

#include <algorithm>
#include <map>

namespace convscope {

namespace {

using Id = PickleTree::Id;
using Kind = PickleTree::Kind;
using Node = PickleTree::Node;

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

/// What PyTorch holds otherwise than number by number, by what rebuilds it or by its type.
const char *unusual(const std::string &global)
{
    static const std::map<std::string, const char *> kinds = {
        {"torch._utils._rebuild_sparse_tensor", "sparse"},
        {"torch._utils._rebuild_sparse_csr_tensor", "sparse"},
        {"torch._utils._rebuild_qtensor", "quantized"},
        {"torch._utils._rebuild_meta_tensor_no_storage", "meta"},
        {"torch.ComplexFloatStorage", "complex"},
        {"torch.ComplexDoubleStorage", "complex"},
        {"torch.complex32", "complex"},
        {"torch.complex64", "complex"},
        {"torch.complex128", "complex"},
        {"torch.QInt8Storage", "quantized"},
        {"torch.QUInt8Storage", "quantized"},
        {"torch.QInt32Storage", "quantized"},
    };
    const auto found = kinds.find(global);
    return found == kinds.end() ? nullptr : found->second;
}

/// For a tensor that a global makes which is not known here.
[[noreturn]] void refuse(const std::string &name, const std::string &global)
{
    if (const char *kind = unusual(global))
        throw Error(ErrorKind::NetworkTensorUnusual, {}, {printable(name), kind});
    throw Error(ErrorKind::NetworkNeedsCode, {}, {printable(global)});
}

} // namespace

bool TensorReader::isTensor(const Node &value) const
{
    return value.kind == Kind::Call && calledName(value).starts_with("torch._utils._rebuild_");
}

bool TensorReader::isNumpyArray(const Node &value) const
{
    if (value.kind != Kind::Call)
        return false;
    const std::string called = calledName(value);
    return called == "numpy.core.multiarray._reconstruct" || called == "numpy._core.multiarray._reconstruct"
        || called == "numpy._core.numeric._frombuffer" || called == "numpy.core.numeric._frombuffer";
}

std::string TensorReader::calledName(const Node &call) const
{
    const Node *callable = &call;
    for (int depth = 0; depth < 100 && callable->kind == Kind::Call; ++depth)
        callable = &m_tree[callable->items[0]];
    return callable->kind == Kind::Global ? callable->text : "something that is no name";
}

bool TensorReader::isTensorCall(const Node &value) const
{
    return value.kind == Kind::Call && calledName(value).starts_with("torch._utils._rebuild_tensor_v");
}

std::optional<StoredTensor> TensorReader::read(const std::string &name, const Node &value) const
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
        if (wrapped.kind == Kind::Call)
            refuse(name, calledName(wrapped));
    }
    refuse(name, calledName(value));
}

const Node &TensorReader::item(const std::string &name, const Node &node, std::size_t index) const
{
    if (node.kind != Kind::Tuple || index >= node.items.size())
        damaged(printable(name));
    return m_tree[node.items[index]];
}

const std::string &TensorReader::global(const std::string &name, const Node &node) const
{
    if (node.kind != Kind::Global)
        damaged(printable(name));
    return node.text;
}

std::vector<std::int64_t> TensorReader::sizes(const std::string &name, const Node &node) const
{
    constexpr std::size_t maxDimensions = 64; // as PyTorch
    if (node.kind != Kind::Tuple || node.items.size() > maxDimensions)
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

/// _rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks); v3 adds the type, its
/// storage being bytes.
StoredTensor TensorReader::rebuild(
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
        refuse(name, typeName);

    StoredTensor tensor;
    tensor.type = *element;
    tensor.entry = "data/" + key.text;
    const Node &offset = item(name, arguments, 1);
    if (offset.kind != Kind::Integer || offset.integer < 0)
        damaged(printable(name) + " has a size that is no size");
    tensor.offset = offset.integer;
    tensor.shape = sizes(name, item(name, arguments, 2));
    tensor.strides = sizes(name, item(name, arguments, 3));
    if (!isEmpty(tensor))
        checkInside(name, tensor, m_bytesOf(tensor.entry));
    else if (tensor.shape.size() != tensor.strides.size())
        damaged(printable(name) + " has a size that is no size");
    return tensor;
}

} // namespace convscope
