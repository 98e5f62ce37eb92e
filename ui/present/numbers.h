#pragma once

#include "core/explain/methods.h"
#include "core/image/image.h"
#include "core/network/network.h"

#include <string>
#include <vector>

namespace convscope {

/// The numbers of an answer: what is written of it, and what can be taken from its menu.
struct NumberArray
{
    std::string name; ///< as in the names of its files, e.g. "saliency-3"
    std::string npy; ///< bytes of a NumPy file, as exact as the network computed
};

/// All arrays of an answer: the map of most methods; superpixels and the mask of LIME. `options` are the ones
/// that were asked.
std::vector<NumberArray> arraysOf(const Answer &answer, const MethodOptions &options, Precision precision);
/// What they will be called, which is known at once.
std::vector<std::string> arrayNamesOf(const Answer &answer, const MethodOptions &options);

/// One channel of several, as a map of its own.
Map channelOf(const Map &maps, int channel);

/// What the network saw: "input".
NumberArray inputArray(const Image &input);

/// The weights of a filter, inputs×h×w.
NumberArray weightsArray(const Map &weights, int layer, int filter, Precision precision);
/// "weights-3-5".
std::string weightsName(int layer, int filter);

/// The same to read and for spreadsheets: of a map with one channel a line a row; of one with several, and of
/// a picture, a line a value with its place; of LIME a line a weight of each class, the largest first.
std::string tableOf(const Answer &answer);
std::string tableOf(const Image &input);
std::string tableOf(const Map &map);

} // namespace convscope
