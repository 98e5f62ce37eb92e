#include "core/engine/network/graph/symbolicoperators.h"

#include <c10/util/Exception.h>

#include <cmath>
#include <map>

namespace convscope {

namespace {

using Gives = SymbolicOperator::Gives;
using Number = c10::IValue; ///< an int, a real number or a truth value

double real(const Number &number)
{
    return number.isInt() ? double(number.toInt())
        : number.isBool() ? double(number.toBool())
                          : number.toDouble();
}

bool areInts(const Number &a, const Number &b) { return a.isInt() && b.isInt(); }

[[noreturn]] void tooLarge()
{
    TORCH_CHECK(false, "a size is too large");
    std::abort(); // not reached
}

Number add(const Number &a, const Number &b)
{
    std::int64_t sum = 0;
    if (!areInts(a, b))
        return real(a) + real(b);
    if (__builtin_add_overflow(a.toInt(), b.toInt(), &sum))
        tooLarge();
    return sum;
}

Number subtract(const Number &a, const Number &b)
{
    std::int64_t difference = 0;
    if (!areInts(a, b))
        return real(a) - real(b);
    if (__builtin_sub_overflow(a.toInt(), b.toInt(), &difference))
        tooLarge();
    return difference;
}

Number multiply(const Number &a, const Number &b)
{
    std::int64_t product = 0;
    if (!areInts(a, b))
        return real(a) * real(b);
    if (__builtin_mul_overflow(a.toInt(), b.toInt(), &product))
        tooLarge();
    return product;
}

/// Rounded down, as Python does.
Number floorDivide(const Number &a, const Number &b)
{
    TORCH_CHECK(real(b) != 0, "division by zero");
    if (!areInts(a, b))
        return std::floor(real(a) / real(b));
    if (b.toInt() == -1)
        return subtract(std::int64_t(0), a);
    const std::int64_t quotient = a.toInt() / b.toInt();
    const bool isBelow = a.toInt() % b.toInt() != 0 && (a.toInt() < 0) != (b.toInt() < 0);
    return quotient - isBelow;
}

/// Of the divisor's sign, as in Python.
Number modulo(const Number &a, const Number &b) { return subtract(a, multiply(floorDivide(a, b), b)); }

Number divide(const Number &a, const Number &b)
{
    TORCH_CHECK(real(b) != 0, "division by zero");
    return real(a) / real(b);
}

Number power(const Number &a, const Number &b)
{
    const double result = std::pow(real(a), real(b));
    if (!areInts(a, b) || b.toInt() < 0)
        return result;
    if (std::abs(result) > double(std::int64_t(1) << 53))
        tooLarge();
    return std::int64_t(result);
}

Number rounded(double number)
{
    if (!(std::abs(number) < 9e18))
        tooLarge();
    return std::int64_t(number);
}

bool isTrue(const Number &number) { return real(number) != 0; }

using Unary = Number (*)(const Number &);
using Binary = Number (*)(const Number &, const Number &);

SymbolicOperator unary(Unary compute, Gives gives)
{
    return {1, gives, [compute](std::vector<Number> &stack) { stack = {compute(stack.at(0))}; }};
}

SymbolicOperator binary(Binary compute, Gives gives)
{
    return {2, gives, [compute](std::vector<Number> &stack) { stack = {compute(stack.at(0), stack.at(1))}; }};
}

SymbolicOperator comparison(bool (*compare)(double, double))
{
    return {2, Gives::Truth,
        [compare](std::vector<Number> &stack) { stack = {compare(real(stack.at(0)), real(stack.at(1)))}; }};
}

std::map<std::string, SymbolicOperator> allOperators()
{
    std::map<std::string, SymbolicOperator> all;
    all["_operator.add"] = binary(add, Gives::Number);
    all["_operator.sub"] = binary(subtract, Gives::Number);
    all["_operator.mul"] = binary(multiply, Gives::Number);
    all["_operator.floordiv"] = binary(floorDivide, Gives::Number);
    all["_operator.mod"] = binary(modulo, Gives::Number);
    all["_operator.pow"] = binary(power, Gives::Number);
    all["_operator.truediv"] = binary(divide, Gives::Real);
    all["_operator.eq"] = comparison([](double a, double b) { return a == b; });
    all["_operator.ne"] = comparison([](double a, double b) { return a != b; });
    all["_operator.lt"] = comparison([](double a, double b) { return a < b; });
    all["_operator.le"] = comparison([](double a, double b) { return a <= b; });
    all["_operator.gt"] = comparison([](double a, double b) { return a > b; });
    all["_operator.ge"] = comparison([](double a, double b) { return a >= b; });
    all["_operator.and_"] = comparison([](double a, double b) { return a != 0 && b != 0; });
    all["_operator.or_"] = comparison([](double a, double b) { return a != 0 || b != 0; });
    all["_operator.neg"] = unary([](const Number &a) { return subtract(std::int64_t(0), a); }, Gives::Number);
    all["_operator.pos"] = unary([](const Number &a) { return a; }, Gives::Number);
    all["_operator.not_"] = unary([](const Number &a) { return Number(!isTrue(a)); }, Gives::Truth);
    all["torch.sym_not"] = all["_operator.not_"];
    all["torch.sym_max"] =
        binary([](const Number &a, const Number &b) { return real(a) < real(b) ? b : a; }, Gives::Number);
    all["torch.sym_min"] =
        binary([](const Number &a, const Number &b) { return real(b) < real(a) ? b : a; }, Gives::Number);
    all["torch.sym_float"] = unary([](const Number &a) { return Number(real(a)); }, Gives::Real);
    all["torch.sym_int"] = unary([](const Number &a) { return rounded(real(a)); }, Gives::Int);
    all["math.trunc"] = all["torch.sym_int"];
    all["math.floor"] = unary([](const Number &a) { return rounded(std::floor(real(a))); }, Gives::Int);
    all["math.ceil"] = unary([](const Number &a) { return rounded(std::ceil(real(a))); }, Gives::Int);
    all["_operator.trunc"] = all["math.trunc"];
    all["builtins.round"] =
        unary([](const Number &a) { return rounded(std::nearbyint(real(a))); }, Gives::Int);
    all["math.sqrt"] = unary([](const Number &a) { return Number(std::sqrt(real(a))); }, Gives::Real);
    all["torch._sym_sqrt"] = all["math.sqrt"];
    all["torch.sym_sqrt"] = all["math.sqrt"];
    all["torch.sym_ite"] = {3, Gives::Number,
        [](std::vector<Number> &stack) { stack = {isTrue(stack.at(0)) ? stack.at(1) : stack.at(2)}; }};
    return all;
}

} // namespace

std::optional<SymbolicOperator> findSymbolic(const std::string &target)
{
    static const std::map<std::string, SymbolicOperator> all = allOperators();
    const auto found = all.find(target);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

} // namespace convscope
