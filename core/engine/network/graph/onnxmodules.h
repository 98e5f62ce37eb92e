#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/onnxbuilder.h"

namespace convscope {

/// Tells in which modules the operators run, as far as the file says it, and gives all modules. PyTorch's
/// exporters write it into names ("/layer1/layer1.0/conv1/Conv") or beside them, as texts of the operator;
/// Keras' into names ("StatefulPartitionedCall/model/conv1/Conv2D").
std::vector<GraphModule> placeInModules(OnnxBuilder &builder);

/// The network's own kind: "ResNet", "Model". As PyTorch's exporter tells it, else by the graph's name.
std::string kindOf(const OnnxModel &model);

} // namespace convscope
