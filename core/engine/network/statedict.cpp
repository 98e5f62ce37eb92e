#include "core/engine/network/statedict.h"

#include "core/engine/network/damaged.h"

#include <algorithm>

namespace convscope {

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

void checkInside(const std::string &name, const StoredTensor &tensor, std::uint64_t bytes)
{
    if (tensor.shape.size() != tensor.strides.size())
        damaged(printable(name) + " has a size that is no size");
    if (isEmpty(tensor))
        return; // there is nothing to lie anywhere
    const std::uint64_t held = bytes / std::uint64_t(sizeOf(tensor.type));
    // One number may stand for a whole row, as expand() makes it, but not for a large tensor.
    constexpr std::uint64_t widestExpanded = 1 << 16;
    const std::uint64_t most = std::max(held, widestExpanded);
    std::uint64_t count = 1; // of elements
    std::uint64_t ownCount = 1; // of those that are numbers of their own
    auto last = std::uint64_t(tensor.offset); // the farthest element
    if (last >= held)
        damaged(printable(name) + " reaches beyond its data");
    for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
        const auto size = std::uint64_t(tensor.shape[i]);
        const auto stride = std::uint64_t(tensor.strides[i]);
        // held is far below 2^63, so no product or sum below overflows.
        if (size > most / count || (stride != 0 && size > held / ownCount))
            damaged(printable(name) + " does not match its data");
        count *= size;
        ownCount *= stride == 0 ? 1 : size;
        if (stride != 0 && size > 1 && stride > (held - 1 - last) / (size - 1))
            damaged(printable(name) + " reaches beyond its data");
        last += stride * (size - 1);
    }
}

bool isEmpty(const StoredTensor &tensor)
{
    for (const std::int64_t size : tensor.shape) {
        if (size == 0)
            return true;
    }
    return false;
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return text + "]";
}

} // namespace convscope
