#pragma once

#include "core/network/network.h"

#include <QString>
#include <vector>

namespace convscope {

/// A line of the network panel: a module, or a branch that holds several.
struct LayerNode
{
    int parent = -1; ///< number of the branch that it stands in; -1 at the top
    int row = 0; ///< among the branch's children
    std::vector<int> children; ///< numbers of nodes; none for a module
    QString title; ///< of a branch, e.g. "layer1.0" or "conv BN ReLU pool"; of a module its name within the
                   ///< branch
    QString path = {}; ///< of a branch that is a module: its qualified name
    int first = 0; ///< the modules that it holds, by index; a module holds itself
    int last = 0;
};

/// Branches follow the qualified names: "layer1.0.conv1" stands in "layer1.0", which stands in "layer1". A
/// long Sequential, whose names are mere numbers, is cut into blocks instead, each from one convolution to
/// the next. Modules stay in the order in which they run.
std::vector<LayerNode> layerTree(const std::vector<Layer> &layers);

/// Adds a branch at the end that holds the layers from `first` on to `last`.
void addBranch(std::vector<LayerNode> &nodes, int first, int last, const QString &title);

/// Layers without branches, these only.
std::vector<LayerNode> layerList(const std::vector<int> &layers);

} // namespace convscope
