#include "core/runtime.h"

#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <thread>

namespace convscope {

namespace {

constexpr int maxThreads = 1024;

} // namespace

int useThreads(int count)
{
    if (count < 0 || count > maxThreads)
        throw Error(ErrorKind::InvalidOption, {}, {"threads", std::to_string(count)},
            Phrase{Phrase::WholeNumberWithin, {"0", std::to_string(maxThreads)}});
    return translated([&] {
        // LibTorch's own choice is one thread where it cannot read the processor's layout, as on virtual
        // machines.
        const int all = std::max(1, int(std::thread::hardware_concurrency()));
        at::set_num_threads(count > 0 ? count : all);
        return at::get_num_threads();
    });
}

std::vector<std::string> devices()
{
    return translated([] {
        std::vector<std::string> result = {"cpu"};
        const std::size_t gpus = at::hasCUDA() ? std::size_t(at::getNumGPUs()) : 0;
        for (std::size_t i = 0; i < gpus; ++i)
            result.push_back("cuda:" + std::to_string(i));
        return result;
    });
}

std::string resolveDevice(const std::string &asked)
{
    const std::vector<std::string> all = devices();
    std::string found = asked;
    if (asked == "auto")
        found = all.back() == "cpu" ? "cpu" : "cuda:0";
    else if (asked == "cuda")
        found = "cuda:0";
    if (std::find(all.begin(), all.end(), found) == all.end()) {
        std::string offered;
        for (const std::string &device : all)
            offered += (offered.empty() ? "" : ", ") + device;
        throw Error(ErrorKind::DeviceUnavailable, {}, {asked, offered});
    }
    if (found != "cpu") { // TF32 keeps 10 bits of each product: fine for training, not for results
        at::globalContext().setAllowTF32CuDNN(false);
        at::globalContext().setAllowTF32CuBLAS(false);
    }
    return found;
}

} // namespace convscope
