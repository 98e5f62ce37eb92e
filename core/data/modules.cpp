#include "core/data/modules.h"

namespace convscope {

namespace {

using Activation = Modules::Activation;
using Pool = Modules::Pool;

struct Names
{
    const char *told; ///< as torch.nn.functional calls it
    const char *module; ///< as torch.nn does
};

Names namesOf(Activation activation)
{
    switch (activation) {
    case Activation::ReLU:
        return {"relu", "ReLU"};
    case Activation::ReLU6:
        return {"relu6", "ReLU6"};
    case Activation::LeakyReLU:
        return {"leaky_relu", "LeakyReLU"};
    case Activation::ELU:
        return {"elu", "ELU"};
    case Activation::SELU:
        return {"selu", "SELU"};
    case Activation::GELU:
        return {"gelu", "GELU"};
    case Activation::SiLU:
        return {"silu", "SiLU"};
    case Activation::Mish:
        return {"mish", "Mish"};
    case Activation::Hardswish:
        return {"hardswish", "Hardswish"};
    case Activation::Tanh:
        return {"tanh", "Tanh"};
    case Activation::Sigmoid:
        return {"sigmoid", "Sigmoid"};
    }
    return {"", ""};
}

} // namespace

const char *name(Activation activation) { return namesOf(activation).told; }

const char *name(Pool pool) { return pool == Pool::Max ? "max" : "avg"; }

const char *moduleName(Activation activation) { return namesOf(activation).module; }

const char *moduleName(Pool pool) { return pool == Pool::Max ? "MaxPool2d" : "AvgPool2d"; }

} // namespace convscope
