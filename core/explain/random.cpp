#include "core/explain/random.h"

#include <bit>

namespace convscope {

std::uint32_t NumpyRandom::below(std::uint32_t bound)
{
    const std::uint32_t most = bound - 1;
    const std::uint32_t mask = std::uint32_t((std::uint64_t(1) << std::bit_width(most)) - 1);
    std::uint32_t value = next() & mask;
    while (value > most)
        value = next() & mask;
    return value;
}

double NumpyRandom::uniform()
{
    const std::uint32_t high = next() >> 5;
    const std::uint32_t low = next() >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0; // 2^26, 2^53
}

} // namespace convscope
