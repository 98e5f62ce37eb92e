#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

// A device that is not the processor, for machines without one: its tensors lie in the processor's memory and
// its operators are the processor's, but LibTorch takes it for a device of its own. What mixes tensors of two
// devices fails as on a GPU, and what waits for the device or copies from and to it is counted. LibTorch
// calls it "privateuseone".

namespace convscope::test {

/// What has been done since the last reset.
struct DeviceCounts
{
    int waits = 0; ///< for values: copies to the processor, item(), and operators that need values to go on
    int uploads = 0; ///< copies to the device
    int waitedUploads = 0; ///< of these, those that ask to wait until all is copied
    int operators = 0;
    int refusals = 0; ///< of memory
    std::map<std::string, int> waitsBy; ///< operator, times
};

DeviceCounts deviceCounts();
void resetDeviceCounts();

/// Bytes that the device holds.
std::size_t deviceBytes();
/// From here on more than so many bytes are refused as a GPU refuses them; 0: no limit.
void limitDevice(std::size_t bytes);
/// From here on everything fails, as on a GPU that is lost; false: it is back.
void loseDevice(bool lost = true);

} // namespace convscope::test
