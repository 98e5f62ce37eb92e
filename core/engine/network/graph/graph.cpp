#include "core/engine/network/graph/graph.h"

#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace convscope {

namespace {

/// A sum is infinite or NaN where a number is, and seldom otherwise; it is the fastest way to look at all.
bool isFinite(const at::Tensor &tensor)
{
    return std::isfinite(tensor.sum().item<double>()) || at::isfinite(tensor).all().item<bool>();
}

} // namespace

at::Tensor placed(const at::Tensor &tensor, const GraphTarget &target)
{
    const c10::NoGradGuard noGrad;
    return tensor.is_floating_point() ? tensor.detach().to(target.device, target.type)
                                      : tensor.to(target.device);
}

at::Tensor settled(const at::Tensor &tensor, const GraphTarget &target, const std::string &name)
{
    const at::Tensor values = placed(tensor, target);
    if (values.is_floating_point() && !isFinite(values))
        throw Error(ErrorKind::NotFinite, {}, {name});
    return values;
}

} // namespace convscope
