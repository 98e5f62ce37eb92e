#include "ui/present/indexsource.h"

#include "ui/present/keptindexes.h"
#include "ui/present/paths.h"
#include "ui/present/results.h"

namespace convscope {

IndexSource indexSource(const Network &network, const std::filesystem::path &networkFile, const PhotoSet &set,
    const std::filesystem::path &asked, const std::vector<int> &layers)
{
    IndexSource source;
    source.plan = planIndex(network, layers);
    const QString hash = fileHash(networkFile);
    source.about.key = indexKey(network.info(), source.plan, hash.toStdString());
    source.about.network =
        displayText(std::filesystem::absolute(networkFile).lexically_normal()).toStdString();
    source.about.photos = displayText(folderOfPhotos(set)).toStdString();
    source.about.split = set.split;
    source.about.classNames = network.info().input.classNames;
    source.about.layers = indexedLayers(network, source.plan);
    source.folder =
        IndexFolder(asked.empty() ? keptIndex({hash, askedOf(network.info()), folderOfPhotos(set)}) : asked);
    return source;
}

} // namespace convscope
