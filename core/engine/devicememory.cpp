#include "core/engine/devicememory.h"

#include <c10/core/DeviceGuard.h>

#include <dlfcn.h>

namespace convscope {

std::optional<std::size_t> freeMemory(const std::string &device)
{
    const c10::Device asked(device);
    if (!asked.is_cuda())
        return {};
    // By name, so that nothing of CUDA is needed to build: LibTorch brings the library where it knows CUDA.
    using MemGetInfo = int (*)(std::size_t * free, std::size_t * total);
    const auto memGetInfo = reinterpret_cast<MemGetInfo>(dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    if (!memGetInfo)
        return {};
    const c10::DeviceGuard guard(asked);
    std::size_t free = 0;
    std::size_t total = 0;
    return memGetInfo(&free, &total) == 0 ? std::optional(free) : std::nullopt;
}

} // namespace convscope
