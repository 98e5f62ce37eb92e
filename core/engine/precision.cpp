#include "core/engine/precision.h"

#include "core/error.h"

namespace convscope {

namespace {

bool processorHasBFloat16()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

} // namespace

at::ScalarType computeType(Precision precision, const std::string &device)
{
    switch (precision) {
    case Precision::Float32:
        break;
    case Precision::Float64:
        return at::kDouble;
    case Precision::Preview:
        if (device != "cpu")
            return at::kHalf;
        if (!processorHasBFloat16())
            throw Error(ErrorKind::PreviewUnavailable);
        return at::kBFloat16;
    }
    return at::kFloat;
}

} // namespace convscope
