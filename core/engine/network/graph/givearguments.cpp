#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportedarguments.h"
#include "core/engine/network/pickle.h"

#include <ATen/ATen.h>
#include <ATen/core/jit_type.h>

#include <cmath>
#include <set>

namespace convscope {

namespace {

using Given = GivenArgument;
using Kind = GivenArgument::Kind;
using Type = c10::TypeKind;

/// Fits what a node gives to the types that an operator's arguments have.
class Fitting
{
public:
    Fitting(TorchOperator &op, const std::vector<ValueKind> &kinds, const GraphTarget &target)
        : m_op(op)
        , m_kinds(kinds)
        , m_target(target)
    {
    }

    OperatorArgument fit(std::size_t index, const Given &given)
    {
        m_index = index;
        m_shown = &given.shown;
        const c10::Argument &wanted = m_op.schema.arguments()[index];
        return fit(given, wanted.real_type(), wanted.N().has_value());
    }

    OperatorArgument usual(std::size_t index)
    {
        const c10::Argument &wanted = m_op.schema.arguments()[index];
        if (wanted.default_value())
            return OperatorArgument::of(*wanted.default_value());
        if (wanted.real_type()->kind() != Type::OptionalType)
            damaged("the node " + printable(m_op.node) + " has no " + wanted.name());
        return {};
    }

private:
    [[noreturn]] void refuse() const
    {
        refuseArgument(m_op, m_op.schema.arguments()[m_index].name(), *m_shown);
    }

    OperatorArgument fit(const Given &given, const c10::TypePtr &type, bool isForAll)
    {
        if (type->kind() == Type::OptionalType)
            return given.kind == Kind::None ? OperatorArgument{}
                                            : fit(given, type->containedType(0), isForAll);
        if (type->kind() == Type::ListType)
            return fitList(given, type->containedType(0), isForAll);
        if (given.kind == Kind::Value)
            return fitValue(given.value, type->kind());
        return OperatorArgument::of(constantOf(given, type->kind()));
    }

    OperatorArgument fitValue(int value, Type wanted)
    {
        const ValueKind kind = m_kinds[std::size_t(value)];
        const bool isInt = kind == ValueKind::Int || kind == ValueKind::Truth;
        const bool isNumber = isInt || kind == ValueKind::Real;
        const bool fits = (wanted == Type::TensorType && kind != ValueKind::Other)
            || (wanted == Type::NumberType && isNumber) || (wanted == Type::FloatType && isNumber)
            || ((wanted == Type::IntType || wanted == Type::SymIntType) && isInt)
            || (wanted == Type::BoolType && kind == ValueKind::Truth);
        if (!fits)
            refuse();
        if (wanted == Type::TensorType && kind != ValueKind::Tensor)
            m_op.tensorsOfNumbers.push_back(int(m_index));
        if (wanted == Type::FloatType && isInt)
            m_op.realsOfInts.push_back(int(m_index));
        return OperatorArgument::ofValue(value);
    }

    c10::IValue constantOf(const Given &given, Type wanted) const
    {
        switch (wanted) {
        case Type::TensorType:
            return tensorOf(given);
        case Type::NumberType:
            return numberOf(given);
        case Type::IntType:
        case Type::SymIntType:
            return intOf(given);
        case Type::FloatType:
            if (given.kind == Kind::Int)
                return double(given.integer);
            if (given.kind == Kind::Real)
                return given.real;
            break;
        case Type::BoolType:
            if (given.kind == Kind::Truth)
                return given.truth;
            break;
        case Type::StringType:
            if (given.kind == Kind::Text)
                return given.text;
            break;
        case Type::ScalarTypeType:
            if (given.kind == Kind::ScalarType)
                return at::isFloatingType(at::ScalarType(given.integer)) ? std::int64_t(m_target.type)
                                                                         : given.integer;
            break;
        case Type::LayoutType:
            if (given.kind == Kind::Layout)
                return given.integer;
            break;
        case Type::MemoryFormatType:
            if (given.kind == Kind::MemoryFormat)
                return given.integer;
            break;
        case Type::DeviceObjType:
            if (given.kind == Kind::Device)
                return m_target.device;
            break;
        default:
            break;
        }
        refuse();
    }

    c10::IValue numberOf(const Given &given) const
    {
        if (given.kind == Kind::Int)
            return given.integer;
        if (given.kind == Kind::Real)
            return given.real;
        if (given.kind == Kind::Truth)
            return given.truth;
        refuse();
    }

    /// A number where a tensor is expected does not widen the type of the result.
    c10::IValue tensorOf(const Given &given) const
    {
        const at::Tensor tensor = at::scalar_to_tensor(numberOf(given).toScalar());
        tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
        return tensor;
    }

    c10::IValue intOf(const Given &given) const
    {
        constexpr double exact = 9007199254740992; // 2^53
        if (given.kind == Kind::Int)
            return given.integer;
        if (given.kind == Kind::Real && std::abs(given.real) < exact && given.real == std::floor(given.real))
            return std::int64_t(given.real);
        if (given.kind == Kind::Truth)
            return std::int64_t(given.truth);
        refuse();
    }

    OperatorArgument fitList(const Given &given, const c10::TypePtr &type, bool isForAll)
    {
        OperatorArgument argument;
        argument.kind = OperatorArgument::Kind::List;
        argument.type = elementsOf(*type);
        if (given.kind == Kind::List) {
            for (const Given &each : given.elements)
                argument.elements.push_back(element(each, type));
        } else if (isForAll) { // one number for all axes
            argument.elements.push_back(element(given, type));
        } else {
            refuse();
        }
        return asConstant(std::move(argument));
    }

    OperatorArgument element(const Given &given, const c10::TypePtr &type)
    {
        OperatorArgument fitted = fit(given, type, false);
        if (fitted.kind == OperatorArgument::Kind::Value && type->kind() == Type::FloatType)
            refuse(); // it could be an int while running
        if (fitted.kind == OperatorArgument::Kind::Value && type->kind() == Type::TensorType
            && m_kinds[std::size_t(fitted.value)] != ValueKind::Tensor)
            refuse();
        return fitted;
    }

    OperatorArgument::Elements elementsOf(const c10::Type &type) const
    {
        using Elements = OperatorArgument::Elements;
        switch (type.kind()) {
        case Type::IntType:
        case Type::SymIntType:
            return Elements::Ints;
        case Type::FloatType:
            return Elements::Floats;
        case Type::BoolType:
            return Elements::Bools;
        case Type::TensorType:
            return Elements::Tensors;
        case Type::OptionalType:
            if (type.containedType(0)->kind() == Type::TensorType)
                return Elements::OptionalTensors;
            refuse();
        default:
            refuse();
        }
    }

    /// A list of numbers that are all known is a constant as a whole.
    static OperatorArgument asConstant(OperatorArgument argument)
    {
        using Elements = OperatorArgument::Elements;
        std::vector<std::int64_t> ints;
        std::vector<double> floats;
        c10::List<bool> bools;
        for (const OperatorArgument &each : argument.elements) {
            if (each.kind != OperatorArgument::Kind::Constant)
                return argument;
            if (argument.type == Elements::Ints)
                ints.push_back(each.constant.toInt());
            else if (argument.type == Elements::Floats)
                floats.push_back(each.constant.toDouble());
            else if (argument.type == Elements::Bools)
                bools.push_back(each.constant.toBool());
        }
        if (argument.type == Elements::Ints)
            return OperatorArgument::of(ints);
        if (argument.type == Elements::Floats)
            return OperatorArgument::of(floats);
        if (argument.type == Elements::Bools)
            return OperatorArgument::of(bools);
        return argument;
    }

    TorchOperator &m_op;
    const std::vector<ValueKind> &m_kinds;
    const GraphTarget &m_target;
    std::size_t m_index = 0;
    const std::string *m_shown = nullptr;
};

/// An argument that newer versions have: it may be what they take where it is not given.
bool isNewDefault(const Given &given)
{
    return given.kind == Kind::None || (given.kind == Kind::Truth && !given.truth);
}

/// Which argument of the operator a name is; −1 of one that it lacks.
int placeOf(const TorchOperator &op, const std::string &name, std::size_t index)
{
    const bool isNamedByOrder = op.name.starts_with("sym_") && (name == "a" || name == "b");
    const bool isNameless = name.empty() && index < op.schema.arguments().size();
    return isNamedByOrder || isNameless ? int(index) : op.place(name);
}

bool hasReal(const TorchOperator &op)
{
    for (const OperatorArgument &argument : op.arguments) {
        if (argument.constant.isDouble())
            return true;
    }
    return false;
}

/// Makes new tensors of the target's type on its device, where the file leaves that open.
void settleFactory(TorchOperator &op, const GraphTarget &target)
{
    static const std::set<std::string> ofReals = {"zeros", "ones", "empty", "eye", "linspace", "logspace",
        "scalar_tensor", "empty_strided", "empty_permuted", "hann_window", "hamming_window",
        "bartlett_window", "blackman_window"};
    if (op.place("device") < 0 || op.schema.arguments()[0].name() == "self")
        return; // it makes none, or one like that
    const auto type = op.constant("dtype");
    const auto device = op.constant("device");
    if (device && device->isNone())
        op.set("device", target.device);
    const bool isOfReals =
        ofReals.contains(op.name) || ((op.name == "full" || op.name == "arange") && hasReal(op));
    if (type && type->isNone() && isOfReals)
        op.set("dtype", std::int64_t(target.type));
}

} // namespace

void giveArguments(TorchOperator &op, const Json &inputs, const ValueNames &values,
    const std::vector<ValueKind> &kinds, const GraphTarget &target)
{
    Fitting fitting(op, kinds, target);
    const auto &wanted = op.schema.arguments();
    op.arguments.assign(wanted.size(), {});
    op.isGiven.assign(wanted.size(), false);
    std::vector<bool> isSeen(wanted.size(), false);
    std::size_t index = 0;
    for (const Json &input : list(inputs)) {
        const std::string &name = text(member(input, "name"));
        const Given given = readArgument(member(input, "arg"), values);
        const int place = placeOf(op, name, index++);
        if (place < 0 && isNewDefault(given))
            continue;
        if (place < 0)
            refuseArgument(op, name, given.shown);
        if (isSeen[std::size_t(place)])
            damaged("the node " + printable(op.node) + " has two " + printable(name));
        isSeen[std::size_t(place)] = true;
        op.isGiven[std::size_t(place)] = given.kind != Kind::None;
        op.arguments[std::size_t(place)] = fitting.fit(std::size_t(place), given);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!isSeen[i])
            op.arguments[i] = fitting.usual(i);
    }
    if (op.place("pin_memory") >= 0)
        op.set("pin_memory", c10::IValue());
    settleFactory(op, target);
}

} // namespace convscope
