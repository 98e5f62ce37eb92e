#pragma once

#include <initializer_list>
#include <string>

namespace convscope {

/// What the modules without weights of a checkpoint's network are: its file does not tell. The default is the
/// notebook's.
struct Modules
{
    enum class Activation
    {
        ReLU,
        ReLU6,
        LeakyReLU,
        ELU,
        SELU,
        GELU,
        SiLU,
        Mish,
        Hardswish,
        Tanh,
        Sigmoid
    };

    enum class Pool
    {
        Max,
        Average
    };

    Activation activation = Activation::ReLU; ///< behind the convolutions
    Activation linearActivation = Activation::ReLU; ///< between the linear layers
    double slope = 0.01; ///< of LeakyReLU below zero
    Pool pool = Pool::Max;
    double epsilon = 1e-5; ///< of batch norm

    // What can be told.
    static constexpr std::initializer_list<Activation> activations = {Activation::ReLU, Activation::ReLU6,
        Activation::LeakyReLU, Activation::ELU, Activation::SELU, Activation::GELU, Activation::SiLU,
        Activation::Mish, Activation::Hardswish, Activation::Tanh, Activation::Sigmoid};
    static constexpr std::initializer_list<Pool> pools = {Pool::Max, Pool::Average};
    static constexpr double maxSlope = 1; ///< the least is 0
    static constexpr double minEpsilon = 1e-12;
    static constexpr double maxEpsilon = 1;

    bool operator==(const Modules &) const = default;
};

/// As in an input description: "leaky_relu".
const char *name(Modules::Activation activation);
/// "max", "avg".
const char *name(Modules::Pool pool);

/// The class in torch.nn: "LeakyReLU".
const char *moduleName(Modules::Activation activation);
const char *moduleName(Modules::Pool pool);

} // namespace convscope
