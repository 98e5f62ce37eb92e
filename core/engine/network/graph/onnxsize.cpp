#include "core/engine/network/graph/onnxsize.h"

#include "core/engine/network/damaged.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <algorithm>
#include <array>

namespace convscope {

namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr int mostParts = 5'000'000;
constexpr int deepest = 100; // as protobuf itself

enum class Part
{
    Leaf, // a text, bytes, or a message of a few numbers
    Model,
    Graph,
    Node,
    Attribute,
    Function,
    Training,
    Tensor,
    SparseTensor,
    Value,
    Type,
    TensorType,
    Shape,
};

struct Inside
{
    Part part;
    int field;
    Part child;
};

/// The messages inside of messages that hold any number of parts: onnx.proto.
constexpr std::array insides = {
    Inside{Part::Model, 7, Part::Graph},
    Inside{Part::Model, 20, Part::Training},
    Inside{Part::Model, 25, Part::Function},
    Inside{Part::Training, 1, Part::Graph},
    Inside{Part::Training, 2, Part::Graph},
    Inside{Part::Graph, 1, Part::Node},
    Inside{Part::Graph, 5, Part::Tensor},
    Inside{Part::Graph, 11, Part::Value},
    Inside{Part::Graph, 12, Part::Value},
    Inside{Part::Graph, 13, Part::Value},
    Inside{Part::Graph, 14, Part::Graph}, // an annotation: texts
    Inside{Part::Graph, 15, Part::SparseTensor},
    Inside{Part::Node, 5, Part::Attribute},
    Inside{Part::Attribute, 5, Part::Tensor},
    Inside{Part::Attribute, 6, Part::Graph},
    Inside{Part::Attribute, 10, Part::Tensor},
    Inside{Part::Attribute, 11, Part::Graph},
    Inside{Part::Attribute, 14, Part::Type},
    Inside{Part::Attribute, 15, Part::Type},
    Inside{Part::Attribute, 22, Part::SparseTensor},
    Inside{Part::Attribute, 23, Part::SparseTensor},
    Inside{Part::Function, 7, Part::Node},
    Inside{Part::Function, 11, Part::Attribute},
    Inside{Part::Function, 12, Part::Value},
    Inside{Part::SparseTensor, 1, Part::Tensor},
    Inside{Part::SparseTensor, 2, Part::Tensor},
    Inside{Part::Value, 2, Part::Type},
    Inside{Part::Type, 1, Part::TensorType},
    Inside{Part::Type, 4, Part::Type}, // a sequence, a map, an optional value, of a type
    Inside{Part::Type, 5, Part::Type},
    Inside{Part::Type, 8, Part::TensorType},
    Inside{Part::Type, 9, Part::Type},
    Inside{Part::TensorType, 2, Part::Shape},
};

Part childOf(Part part, int field)
{
    const auto found = std::find_if(insides.begin(), insides.end(),
        [&](const Inside &inside) { return inside.part == part && inside.field == field; });
    return found == insides.end() ? Part::Leaf : found->child;
}

class Counter
{
public:
    explicit Counter(CodedInputStream &stream)
        : m_stream(stream)
    {
    }

    void count(Part part, int depth)
    {
        if (depth > deepest)
            damaged("nested too deeply");
        while (const std::uint32_t tag = m_stream.ReadTag()) {
            if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
                if (!WireFormatLite::SkipField(&m_stream, tag))
                    cutOff();
                continue;
            }
            if (++m_parts > mostParts)
                damaged("more parts than any network has");
            int length = 0;
            if (!m_stream.ReadVarintSizeAsInt(&length))
                cutOff();
            enter(childOf(part, WireFormatLite::GetTagFieldNumber(tag)), length, depth);
        }
        if (!m_stream.ConsumedEntireMessage())
            cutOff();
    }

private:
    [[noreturn]] static void cutOff() { damaged("it is cut off, or no ONNX"); }

    void enter(Part part, int length, int depth)
    {
        if (part == Part::Leaf) {
            if (!m_stream.Skip(length))
                cutOff();
            return;
        }
        const CodedInputStream::Limit limit = m_stream.PushLimit(length);
        count(part, depth + 1);
        m_stream.PopLimit(limit);
    }

    CodedInputStream &m_stream;
    int m_parts = 0;
};

} // namespace

void checkOnnxSize(google::protobuf::io::ZeroCopyInputStream &stream)
{
    CodedInputStream coded(&stream);
    Counter(coded).count(Part::Model, 0);
}

} // namespace convscope
