#include "core/engine/network/graph/onnxmodel.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxsize.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"

#define ONNX_ML 1 // as the library is built
#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/unknown_field_set.h>
#include <onnx/onnx_pb.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace convscope {

namespace {

namespace fs = std::filesystem;
namespace pb = google::protobuf;

class OpenFile
{
public:
    explicit OpenFile(const fs::path &file)
        : m_descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (m_descriptor < 0)
            throw Error(errno == ENOENT ? ErrorKind::NoSuchFile : ErrorKind::CannotRead, {},
                errno == ENOENT ? std::vector<std::string>()
                                : std::vector<std::string>{std::strerror(errno)});
    }
    ~OpenFile() { ::close(m_descriptor); }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    int descriptor() const { return m_descriptor; }
    void rewind() const { ::lseek(m_descriptor, 0, SEEK_SET); }

private:
    int m_descriptor;
};

template <typename Number> std::vector<Number> numbersOf(const pb::RepeatedField<Number> &field)
{
    return {field.begin(), field.end()};
}

std::vector<std::string> textsOf(const pb::RepeatedPtrField<std::string> &field)
{
    return {field.begin(), field.end()};
}

/// The bytes of a list of numbers, each narrowed to `Element`.
template <typename Element, typename Numbers>
std::shared_ptr<const std::string> packed(const Numbers &numbers)
{
    std::string bytes(std::size_t(numbers.size()) * sizeof(Element), '\0');
    char *place = bytes.data();
    for (const auto number : numbers) {
        const auto element = static_cast<Element>(number);
        std::memcpy(place, &element, sizeof(Element));
        place += sizeof(Element);
    }
    return std::make_shared<const std::string>(std::move(bytes));
}

/// The values that are not raw bytes, but in a list with a type.
std::shared_ptr<const std::string> typedBytes(const onnx::TensorProto &tensor, OnnxType type)
{
    switch (type) {
    case OnnxType::Float:
        return packed<float>(tensor.float_data());
    case OnnxType::Double:
        return packed<double>(tensor.double_data());
    case OnnxType::Int64:
        return packed<std::int64_t>(tensor.int64_data());
    case OnnxType::Int32:
        return packed<std::int32_t>(tensor.int32_data());
    case OnnxType::Int16:
    case OnnxType::UInt16:
    case OnnxType::Float16:
    case OnnxType::BFloat16:
        return packed<std::uint16_t>(tensor.int32_data());
    case OnnxType::Int8:
    case OnnxType::UInt8:
    case OnnxType::Bool:
        return packed<std::uint8_t>(tensor.int32_data());
    case OnnxType::UInt32:
        return packed<std::uint32_t>(tensor.uint64_data());
    case OnnxType::UInt64:
        return packed<std::uint64_t>(tensor.uint64_data());
    default:
        return std::make_shared<const std::string>();
    }
}

std::uint64_t wholeNumber(const std::string &tensor, const std::string &text)
{
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end)
        damaged(printable(tensor) + " has no place in its file");
    return number;
}

OnnxOutside outsideOf(const onnx::TensorProto &tensor)
{
    OnnxOutside outside;
    for (const auto &entry : tensor.external_data()) {
        if (entry.key() == "location")
            outside.location = entry.value();
        else if (entry.key() == "offset")
            outside.offset = wholeNumber(tensor.name(), entry.value());
        else if (entry.key() == "length")
            outside.length = wholeNumber(tensor.name(), entry.value());
    }
    return outside;
}

/// Takes the bytes, so that there is never a second copy of the weights.
OnnxTensor tensorOf(onnx::TensorProto &tensor)
{
    OnnxTensor result;
    result.name = tensor.name();
    result.type = OnnxType(tensor.data_type());
    result.shape = numbersOf(tensor.dims());
    if (tensor.has_segment())
        damaged(printable(result.name) + " is a part of a tensor");
    if (tensor.data_location() == onnx::TensorProto::EXTERNAL)
        result.outside = outsideOf(tensor);
    else if (tensor.has_raw_data())
        result.bytes = std::shared_ptr<const std::string>(tensor.release_raw_data());
    else
        result.bytes = typedBytes(tensor, result.type);
    return result;
}

OnnxGraph graphOf(onnx::GraphProto &graph);

/// ONNX holds numbers such as an epsilon of 1e-5 in float32. The shortest number that is rounded to it is the
/// one that was written, so that float64 computes as the network did before it was exported.
double meantBy(float number)
{
    std::array<char, 32> text;
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    double meant = number;
    std::from_chars(text.data(), written.ptr, meant);
    return meant;
}

OnnxAttribute attributeOf(onnx::AttributeProto &attribute)
{
    using Kind = OnnxAttribute::Kind;
    OnnxAttribute result;
    result.name = attribute.name();
    result.reference = attribute.ref_attr_name();
    switch (attribute.type()) {
    case onnx::AttributeProto::FLOAT:
        result.kind = Kind::Float;
        result.number = meantBy(attribute.f());
        break;
    case onnx::AttributeProto::INT:
        result.kind = Kind::Int;
        result.integer = attribute.i();
        break;
    case onnx::AttributeProto::STRING:
        result.kind = Kind::String;
        result.text = attribute.s();
        break;
    case onnx::AttributeProto::TENSOR:
        result.kind = Kind::Tensor;
        result.tensor = tensorOf(*attribute.mutable_t());
        break;
    case onnx::AttributeProto::GRAPH:
        result.kind = Kind::Graph;
        result.graph = std::make_shared<const OnnxGraph>(graphOf(*attribute.mutable_g()));
        break;
    case onnx::AttributeProto::FLOATS:
        result.kind = Kind::Floats;
        result.numbers = numbersOf(attribute.floats());
        break;
    case onnx::AttributeProto::INTS:
        result.kind = Kind::Ints;
        result.integers = numbersOf(attribute.ints());
        break;
    case onnx::AttributeProto::STRINGS:
        result.kind = Kind::Strings;
        result.texts = textsOf(attribute.strings());
        break;
    default:
        break;
    }
    return result;
}

/// Messages in a field that this version of ONNX's protobuf may not know yet.
template <typename Inner> std::vector<Inner> messagesIn(const pb::Message &message, int field)
{
    std::vector<Inner> messages;
    const pb::Reflection &reflection = *message.GetReflection();
    if (const auto *known = message.GetDescriptor()->FindFieldByNumber(field)) {
        for (int i = 0; i < reflection.FieldSize(message, known); ++i)
            messages.push_back(dynamic_cast<const Inner &>(reflection.GetRepeatedMessage(message, known, i)));
        return messages;
    }
    const pb::UnknownFieldSet &unknown = reflection.GetUnknownFields(message);
    for (int i = 0; i < unknown.field_count(); ++i) {
        const pb::UnknownField &entry = unknown.field(i);
        if (entry.number() != field || entry.type() != pb::UnknownField::TYPE_LENGTH_DELIMITED)
            continue;
        Inner inner;
        if (!inner.ParseFromString(entry.length_delimited()))
            damaged("it is cut off, or no ONNX");
        messages.push_back(std::move(inner));
    }
    return messages;
}

std::string textIn(const pb::Message &message, int field)
{
    const pb::Reflection &reflection = *message.GetReflection();
    if (const auto *known = message.GetDescriptor()->FindFieldByNumber(field))
        return reflection.GetString(message, known);
    const pb::UnknownFieldSet &unknown = reflection.GetUnknownFields(message);
    for (int i = 0; i < unknown.field_count(); ++i) {
        const pb::UnknownField &entry = unknown.field(i);
        if (entry.number() == field && entry.type() == pb::UnknownField::TYPE_LENGTH_DELIMITED)
            return entry.length_delimited();
    }
    return {};
}

// Fields of ONNX 1.16 and 1.13, as onnx.proto numbers them
constexpr int overloadOfNode = 8;
constexpr int metadataOfNode = 9;
constexpr int overloadOfFunction = 13;
constexpr int defaultsOfFunction = 11;

template <typename Entries> OnnxTexts metadataOf(const Entries &entries)
{
    OnnxTexts texts;
    for (const auto &entry : entries)
        texts[entry.key()] = entry.value();
    return texts;
}

std::string domainOf(const std::string &domain) { return domain == "ai.onnx" ? std::string() : domain; }

OnnxNode nodeOf(onnx::NodeProto &node)
{
    OnnxNode result;
    result.name = node.name();
    result.kind = node.op_type();
    result.domain = domainOf(node.domain());
    result.overload = textIn(node, overloadOfNode);
    result.inputs = textsOf(node.input());
    result.outputs = textsOf(node.output());
    for (auto &attribute : *node.mutable_attribute())
        result.attributes.push_back(attributeOf(attribute));
    result.metadata = metadataOf(messagesIn<onnx::StringStringEntryProto>(node, metadataOfNode));
    return result;
}

OnnxValue valueOf(const onnx::ValueInfoProto &value)
{
    OnnxValue result;
    result.name = value.name();
    result.isTensor = value.type().has_tensor_type();
    if (!result.isTensor)
        return result;
    const auto &tensor = value.type().tensor_type();
    result.type = OnnxType(tensor.elem_type());
    if (!tensor.has_shape())
        return result;
    result.shape.emplace();
    for (const auto &side : tensor.shape().dim())
        result.shape->push_back(
            side.has_dim_value() && side.dim_value() > 0 ? std::optional(side.dim_value()) : std::nullopt);
    return result;
}

OnnxGraph graphOf(onnx::GraphProto &graph)
{
    OnnxGraph result;
    result.name = graph.name();
    for (auto &node : *graph.mutable_node())
        result.nodes.push_back(nodeOf(node));
    for (auto &tensor : *graph.mutable_initializer()) {
        const std::string name = tensor.name();
        if (!result.tensors.emplace(name, tensorOf(tensor)).second)
            damaged("two tensors are called " + printable(name));
    }
    for (const auto &tensor : graph.sparse_initializer())
        result.sparseTensors.insert(tensor.values().name());
    for (const auto &input : graph.input())
        result.inputs.push_back(valueOf(input));
    for (const auto &output : graph.output())
        result.outputs.push_back(valueOf(output));
    return result;
}

template <typename Imports> OnnxVersions versionsOf(const Imports &imports)
{
    OnnxVersions versions;
    for (const auto &import : imports)
        versions[domainOf(import.domain())] = import.version();
    return versions;
}

OnnxFunction functionOf(onnx::FunctionProto &function)
{
    OnnxFunction result;
    result.domain = domainOf(function.domain());
    result.name = function.name();
    result.overload = textIn(function, overloadOfFunction);
    result.inputs = textsOf(function.input());
    result.outputs = textsOf(function.output());
    result.parameters = textsOf(function.attribute());
    for (auto &attribute : messagesIn<onnx::AttributeProto>(function, defaultsOfFunction))
        result.defaults.push_back(attributeOf(attribute));
    for (auto &node : *function.mutable_node())
        result.nodes.push_back(nodeOf(node));
    result.versions = versionsOf(function.opset_import());
    return result;
}

} // namespace

OnnxModel readOnnxModel(const fs::path &file)
{
    const OpenFile opened(file);
    onnx::ModelProto model;
    {
        pb::io::FileInputStream stream(opened.descriptor());
        checkOnnxSize(stream);
        if (stream.GetErrno() != 0)
            throw Error(ErrorKind::CannotRead, {}, {std::strerror(stream.GetErrno())});
    }
    opened.rewind();
    pb::io::FileInputStream stream(opened.descriptor());
    if (!model.ParseFromZeroCopyStream(&stream) || !model.has_graph())
        damaged("it is cut off, or no ONNX");
    OnnxModel result;
    result.producer = model.producer_name();
    result.versions = versionsOf(model.opset_import());
    result.metadata = metadataOf(model.metadata_props());
    result.graph = graphOf(*model.mutable_graph());
    for (auto &function : *model.mutable_functions())
        result.functions.push_back(functionOf(function));
    return result;
}

} // namespace convscope
