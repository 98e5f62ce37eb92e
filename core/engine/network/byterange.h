#pragma once

#include <string>

namespace at {
class Tensor; // LibTorch's headers stay in core's .cpp files
}

namespace convscope {

/// Whether an operator on a picture, "div", "mul", "sub" or "add", with these numbers, brings values of 0 to
/// 255 into a range that networks are trained in. No network of pictures in [0, 1] divides by as much, or
/// takes away as much.
bool scalesBytes(const std::string &operation, const at::Tensor &by);

/// Whether an operator gives the same picture, or a part of it: "permute", "clone".
bool passesPicture(const std::string &operation);

} // namespace convscope
