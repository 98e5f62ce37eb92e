#pragma once

// For core's .cpp files only: LibTorch's headers are not for those who use core.

#include "core/engine/network/graph/onnxcall.h"

namespace convscope {

/// How a convolution or a pool goes over its input, as its attributes say.
struct OnnxWindow
{
    enum class AutoPad
    {
        NotSet,
        Valid,
        SameUpper,
        SameLower,
    };

    std::vector<std::int64_t> kernel; ///< empty where it is known only when the network runs
    std::vector<std::int64_t> stride; ///< these four: empty for what is usual
    std::vector<std::int64_t> dilation;
    std::vector<std::int64_t> begin; ///< padding before the first
    std::vector<std::int64_t> end; ///< and behind the last
    AutoPad autoPad = AutoPad::NotSet;

    /// The same, with nothing empty, for an input of that size, N×C×….
    OnnxWindow forInput(at::IntArrayRef sizes) const;
    bool isSymmetric() const { return begin == end; }
};

/// Reads the attributes. Throws Error: OperatorArgument.
OnnxWindow windowOf(OnnxCall &call);

/// For people; none where it does not go over two axes.
std::optional<LayerGeometry> geometryOf(const OnnxWindow &window, std::int64_t groups = 1);

/// What at::constant_pad_nd takes: the last axis first.
std::vector<std::int64_t> paddingOf(const OnnxWindow &window);

} // namespace convscope
