#include "core/index/featurerows.h"

#include "core/error.h"

namespace convscope {

FeatureRows featureRows(const std::shared_ptr<const FilterIndex> &index, const IndexedLayer *layer)
{
    const std::size_t width = layer ? std::size_t(layer->filters) : index->featuresWidth();
    if (width == 0 || (layer && !index->keepsValues()))
        throw Error(ErrorKind::FeaturesNotIndexed, index->about().photos,
            {layer ? layer->name : index->about().key.features});
    if (!layer)
        return {index->photoCount(), width, [index](std::size_t first, std::size_t count, float *to) {
                    index->readFeatures(first, count, to);
                }};
    return {
        index->photoCount(), width, [index, told = *layer](std::size_t first, std::size_t count, float *to) {
            index->readResponses(told, first, count, to);
        }};
}

} // namespace convscope
