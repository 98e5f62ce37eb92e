#include "core/engine/engine.h"

// Core's public functions as those see them who do not link the engine: each loads it if need be and passes
// the call on.

namespace convscope {

std::unique_ptr<Network> openNetwork(const std::filesystem::path &file, const NetworkOptions &options)
{
    return engine().openNetwork(file, options);
}

Prediction predict(const Network &network, const Image &input) { return engine().predict(network, input); }

std::unique_ptr<Explanation> explain(const Network &network, const Photo &photo, const MethodOptions &options)
{
    return engine().explain(network, photo, options);
}

Map noise(std::uint32_t seed, InputSize size) { return engine().noise(seed, size); }

Segmentation slic(const Image &image, const SlicOptions &options) { return engine().slic(image, options); }

DecodedImage decodeBmp(Bytes file) { return engine().decodeBmp(file); }

int useThreads(int count) { return engine().useThreads(count); }

std::vector<std::string> devices() { return engine().devices(); }

std::string resolveDevice(const std::string &asked) { return engine().resolveDevice(asked); }

} // namespace convscope
