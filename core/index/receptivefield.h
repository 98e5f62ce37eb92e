#pragma once

#include "core/network/network.h"

#include <optional>

namespace convscope {

/// What the values of a layer see of the network's input along one axis: the value at index i depends on the
/// pixels start + i·jump … start + i·jump + size − 1; some may lie outside of the picture.
struct FieldAxis
{
    int size = 0;
    int jump = 0;
    int start = 0;

    bool operator==(const FieldAxis &) const = default;
};

/// The receptive field of a layer's values. Where a value sees all of the picture, size is the picture's and
/// jump is 0.
struct ReceptiveField
{
    FieldAxis rows;
    FieldAxis columns;

    bool operator==(const ReceptiveField &) const = default;
};

/// A part of the network's input: first row and column, height and width.
struct FieldBox
{
    int top = 0;
    int left = 0;
    int height = 0;
    int width = 0;

    bool operator==(const FieldBox &) const = default;
};

/// What the value at row y and column x sees, cut at the picture's border; at least one pixel.
FieldBox fieldBox(const ReceptiveField &field, int y, int x, InputSize size);

/// Of a network whose modules run one after the other, from kernels, strides, paddings and dilations,
/// exactly: s −= p·j, r += (k − 1)·d·j, j *= t, from r = 1, j = 1, s = 0. None where a module on the way is
/// not known. `layer` has maps.
std::optional<ReceptiveField> fieldInChain(const NetworkInfo &info, int layer);

/// The same of any network: where its modules are no chain, from the extent of gradients of single values, of
/// pictures of noise. A field that reaches over the whole picture wherever it is looked at counts as all of
/// it. Throws Error: NoSuchLayer, LayerWithoutMaps, OutOfMemory, Internal.
ReceptiveField receptiveField(const Network &network, int layer);

} // namespace convscope
