#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

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

    /// randint(0, bound) for 1 ≤ bound: the lowest bits that can hold bound − 1, drawn again while they
    /// exceed it. A bound of 1 draws nothing.
    std::uint32_t below(std::uint32_t bound);

    /// One value of random_sample(): 53 random bits in [0, 1).
    double uniform();

    /// permutation(count): the numbers from 0 to count − 1 in random order.
    std::vector<int> permutation(int count);

    /// choice(n, count, p=probabilities) of n probabilities: `count` numbers from 0 to n − 1, drawn with
    /// replacement. The probabilities may add up to anything above 0.
    std::vector<int> choice(const std::vector<double> &probabilities, int count);

    /// One value of randn(), of a normal distribution with mean 0 and deviation 1: Marsaglia's polar method,
    /// which makes two at a time and keeps one for the next call.
    double normal();

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
    std::optional<double> m_kept; ///< the other value of a pair
};

} // namespace convscope
