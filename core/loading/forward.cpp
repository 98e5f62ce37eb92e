#include "core/computing.h"
#include "core/loading/engine.h"

// Core's public functions as those see them who do not link the engine: each loads it if need be and passes
// the call on.

namespace convscope {

namespace {

const Engine &engineFor(const char *function)
{
    mayBlock(function);
    return engine();
}

} // namespace

std::unique_ptr<Network> openNetwork(const std::filesystem::path &file, const NetworkOptions &options)
{
    return engineFor("openNetwork").openNetwork(file, options);
}

Prediction predict(const Network &network, const Image &input)
{
    return engineFor("predict").predict(network, input);
}

std::unique_ptr<Explanation> explain(const Network &network, const Photo &photo, const MethodOptions &options)
{
    return engineFor("explain").explain(network, photo, options);
}

std::unique_ptr<Measurement> startOnNetwork(const MeasureInput &input, const NetworkMeasureOptions &options)
{
    return engineFor("startOnNetwork").startOnNetwork(input, options);
}

FilterMaps filterMaps(const Network &network, const Photo &photo, int layer)
{
    return engineFor("filterMaps").filterMaps(network, photo, layer);
}

std::optional<Map> filterKernel(const Network &network, int layer, int filter)
{
    return engineFor("filterKernel").filterKernel(network, layer, filter);
}

std::unique_ptr<PhotoScanner> makePhotoScanner(const Network &network, const ScanPlan &plan)
{
    return engineFor("makePhotoScanner").makePhotoScanner(network, plan);
}

std::vector<DerivedLayer> derivedLayersOf(const Network &network)
{
    return engineFor("derivedLayersOf").derivedLayersOf(network);
}

ReceptiveField receptiveField(const Network &network, int layer)
{
    return engineFor("receptiveField").receptiveField(network, layer);
}

Map noise(std::uint32_t seed, InputSize size) { return engineFor("noise").noise(seed, size); }

Segmentation slic(const Image &image, const SlicOptions &options)
{
    return engineFor("slic").slic(image, options);
}

DecodedImage decodeBmp(Bytes file) { return engineFor("decodeBmp").decodeBmp(file); }

int useThreads(int count) { return engineFor("useThreads").useThreads(count); }

std::vector<std::string> devices() { return engineFor("devices").devices(); }

std::string resolveDevice(const std::string &asked)
{
    return engineFor("resolveDevice").resolveDevice(asked);
}

} // namespace convscope
