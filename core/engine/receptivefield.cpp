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
        const int y = layer.height.value_or(1) / 2;
        const int x = layer.width.value_or(1) / 2;
        const Extent middle = extent(y, x);
        const Extent next = extent(
            std::min(y + 1, layer.height.value_or(1) - 1), std::min(x + 1, layer.width.value_or(1) - 1));
        return {axis(middle.rows, next.rows, y, m_size.height),
            axis(middle.columns, next.columns, x, m_size.width)};
    }

private:
    struct Extent
    {
        std::pair<int, int> rows; ///< begin and end
        std::pair<int, int> columns;
    };

    /// What a value depends on, over some pictures of noise.
    Extent extent(int y, int x) const
    {
        at::Tensor isTouched;
        for (std::uint32_t seed = 0; seed < pictures; ++seed) {
            NumpyRandom random(seed);
            Map noise{3, m_size.height, m_size.width, {}};
            const auto count = std::size_t(3) * std::size_t(m_size.height) * std::size_t(m_size.width);
            for (std::size_t i = 0; i < count; ++i)
                noise.values.push_back(random.uniform());
            const at::Tensor picture = inputTensor(m_network, noise).requires_grad_(true);
            const at::Tensor maps = m_network.run(picture, {m_layer}, Until::LastLayer).layers.front();
            const at::Tensor gradient = inputGradient(maps.select(2, y).select(2, x).sum(), picture);
            if (!gradient.defined())
                continue;
            const at::Tensor touched = (gradient != 0).any(0).any(0);
            isTouched = isTouched.defined() ? isTouched.logical_or(touched) : touched;
        }
        if (!isTouched.defined())
            return {{0, 0}, {0, 0}};
        return {extentOf(isTouched.any(1)), extentOf(isTouched.any(0))};
    }

    static FieldAxis axis(std::pair<int, int> middle, std::pair<int, int> next, int index, int length)
    {
        const auto [begin, end] = middle;
        // The border hides where a field would begin or end.
        if (begin > 0 && next.first > begin && end > begin && end < length)
            return {end - begin, next.first - begin, begin - index * (next.first - begin)};
        return {length, 0, 0};
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
