#include "core/engine/filternetwork.h"

#include "core/engine/chain.h"
#include "core/engine/outputs.h"
#include "core/error.h"

#include <ATen/ATen.h>

namespace convscope {

namespace {

[[noreturn]] void notOfAFilter()
{
    throw Error(ErrorKind::Internal, {}, {"only the response of a filter can be asked for"});
}

} // namespace

FilterNetwork::FilterNetwork(const Network &network, const Target &target)
    : m_network(network)
    , m_target(target)
    , m_info(network.info())
{
    m_info.layers.clear();
    m_info.classCount = 1;
    m_info.task = Task::Values;
}

Outputs FilterNetwork::run(const at::Tensor &batch, const std::vector<int> &layers, Until) const
{
    if (!layers.empty())
        notOfAFilter();
    const Outputs outputs = m_network.run(batch, {m_target.layer}, Until::LastLayer);
    const at::Tensor map = outputs.layers.front().select(1, m_target.index);
    const at::Tensor response =
        m_target.unit ? map.select(1, m_target.unit->row).select(1, m_target.unit->column) : map.sum({1, 2});
    return {{}, response.unsqueeze(1)};
}

Outputs FilterNetwork::runFromLayers(const at::Tensor &, const std::vector<int> &) const { notOfAFilter(); }

at::Tensor FilterNetwork::logitsBehind(int, const at::Tensor &, const at::Tensor &) const { notOfAFilter(); }

at::Tensor FilterNetwork::activation(const at::Tensor &, int, int) const { notOfAFilter(); }

at::Tensor FilterNetwork::kernel(int, int) const { notOfAFilter(); }

Chain FilterNetwork::chain() const { notOfAFilter(); }

} // namespace convscope
