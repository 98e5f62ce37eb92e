#include "core/engine/network/graph/graph.h"

#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace convscope {

at::Tensor settled(const at::Tensor &tensor, const GraphTarget &target, const std::string &name)
{
    const c10::NoGradGuard noGrad;
    if (!tensor.is_floating_point())
        return tensor.to(target.device);
    at::Tensor values = tensor.detach().to(target.device, target.type);
    if (!at::isfinite(values).all().item<bool>())
        throw Error(ErrorKind::NotFinite, {}, {name});
    return values;
}

} // namespace convscope
