#include "core/network/drawnanew.h"

#include "core/error.h"

#include <algorithm>

namespace convscope {

int modulesWithWeights(const NetworkInfo &info)
{
    return int(std::count_if(info.layers.begin(), info.layers.end(),
        [](const Layer &layer) { return layer.parameterCount > 0 && !layer.isBlock; }));
}

std::unique_ptr<Network> drawnAnew(const Network &network, const DrawnAnew &drawn)
{
    const int all = modulesWithWeights(network.info());
    // The range is told to those who name a number; 0 stands for none that is named.
    if (drawn.modules < 0 || drawn.modules > all)
        throw Error(ErrorKind::InvalidOption, {}, {"random", std::to_string(drawn.modules)},
            Phrase{Phrase::WholeNumberWithin, {"1", std::to_string(all)}});
    return network.withRandomWeights(drawn.modules == 0 ? all : drawn.modules, drawn.seed);
}

} // namespace convscope
