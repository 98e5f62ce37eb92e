#include "core/index/receptivefield.h"

#include "core/engine/chain.h"
#include "core/engine/outputs.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/explain/random.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

/// Whether the modules of a network run one after the other.
bool isChain(const Network &network)
{
    try {
        (void)network.chain();
        return true;
    } catch (const Error &error) {
        if (error.kind() == ErrorKind::OutOfMemory)
            throw;
        return false;
    }
}

/// The first and the one behind the last place that is not 0.
std::pair<int, int> extentOf(const at::Tensor &isTouched)
{
    const at::Tensor places = isTouched.nonzero().flatten();
    if (places.numel() == 0)
        return {0, 0};
    return {int(places[0].item<std::int64_t>()), int(places[-1].item<std::int64_t>()) + 1};
}

/// Finds out what single values of a layer depend on.
class FieldProbe
{
public:
    FieldProbe(const Network &network, int layer)
        : m_network(network)
        , m_layer(layer)
        , m_size(network.info().input.size)
    {
    }

    ReceptiveField find() const
    {
        const Layer &layer = m_network.info().layers[std::size_t(m_layer)];
        return {axis(true, layer.height.value_or(1), m_size.height),
            axis(false, layer.width.value_or(1), m_size.width)};
    }

private:
    /// Rows (or columns) that the value in the middle of the other axis depends on.
    std::pair<int, int> extent(bool isRow, int index) const
    {
        const Layer &layer = m_network.info().layers[std::size_t(m_layer)];
        const int y = isRow ? index : layer.height.value_or(1) / 2;
        const int x = isRow ? layer.width.value_or(1) / 2 : index;
        std::pair<int, int> found{m_size.height + m_size.width, 0};
        for (std::uint32_t seed = 0; seed < pictures; ++seed) {
            NumpyRandom random(seed);
            Map noise{3, m_size.height, m_size.width, {}};
            for (std::size_t i = 0;
                 i < std::size_t(3) * std::size_t(m_size.height) * std::size_t(m_size.width); ++i)
                noise.values.push_back(random.uniform());
            const at::Tensor picture = inputTensor(m_network, noise).requires_grad_(true);
            const at::Tensor maps = m_network.run(picture, {m_layer}, Until::LastLayer).layers.front();
            const at::Tensor gradient = inputGradient(maps.select(2, y).select(2, x).sum(), picture);
            if (!gradient.defined())
                continue;
            const auto [begin, end] = extentOf((gradient != 0).any(0).any(0).any(isRow ? 1 : 0));
            if (end > 0)
                found = {std::min(found.first, begin), std::max(found.second, end)};
        }
        return found;
    }

    FieldAxis axis(bool isRow, int places, int length) const
    {
        const FieldAxis all{length, 0, 0};
        if (places < 3)
            return all;
        const int middle = places / 2;
        const auto [begin, end] = extent(isRow, middle);
        const auto [nextBegin, nextEnd] = extent(isRow, middle + 1);
        // The border hides where a field would begin or end.
        if (begin > 0 && nextBegin > begin && end > begin && end < length)
            return {end - begin, nextBegin - begin, begin - middle * (nextBegin - begin)};
        return all;
    }

    static constexpr std::uint32_t pictures = 4; ///< a max pool lets only one of its values through

    const Network &m_network;
    int m_layer;
    InputSize m_size;
};

} // namespace

ReceptiveField receptiveField(const Network &network, int layer)
{
    checkFilter(network.info(), layer, 0);
    return translated([&] {
        if (const std::optional<ReceptiveField> field = fieldInChain(network.info(), layer);
            field && isChain(network))
            return *field;
        return FieldProbe(network, layer).find();
    });
}

} // namespace convscope
