#include "core/engine/network/byterange.h"

#include <ATen/ATen.h>

#include <set>

namespace convscope {

bool scalesBytes(const std::string &operation, const at::Tensor &by)
{
    constexpr double minDivisor = 64;
    constexpr double minMean = 4;
    if (!by.defined() || by.numel() == 0)
        return false;
    const at::Tensor numbers = by.detach().to(at::kCPU, at::kDouble);
    const double min = numbers.min().item<double>();
    const double max = numbers.max().item<double>();
    return operation == "div" ? min >= minDivisor
        : operation == "mul"  ? min > 0 && max <= 1 / minDivisor
        : operation == "sub"  ? max >= minMean
        : operation == "add"  ? min <= -minMean
                              : false;
}

bool passesPicture(const std::string &operation)
{
    static const std::set<std::string> passing = {"clone", "to", "_to_copy", "contiguous", "permute",
        "transpose", "detach", "flip", "slice", "select", "unsqueeze", "type_as", "alias", "cast",
        "identity"};
    return passing.contains(operation);
}

} // namespace convscope
