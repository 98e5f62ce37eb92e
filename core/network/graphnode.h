#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// A value that an operator is given.
struct GraphInput
{
    std::string name; ///< of the argument: "weight"; empty where the operator does not name it
    std::string value; ///< the value's name in the file: "layer1.0.conv1.weight"; the text of a constant
    /// The place in NetworkInfo::graph of what computes it; none of a weight, a constant and the picture.
    std::optional<int> maker = {};
    std::vector<std::int64_t> shape = {}; ///< empty where that is no tensor, or one number

    bool operator==(const GraphInput &) const = default;
};

/// An operator of a network whose file is a list of operators.
struct GraphNode
{
    std::string name; ///< in the file, unique: "conv2d_3", "/layer1/layer1.0/conv1/Conv"
    std::string kind; ///< the operator: "aten.conv2d", "Conv"
    std::string
        module; ///< that it runs in, qualified, as in Python: "layer1.0.conv1"; empty where none is told
    std::vector<GraphInput> inputs = {}; ///< in the operator's order, a list's elements one by one
    std::vector<std::pair<std::string, std::string>> attributes = {}; ///< names, and values as text
    std::vector<std::int64_t> shape =
        {}; ///< of its first output for one photo; empty where that is no tensor
    std::optional<int> layer = {}; ///< the place in NetworkInfo::layers of a layer with this output

    bool operator==(const GraphNode &) const = default;
};

} // namespace convscope
