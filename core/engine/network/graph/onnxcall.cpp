#include "core/engine/network/graph/onnxcall.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"
#include "core/internal/numbertext.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace convscope {

namespace {

thread_local std::int64_t mostElements = std::int64_t(1) << 28;
constexpr std::size_t longestText = 80;

template <typename Elements, typename TextOf> std::string listText(const Elements &elements, TextOf textOf)
{
    std::string text = "[";
    for (std::size_t i = 0; i < elements.size() && text.size() < longestText; ++i)
        text += (i > 0 ? ", " : "") + textOf(elements[i]);
    return (text.size() < longestText ? text : text.substr(0, longestText) + "…") + "]";
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text;
    for (const std::int64_t side : shape)
        text += (text.empty() ? "" : "×") + std::to_string(side);
    return text;
}

bool isRandom(const std::string &kind)
{
    static const std::set<std::string> kinds = {
        "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Bernoulli", "Multinomial"};
    return kinds.contains(kind);
}

bool isQuantised(const std::string &kind)
{
    static const std::set<std::string> kinds = {"MatMulInteger", "ConvInteger", "MatMulNBits", "MatMulBnb4",
        "MatMulIntegerToFloat", "QAttention", "QGemm", "QOrderedMatMul"};
    return kind.starts_with("QLinear") || kind.find("QuantizeLinear") != std::string::npos
        || kind.starts_with("DynamicQuantize") || kinds.contains(kind);
}

} // namespace

bool OnnxCall::has(std::size_t input) const
{
    if (input >= made.arguments.size())
        return false;
    const OperatorArgument &argument = made.arguments[input];
    return argument.kind != OperatorArgument::Kind::Constant || !argument.constant.isNone();
}

at::Tensor OnnxCall::constant(std::size_t input) const
{
    return input < constants.size() ? constants[input] : at::Tensor();
}

bool OnnxCall::hasAttribute(const std::string &name)
{
    m_read.insert(name);
    return std::any_of(m_attributes.begin(), m_attributes.end(),
        [&](const OnnxAttribute &attribute) { return attribute.name == name; });
}

const OnnxAttribute *OnnxCall::find(const std::string &name, OnnxAttribute::Kind kind)
{
    m_read.insert(name);
    for (const OnnxAttribute &attribute : m_attributes) {
        if (attribute.name != name)
            continue;
        if (attribute.kind != kind)
            refuse(name, convscope::text(attribute));
        return &attribute;
    }
    return nullptr;
}

std::int64_t OnnxCall::integer(const std::string &name, std::int64_t otherwise)
{
    const OnnxAttribute *found = find(name, OnnxAttribute::Kind::Int);
    return found ? found->integer : otherwise;
}

double OnnxCall::number(const std::string &name, double otherwise)
{
    const OnnxAttribute *found = find(name, OnnxAttribute::Kind::Float);
    return found ? found->number : otherwise;
}

std::string OnnxCall::text(const std::string &name, const std::string &otherwise)
{
    const OnnxAttribute *found = find(name, OnnxAttribute::Kind::String);
    return found ? found->text : otherwise;
}

std::vector<std::int64_t> OnnxCall::integers(const std::string &name, std::vector<std::int64_t> otherwise)
{
    const OnnxAttribute *found = find(name, OnnxAttribute::Kind::Ints);
    return found ? found->integers : otherwise;
}

std::vector<double> OnnxCall::numbers(const std::string &name, std::vector<double> otherwise)
{
    const OnnxAttribute *found = find(name, OnnxAttribute::Kind::Floats);
    return found ? std::vector<double>(found->numbers.begin(), found->numbers.end()) : otherwise;
}

const OnnxTensor *OnnxCall::tensor(const std::string &name)
{
    const OnnxAttribute *found = find(name, OnnxAttribute::Kind::Tensor);
    return found ? &found->tensor : nullptr;
}

void OnnxCall::ignore(std::initializer_list<const char *> names)
{
    m_read.insert(names.begin(), names.end());
}

void OnnxCall::refuse(const std::string &argument, const std::string &value) const
{
    throw Error(ErrorKind::OperatorArgument, {},
        {printable(m_node.kind), printable(made.name), printable(argument), value});
}

void OnnxCall::refuseAttribute(const std::string &name) const
{
    const auto found = std::find_if(m_attributes.begin(), m_attributes.end(),
        [&](const OnnxAttribute &attribute) { return attribute.name == name; });
    refuse(name, found == m_attributes.end() ? std::string("—") : convscope::text(*found));
}

void OnnxCall::refuseUnread() const
{
    for (const OnnxAttribute &attribute : m_attributes) {
        if (!m_read.contains(attribute.name))
            refuse(attribute.name, convscope::text(attribute));
    }
}

void OnnxCall::refuseOperator() const
{
    if (isRandom(m_node.kind))
        throw Error(ErrorKind::NetworkRandom, {}, {printable(description())});
    if (isQuantised(m_node.kind))
        throw Error(ErrorKind::NetworkQuantised, {}, {printable(m_node.kind), printable(made.name)});
    const std::string who =
        m_node.domain.empty() ? "ONNX " + std::to_string(version) : printable(m_node.domain);
    throw Error(ErrorKind::OperatorUnknown, {}, {printable(m_node.kind), printable(made.name), who});
}

std::string OnnxCall::description() const { return m_node.kind + " " + made.name; }

std::string text(const OnnxAttribute &attribute)
{
    using Kind = OnnxAttribute::Kind;
    const auto whole = [](std::int64_t number) { return std::to_string(number); };
    const auto real = [](auto number) {
        // The fewest digits that read back as the same number
        char digits[32] = {};
        const auto written = std::to_chars(digits, digits + sizeof(digits), number);
        return std::string(digits, written.ptr);
    };
    switch (attribute.kind) {
    case Kind::Float:
        return real(attribute.number);
    case Kind::Int:
        return whole(attribute.integer);
    case Kind::String:
        return printable(attribute.text);
    case Kind::Floats:
        return listText(attribute.numbers, real);
    case Kind::Ints:
        return listText(attribute.integers, whole);
    case Kind::Strings:
        return listText(attribute.texts, [](const std::string &text) { return printable(text); });
    case Kind::Tensor:
        return "tensor " + shapeText(attribute.tensor.shape);
    case Kind::Graph:
        return "graph";
    case Kind::Other:
        break;
    }
    return "…";
}

std::vector<at::Tensor> OnnxInputs::all() const
{
    std::vector<at::Tensor> tensors;
    for (const c10::IValue &value : m_values)
        tensors.push_back(value.toTensor());
    return tensors;
}

Kernel kernelOf(std::function<at::Tensor(const OnnxInputs &)> compute)
{
    return [compute = std::move(compute)](std::vector<c10::IValue> &stack) {
        at::Tensor output = compute(OnnxInputs(stack));
        stack.clear();
        stack.emplace_back(std::move(output));
    };
}

Kernel kernelOfMany(std::function<std::vector<at::Tensor>(const OnnxInputs &)> compute)
{
    return [compute = std::move(compute)](std::vector<c10::IValue> &stack) {
        std::vector<at::Tensor> outputs = compute(OnnxInputs(stack));
        stack.clear();
        for (at::Tensor &output : outputs)
            stack.emplace_back(std::move(output));
    };
}

std::vector<std::int64_t> integersOf(const at::Tensor &tensor)
{
    const at::Tensor numbers = tensor.to(at::kCPU, at::kLong).contiguous();
    const auto *first = numbers.data_ptr<std::int64_t>();
    return {first, first + numbers.numel()};
}

std::int64_t axisOf(std::int64_t axis, std::int64_t rank)
{
    if (axis < -rank || axis >= rank)
        damaged("there is no axis " + std::to_string(axis) + " of " + std::to_string(rank));
    return axis < 0 ? axis + rank : axis;
}

SizeLimit::SizeLimit(std::int64_t elements)
    : m_before(std::exchange(mostElements, elements))
{
}

SizeLimit::~SizeLimit() { mostElements = m_before; }

void checkSize(std::span<const std::int64_t> shape, const std::string &what)
{
    std::int64_t count = 1;
    for (const std::int64_t side : shape) {
        if (side < 0 || (side > 0 && count > mostElements / side))
            damaged(printable(what) + " makes a tensor of "
                + printable(listText(std::vector<std::int64_t>(shape.begin(), shape.end()),
                    [](std::int64_t number) { return std::to_string(number); })));
        count *= side;
    }
}

std::pair<at::Tensor, at::Tensor> together(const at::Tensor &a, const at::Tensor &b)
{
    if (a.device() == b.device())
        return {a, b};
    return a.device().is_cpu() ? std::pair(a.to(b.device()), b) : std::pair(a, b.to(a.device()));
}

} // namespace convscope
