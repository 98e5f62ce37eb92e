#pragma once

#include <cstdint>
#include <random>

namespace convscope {

/// The stream of random numbers of numpy.random.RandomState(seed), value for value.
class NumpyRandom
{
public:
    /// `skip` 32-bit outputs of the generator are passed over first.
    explicit NumpyRandom(std::uint32_t seed, std::uint64_t skip = 0)
        : m_generator(seed)
        , m_drawn(skip)
    {
        m_generator.discard(skip);
    }

    /// randint(0, bound) for 2 ≤ bound: the lowest bits that can hold bound − 1, drawn again while they
    /// exceed it.
    std::uint32_t below(std::uint32_t bound);

    /// One value of random_sample(): 53 random bits in [0, 1).
    double uniform();

    /// 32-bit outputs drawn from the seed on, the skipped ones included.
    std::uint64_t drawn() const { return m_drawn; }

private:
    std::uint32_t next()
    {
        ++m_drawn;
        return std::uint32_t(m_generator());
    }

    std::mt19937 m_generator;
    std::uint64_t m_drawn;
};

} // namespace convscope
