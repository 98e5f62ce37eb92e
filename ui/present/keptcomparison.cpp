#include "ui/present/keptcomparison.h"

#include "ui/present/results.h"

namespace convscope {

ComparisonRun::OpenStore keptComparison(const NetworkSource &network, bool again)
{
    if (!network.stamp || keptFolder().empty())
        return {};
    return [network, again]() -> std::unique_ptr<ComparisonStore> {
        const QString hash = fileHash(network.file);
        if (stampOf(network.file) != network.stamp)
            return nullptr;
        return std::make_unique<ComparisonStore>(
            keptFolder(hash, network.asked), (hash + u' ' + network.asked).toStdString(), !again);
    };
}

} // namespace convscope
