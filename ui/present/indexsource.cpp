#include "ui/present/indexsource.h"

#include "core/data/photonames.h"
#include "ui/present/keptindexes.h"
#include "ui/present/paths.h"

namespace convscope {

IndexSource indexSource(const NetworkInfo &network, const IndexPlan &plan, const QString &networkHash,
    const PhotoSet &set, const std::filesystem::path &asked)
{
    IndexSource source;
    source.plan = plan;
    source.about.key = indexKey(network, plan, networkHash.toStdString());
    source.about.network =
        displayText(std::filesystem::absolute(network.file).lexically_normal()).toStdString();
    source.about.photos = displayText(keyFolder(set)).toStdString();
    source.about.split = set.split;
    source.about.classNames = network.input.classNames;
    source.about.layers = indexedLayers(network, plan);
    source.folder =
        IndexFolder(asked.empty() ? keptIndex({networkHash, askedOf(network), keyFolder(set)}) : asked);
    return source;
}

} // namespace convscope
