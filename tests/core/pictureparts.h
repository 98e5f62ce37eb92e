#pragma once

#include "tests/core/toynetwork.h"

#include "core/explain/random.h"
#include "tests/core/reference.h"

#include <torch/csrc/autograd/autograd.h>

// For tests of what optimised images are made of: values and gradients of tests/reference/optimised.py.

namespace convscope::test {

/// RandomState(seed).random_sample(shape).
inline at::Tensor uniform(std::uint32_t seed, at::IntArrayRef shape)
{
    NumpyRandom random(seed);
    at::Tensor values = at::empty(shape, at::kDouble);
    std::generate_n(values.data_ptr<double>(), values.numel(), [&random] { return random.uniform(); });
    return values;
}

inline std::vector<double> numbersOf(const at::Tensor &values)
{
    const at::Tensor flat = values.detach().to(at::kDouble).contiguous();
    return {flat.data_ptr<double>(), flat.data_ptr<double>() + flat.numel()};
}

/// The largest difference of the values of f and of the gradient of their sum with the weights of the script.
inline double differenceOf(
    const nlohmann::json &expected, at::Tensor input, const std::function<at::Tensor(const at::Tensor &)> &f)
{
    input = input.detach().clone().requires_grad_(true);
    const at::Tensor found = f(input);
    const at::Tensor sum = (found * uniform(2, found.sizes())).sum();
    const at::Tensor gradient = torch::autograd::grad({sum}, {input}).front();
    return std::max(largestDifference(numbersOf(found), expected["values"].get<std::vector<double>>()),
        largestDifference(numbersOf(gradient), expected["gradient"].get<std::vector<double>>()));
}

/// |⟨T x, y⟩ − ⟨x, T' y⟩| of a function's linear part T and its backward T', beside ⟨T x, y⟩.
inline double transposeError(at::Tensor x, const std::function<at::Tensor(const at::Tensor &)> &f)
{
    x = x.detach().clone().requires_grad_(true);
    const at::Tensor found = f(x) - f(at::zeros_like(x));
    const at::Tensor y = uniform(17, found.sizes()) - 0.5;
    const at::Tensor product = (found * y).sum();
    const at::Tensor back = torch::autograd::grad({product}, {x}, {}, /*retain_graph=*/true).front();
    return std::abs(((x * back).sum() - product).item<double>()) / found.detach().abs().sum().item<double>();
}

} // namespace convscope::test
