#include "core/engine/network/applymodules.h"

#include "core/engine/relurule.h"

#include <ATen/ATen.h>

namespace convscope {

at::Tensor activated(const at::Tensor &values, const Modules &modules, bool areMaps)
{
    using enum Modules::Activation;
    switch (areMaps ? modules.activation : modules.linearActivation) {
    case ReLU:
        return reluWithRule(values);
    case ReLU6:
        return at::hardtanh(values, 0, 6);
    case LeakyReLU:
        return at::leaky_relu(values, modules.slope);
    case ELU:
        return at::elu(values);
    case SELU:
        return at::selu(values);
    case GELU:
        return at::gelu(values);
    case SiLU:
        return at::silu(values);
    case Mish:
        return at::mish(values);
    case Hardswish:
        return at::hardswish(values);
    case Tanh:
        return at::tanh(values);
    case Sigmoid:
        return at::sigmoid(values);
    }
    return values;
}

at::Tensor pooled(const at::Tensor &maps, const Modules &modules, int window)
{
    return modules.pool == Modules::Pool::Max ? at::max_pool2d(maps, {window, window})
                                              : at::avg_pool2d(maps, {window, window});
}

} // namespace convscope
