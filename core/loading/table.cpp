#include "core/loading/engine.h"

// What the engine's file gives; all else in it is hidden.

extern "C" __attribute__((visibility("default"))) const convscope::Engine *convscopeEngine()
{
    static constexpr convscope::Engine table = {
        .version = CONVSCOPE_VERSION,
        .openNetwork = &convscope::openNetwork,
        .predict = &convscope::predict,
        .explain = &convscope::explain,
        .startOnNetwork = &convscope::startOnNetwork,
        .filterMaps = &convscope::filterMaps,
        .filterKernel = &convscope::filterKernel,
        .makePhotoScanner = &convscope::makePhotoScanner,
        .derivedLayersOf = &convscope::derivedLayersOf,
        .receptiveField = &convscope::receptiveField,
        .noise = &convscope::noise,
        .slic = &convscope::slic,
        .decodeBmp = &convscope::decodeBmp,
        .useThreads = &convscope::useThreads,
        .devices = &convscope::devices,
        .resolveDevice = &convscope::resolveDevice,
    };
    return &table;
}
