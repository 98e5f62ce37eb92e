#include "core/engine/network/graph/exportedarguments.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/pickle.h"

#include <array>

namespace convscope {

namespace {

using Kind = GivenArgument::Kind;

int valueOf(const ValueNames &values, const std::string &name)
{
    const auto found = values.find(name);
    if (found == values.end())
        damaged("the value " + printable(name) + " is missing");
    return found->second;
}

/// LibTorch's number of a type; −1 of one that it does not compute with here.
std::int64_t scalarType(std::int64_t number)
{
    static constexpr std::array<std::int64_t, 14> numbers = {-1, std::int64_t(at::kByte),
        std::int64_t(at::kChar), std::int64_t(at::kShort), std::int64_t(at::kInt), std::int64_t(at::kLong),
        std::int64_t(at::kHalf), std::int64_t(at::kFloat), std::int64_t(at::kDouble), -1, -1, -1,
        std::int64_t(at::kBool), std::int64_t(at::kBFloat16)};
    return number < 0 || number >= std::int64_t(numbers.size()) ? -1 : numbers[std::size_t(number)];
}

std::int64_t memoryFormat(std::int64_t number)
{
    static constexpr std::array<std::int64_t, 5> numbers = {-1, std::int64_t(at::MemoryFormat::Contiguous),
        std::int64_t(at::MemoryFormat::ChannelsLast), std::int64_t(at::MemoryFormat::ChannelsLast3d),
        std::int64_t(at::MemoryFormat::Preserve)};
    return number < 0 || number >= std::int64_t(numbers.size()) ? -1 : numbers[std::size_t(number)];
}

std::int64_t layout(std::int64_t number)
{
    constexpr std::int64_t strided = 7;
    return number == strided ? std::int64_t(at::kStrided) : -1;
}

GivenArgument numbered(Kind kind, std::int64_t number)
{
    GivenArgument given;
    given.kind = number < 0 ? Kind::Other : kind;
    given.integer = number;
    return given;
}

GivenArgument named(const std::string &name, const ValueNames &values)
{
    GivenArgument given;
    given.kind = Kind::Value;
    given.value = valueOf(values, name);
    return given;
}

GivenArgument plainNumber(const Json &number)
{
    GivenArgument given;
    if (number.is_boolean()) {
        given.kind = Kind::Truth;
        given.truth = truth(number);
    } else if (number.is_number_integer()) {
        given.kind = Kind::Int;
        given.integer = integer(number);
    } else {
        given.kind = Kind::Real;
        given.real = real(number);
    }
    return given;
}

/// {"as_name": "sym_size"} or {"as_int": 3}
GivenArgument symbolic(const Json &symbol, const ValueNames &values)
{
    const auto [kind, inner] = unionOf(symbol);
    return kind == "as_name" ? named(text(*inner), values) : plainNumber(*inner);
}

/// {"as_tensor": {"name": "x"}}, in PyTorch 2.1 {"as_tensor": "x"}, or {"as_none": …}
GivenArgument optionalTensor(const Json &tensor, const ValueNames &values)
{
    const auto [kind, inner] = unionOf(tensor);
    if (kind != "as_tensor")
        return {};
    return named(inner->is_string() ? text(*inner) : text(member(*inner, "name")), values);
}

template <typename Read> GivenArgument listOf(const Json &elements, Read &&read)
{
    GivenArgument given;
    given.kind = Kind::List;
    for (const Json &each : list(elements))
        given.elements.push_back(read(each));
    return given;
}

GivenArgument listArgument(const std::string &kind, const Json &value, const ValueNames &values)
{
    if (kind == "as_ints" || kind == "as_floats" || kind == "as_bools")
        return listOf(value, plainNumber);
    if (kind == "as_tensors")
        return listOf(value, [&](const Json &each) { return named(text(member(each, "name")), values); });
    if (kind == "as_optional_tensors")
        return listOf(value, [&](const Json &each) { return optionalTensor(each, values); });
    if (kind == "as_sym_ints" || kind == "as_sym_floats" || kind == "as_sym_bools")
        return listOf(value, [&](const Json &each) { return symbolic(each, values); });
    GivenArgument other;
    other.kind = Kind::Other;
    return other;
}

GivenArgument withoutText(const std::string &kind, const Json &value, const ValueNames &values)
{
    if (kind == "as_none")
        return {};
    if (kind == "as_tensor")
        return named(text(member(value, "name")), values);
    if (kind == "as_optional_tensor")
        return optionalTensor(value, values);
    if (kind == "as_int" || kind == "as_float" || kind == "as_bool")
        return plainNumber(value);
    if (kind == "as_sym_int" || kind == "as_sym_float" || kind == "as_sym_bool")
        return symbolic(value, values);
    if (kind == "as_scalar_type")
        return numbered(Kind::ScalarType, scalarType(integer(value)));
    if (kind == "as_memory_format")
        return numbered(Kind::MemoryFormat, memoryFormat(integer(value)));
    if (kind == "as_layout")
        return numbered(Kind::Layout, layout(integer(value)));
    GivenArgument given;
    if (kind == "as_string") {
        given.kind = Kind::Text;
        given.text = text(value);
        return given;
    }
    if (kind == "as_device") {
        given.kind = Kind::Device;
        return given;
    }
    if (kind == "as_graph") {
        given.kind = Kind::Graph;
        given.graph = &member(value, "graph");
        return given;
    }
    return listArgument(kind, value, values);
}

} // namespace

GivenArgument readArgument(const Json &argument, const ValueNames &values)
{
    const auto [kind, value] = unionOf(argument);
    GivenArgument given = withoutText(kind, *value, values);
    if (given.kind != Kind::Graph)
        given.shown = value->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 80);
    return given;
}

} // namespace convscope
