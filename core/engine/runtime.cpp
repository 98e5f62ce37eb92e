#include "core/runtime.h"

#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <c10/util/Exception.h>
#include <torch/version.h>

#include <algorithm>
#include <thread>

namespace convscope {

namespace {

constexpr int maxThreads = 1024;
constexpr const char *firstGpu = "cuda:0";

#if TORCH_VERSION_MAJOR >= 2
/// Keeps what LibTorch warns of.
class Warnings : public c10::WarningHandler
{
public:
    void process(const c10::Warning &warning) override { m_text += firstLine(warning.msg()); }
    const std::string &text() const { return m_text; }

private:
    static std::string firstLine(const std::string &text) { return text.substr(0, text.find('\n')); }

    std::string m_text;
};

std::string firstComplaintOfGpus()
{
    Warnings warnings;
    const c10::WarningUtils::WarningHandlerGuard guard(&warnings);
    at::hasCUDA();
    return warnings.text();
}
#else
std::string firstComplaintOfGpus() { return {}; } // there is none for the GPUs of today
#endif

/// What LibTorch says where it looks for GPUs and finds none, e.g. that the driver is too old. It looks, and
/// says so, once a process.
const std::string &complaintOfGpus()
{
    static const std::string complaint = firstComplaintOfGpus();
    return complaint;
}

Phrase whyNoGpu()
{
    const at::CUDAHooksInterface &cuda = at::detail::getCUDAHooks();
    if (!cuda.hasCUDART())
        return Phrase::LibTorchWithoutCuda;
    const long version = cuda.versionCUDART(); // 13000 is 13.0
    const std::string &complaint = complaintOfGpus();
    return {Phrase::GpuDoesNotAnswer,
        {std::to_string(version / 1000) + '.' + std::to_string(version % 1000 / 10),
            complaint.empty() ? "cudaGetDeviceCount: 0" : complaint}};
}

/// Devices of a type: NVIDIA's GPUs, or what an extension of LibTorch has made known.
int countOf(c10::DeviceType type)
{
    if (type == c10::kCUDA) {
        complaintOfGpus(); // before anybody else looks
        return at::hasCUDA() ? int(at::getNumGPUs()) : 0;
    }
    return c10::impl::hasDeviceGuardImpl(type) ? int(c10::impl::getDeviceGuardImpl(type)->deviceCount()) : 0;
}

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
        for (const c10::DeviceType type : {c10::kCUDA, c10::kPrivateUse1}) {
            for (int i = 0; i < countOf(type); ++i)
                result.push_back(c10::Device(type, c10::DeviceIndex(i)).str());
        }
        return result;
    });
}

std::string resolveDevice(const std::string &asked)
{
    const std::vector<std::string> all = devices();
    const bool hasGpu = std::find(all.begin(), all.end(), firstGpu) != all.end();
    std::string found = asked;
    if (asked == "auto")
        found = hasGpu ? firstGpu : "cpu";
    else if (asked == "cuda")
        found = firstGpu;
    if (std::find(all.begin(), all.end(), found) == all.end()) {
        if (!hasGpu && asked.starts_with("cuda"))
            throw Error(ErrorKind::NoGpu, {}, {asked}, whyNoGpu());
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
