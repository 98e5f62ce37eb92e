#pragma once

#include <string>
#include <vector>

namespace convscope {

/// Sets the number of LibTorch's intra-op threads for the process, 0 for all that the process may use; to be
/// called before the first network is opened. Returns the number in force. Throws Error: InvalidOption.
int useThreads(int count);

/// Devices there are: "cpu", then "cuda:0" and so on.
std::vector<std::string> devices();

/// The device that "auto", "cpu", "cuda" or "cuda:n" means here. Throws Error: DeviceUnavailable, NoGpu.
std::string resolveDevice(const std::string &asked);

/// LibTorch's version, e.g. "1.13.1".
std::string torchVersion();
std::string opencvVersion();
/// Convscope's own.
std::string version();

} // namespace convscope
