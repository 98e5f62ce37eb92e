#include "core/index/receptivefield.h"

#include <algorithm>

namespace convscope {

namespace {

std::pair<int, int> boxAlong(const FieldAxis &axis, int index, int length)
{
    const int begin = std::clamp(axis.start + index * axis.jump, 0, length - 1);
    const int end = std::clamp(axis.start + index * axis.jump + axis.size, begin + 1, length);
    return {begin, end - begin};
}

/// What treats each place by itself.
bool isPointwise(const std::string &kind)
{
    static const char *const kinds[] = {"BatchNorm2d", "ReLU", "ReLU6", "LeakyReLU", "SiLU", "Hardswish",
        "GELU", "ELU", "PReLU", "Mish", "Sigmoid", "Tanh", "Dropout", "Dropout2d", "Identity"};
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

/// A number for the axis; lists may hold one for both.
int along(const std::vector<int> &numbers, std::size_t axis, int otherwise)
{
    return numbers.empty() ? otherwise : numbers[std::min(axis, numbers.size() - 1)];
}

void pass(FieldAxis &field, const LayerGeometry &geometry, std::size_t axis)
{
    const int kernel = along(geometry.kernel, axis, 1);
    field.start -= along(geometry.padding, axis, 0) * field.jump;
    field.size += (kernel - 1) * along(geometry.dilation, axis, 1) * field.jump;
    field.jump *= along(geometry.stride, axis, 1);
}

} // namespace

FieldBox fieldBox(const ReceptiveField &field, int y, int x, InputSize size)
{
    const auto [top, height] = boxAlong(field.rows, y, size.height);
    const auto [left, width] = boxAlong(field.columns, x, size.width);
    return {top, left, height, width};
}

std::optional<ReceptiveField> fieldInChain(const NetworkInfo &info, int layer)
{
    ReceptiveField field{{1, 1, 0}, {1, 1, 0}};
    for (int at = 0; at <= layer; ++at) {
        const Layer &each = info.layers[std::size_t(at)];
        if (each.isBlock || each.isOperator || each.isReused || !each.hasMaps())
            return {};
        if (isPointwise(each.kind))
            continue;
        if ((each.kind != "Conv2d" && each.kind != "MaxPool2d" && each.kind != "AvgPool2d") || !each.geometry
            || each.geometry->kernel.empty())
            return {};
        pass(field.rows, *each.geometry, 0);
        pass(field.columns, *each.geometry, 1);
    }
    return field;
}

} // namespace convscope
