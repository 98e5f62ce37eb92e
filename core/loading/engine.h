#pragma once

#include "core/explain/methods.h"
#include "core/explain/networkmeasure.h"
#include "core/image/slic.h"
#include "core/index/photoscan.h"
#include "core/index/receptivefield.h"
#include "core/internal/codec.h"
#include "core/methods/featurevisualisation.h"
#include "core/methods/filtermaps.h"
#include "core/methods/gradcam.h"
#include "core/network/network.h"
#include "core/network/prediction.h"
#include "core/runtime.h"

namespace convscope {

// Loading LibTorch and what it brings takes longer than showing a window. So core is two files: what
// everybody links, and the engine, which needs LibTorch or OpenCV and is loaded by the first call of one of
// these functions. Callers need not know: forward.cpp passes core's public functions on.

/// The engine's functions, each of the name and type that the public headers declare.
struct Engine
{
    const char *version; ///< of the program it was built for
    decltype(&convscope::openNetwork) openNetwork;
    decltype(&convscope::predict) predict;
    decltype(&convscope::explain) explain;
    decltype(&convscope::startOnNetwork) startOnNetwork;
    decltype(&convscope::filterMaps) filterMaps;
    decltype(&convscope::filterKernel) filterKernel;
    decltype(&convscope::makePhotoScanner) makePhotoScanner;
    decltype(&convscope::derivedLayersOf) derivedLayersOf;
    decltype(&convscope::receptiveField) receptiveField;
    decltype(&convscope::noise) noise;
    decltype(&convscope::slic) slic;
    decltype(&convscope::decodeBmp) decodeBmp;
    decltype(&convscope::useThreads) useThreads;
    decltype(&convscope::devices) devices;
    decltype(&convscope::resolveDevice) resolveDevice;
};

/// Loads the engine where that has not been done: from the folder that this part of core lies in; takes about
/// a second. Any thread; the others wait. Throws Error: EngineMissing.
const Engine &engine();

/// The same from another file. Throws Error: EngineMissing.
const Engine &loadEngine(const std::filesystem::path &file);

} // namespace convscope
