#include "core/engine/network/graph/operatorsizes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace convscope {

namespace {

constexpr std::int64_t mostElements = std::int64_t(1) << 28;
constexpr std::int64_t widestEdge = 1 << 14; ///< also a stride, a dilation or a factor
constexpr double largestFactor = 1 << 10;

/// Numbers of a list; one for a single number.
std::vector<std::int64_t> wholeNumbers(const OperatorArgument &argument)
{
    std::vector<std::int64_t> numbers;
    const auto add = [&](const c10::IValue &value) {
        if (value.isInt())
            numbers.push_back(value.toInt());
        else if (value.isIntList())
            numbers = value.toIntVector();
    };
    if (argument.kind == OperatorArgument::Kind::Constant)
        add(argument.constant);
    for (const OperatorArgument &element : argument.elements) {
        if (element.kind == OperatorArgument::Kind::Constant)
            add(element.constant);
    }
    return numbers;
}

/// −1 stands for a size that follows from the others.
bool areModest(const std::vector<std::int64_t> &sizes)
{
    std::int64_t elements = 1;
    for (const std::int64_t size : sizes) {
        if (size < -1 || size > mostElements)
            return false;
        if (size > 0 && elements > mostElements / size)
            return false;
        elements *= std::max<std::int64_t>(size, 1);
    }
    return true;
}

bool areNarrow(const std::vector<std::int64_t> &widths)
{
    return std::all_of(widths.begin(), widths.end(),
        [](std::int64_t width) { return width >= -widestEdge && width <= widestEdge; });
}

bool areSmallFactors(const c10::IValue &value)
{
    const auto isSmall = [](double factor) { return factor > 0 && factor <= largestFactor; };
    if (value.isDouble())
        return isSmall(value.toDouble());
    if (!value.isDoubleList())
        return true;
    const std::vector<double> factors = value.toDoubleVector();
    return std::all_of(factors.begin(), factors.end(), isSmall);
}

/// How far a range goes, in steps; 0 where that is computed.
double stepsOfRange(const TorchOperator &op)
{
    const auto number = [&](const char *name, double usual) {
        const auto value = op.constant(name);
        return value && value->isScalar() ? value->toScalar().toDouble() : usual;
    };
    const double step = number("step", 1);
    const double length = number("end", 0) - number("start", 0);
    return step == 0 || !std::isfinite(step) || !std::isfinite(length) ? double(mostElements) + 1
                                                                       : std::abs(length / step);
}

bool isModest(const TorchOperator &op, const std::string &argument, const OperatorArgument &given)
{
    static const std::set<std::string> sizes = {"size", "sizes", "shape", "output_size", "repeats", "steps",
        "num_classes", "n", "m", "row", "col", "split_size", "split_sizes", "chunks"};
    static const std::set<std::string> edges = {
        "pad", "padding", "output_padding", "stride", "dilation", "kernel_size", "diagonal"};
    if (sizes.contains(argument) || (op.name == "tile" && argument == "dims"))
        return areModest(wholeNumbers(given));
    if (edges.contains(argument) && op.name != "as_strided") // which stays within the memory that there is
        return areNarrow(wholeNumbers(given));
    if (argument.starts_with("scale") && op.name.find("upsample") != std::string::npos)
        return areSmallFactors(given.constant);
    return true;
}

bool isModestSquare(const TorchOperator &op)
{
    std::vector<std::int64_t> sides = wholeNumbers(op.arguments[0]);
    const int second = op.place("m");
    const std::vector<std::int64_t> other =
        second < 0 ? sides : wholeNumbers(op.arguments[std::size_t(second)]);
    sides.insert(sides.end(), other.begin(), other.end());
    return areModest(sides);
}

} // namespace

void requireModestSizes(const TorchOperator &op)
{
    const auto &wanted = op.schema.arguments();
    const auto refuse = [&](std::size_t index) {
        refuseArgument(op, wanted[index].name(), shortText(op.arguments[index].constant));
    };
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!isModest(op, wanted[i].name(), op.arguments[i]))
            refuse(i);
    }
    if (op.name == "eye" && !isModestSquare(op))
        refuse(0);
    if ((op.name == "arange" || op.name == "range") && stepsOfRange(op) > double(mostElements))
        refuse(std::size_t(std::max(op.place("end"), 0)));
}

} // namespace convscope
