#include "core/engine/fourierpicture.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double startDeviation = 0.01;

/// Lucid's directions of the colours of photos, in float32 as there; the longest column has length 1.
constexpr float colours[3][3] = {
    {0.56282854F, 0.19482528F, 0.043294504F},
    {0.5844758F, 0, -0.10823626F},
    {0.5844758F, -0.19482528F, 0.06494176F},
};

/// Cycles a pixel of a coefficient, as NumPy's fftfreq.
double frequency(int place, int size)
{
    return double(place <= (size - 1) / 2 ? place : place - size) / size;
}

at::Tensor scaleOf(InputSize size)
{
    const int columns = size.width / 2 + 1;
    const double least = 1.0 / std::max(size.width, size.height);
    at::Tensor scale = at::empty({size.height, columns, 1}, at::kDouble);
    auto *value = scale.data_ptr<double>();
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < columns; ++x) {
            const double fy = frequency(y, size.height);
            const double fx = frequency(x, size.width);
            *value++ = 1 / std::max(std::sqrt(fx * fx + fy * fy), least);
        }
    }
    return scale;
}

} // namespace

FourierPicture::FourierPicture(InputSize size, const at::TensorOptions &like)
    : m_size(size)
    , m_scale(scaleOf(size).to(like))
    , m_colours(at::empty({3, 3}, at::kFloat))
{
    std::copy_n(&colours[0][0], 9, m_colours.data_ptr<float>());
    m_colours = m_colours.to(like);
}

at::Tensor FourierPicture::start(int count, std::uint32_t seed) const
{
    const at::Tensor drawn = at::randn(
        {count, 3, m_size.height, m_size.width / 2 + 1, 2}, at::detail::createCPUGenerator(seed), at::kFloat);
    return (drawn * startDeviation).to(m_scale.options());
}

at::Tensor FourierPicture::picture(const at::Tensor &coefficients) const
{
    const at::Tensor spectrum = at::view_as_complex((coefficients * m_scale).contiguous());
    const at::Tensor planes =
        at::fft_irfft2(spectrum, at::IntArrayRef({m_size.height, m_size.width}), {-2, -1}, "ortho") / 4;
    return at::matmul(m_colours, planes.flatten(2)).view(planes.sizes()).sigmoid();
}

} // namespace convscope
