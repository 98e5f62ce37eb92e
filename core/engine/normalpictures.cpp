#include "core/engine/normalpictures.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>

namespace convscope {

at::Tensor NormalPictures::next(int count)
{
    while (!m_ready.defined() || m_ready.size(0) < count)
        m_ready = m_ready.defined() ? at::cat({m_ready, drawn()}) : drawn();
    return m_ready.narrow(0, 0, count);
}

void NormalPictures::drop(int count)
{
    m_ready = m_ready.size(0) > count ? m_ready.narrow(0, count, m_ready.size(0) - count) : at::Tensor();
}

NumpyNormalPictures::NumpyNormalPictures(std::uint32_t seed, InputSize size, double deviation)
    : m_random(seed)
    , m_size(size)
    , m_deviation(deviation)
{
}

at::Tensor NumpyNormalPictures::drawn()
{
    at::Tensor picture = at::empty({1, m_size.height, m_size.width, 3}, at::kDouble);
    std::generate_n(
        picture.data_ptr<double>(), picture.numel(), [this] { return m_deviation * m_random.normal(); });
    return picture.permute({0, 3, 1, 2});
}

TorchNormalPictures::TorchNormalPictures(std::uint32_t seed, InputSize size, double deviation, int count)
    : m_generator(at::detail::createCPUGenerator(seed))
    , m_size(size)
    , m_deviation(deviation)
{
    // LibTorch draws in blocks of 16. One draw of whole blocks after the other gives the same as one of all.
    constexpr std::int64_t block = 16;
    if (std::int64_t(3) * size.height * size.width % block != 0)
        m_all = at::randn({count, 3, size.height, size.width}, m_generator, at::kFloat);
}

at::Tensor TorchNormalPictures::drawn()
{
    const at::Tensor picture = m_all.defined()
        ? m_all.narrow(0, m_drawn++, 1)
        : at::randn({1, 3, m_size.height, m_size.width}, m_generator, at::kFloat);
    return (picture * m_deviation).to(at::kDouble);
}

} // namespace convscope
