#pragma once

#include "core/engine/network/program.h"

#include <functional>
#include <optional>
#include <vector>

namespace convscope {

/// What a network was found to run on.
struct ProgramInput
{
    InputDescription input;
    int batch = 1; ///< pictures at once
};

/// Finds it by trying.
class InputSearch
{
public:
    /// Runs the network on pictures of that kind. Throws Error: NetworkDoesNotRun, NotAClassifier.
    using Attempt = std::function<void(const ProgramInput &)>;
    /// The same with pictures whose channels come last. Whether that gives an answer.
    using AttemptChannelsLast = std::function<bool(const InputDescription &)>;

    InputSearch(const Program &program, Attempt attempt, AttemptChannelsLast channelsLast);

    /// The input that is told, with the batch that it runs with. Throws Error: NetworkDoesNotRun (with the
    /// input that the network runs on, where there is one), NetworkNeverRuns, NotAClassifier, NoSuchOutput.
    ProgramInput told(const InputDescription &input) const;

    /// The first that it runs on: `usual`, then the sizes that networks are trained at, the likelier first.
    /// Throws Error: the same.
    ProgramInput guessed(const InputDescription &usual) const;

    /// Whether it runs on that input and on no other size but the same turned.
    bool mayBeTurned(const InputDescription &input) const;

private:
    struct Failures;

    std::optional<ProgramInput> first(const std::vector<InputDescription> &inputs, Failures &failures) const;
    std::optional<ProgramInput> withAnyBatch(const InputDescription &input, Failures &failures) const;
    std::vector<InputDescription> toTry(const InputDescription &usual) const;
    [[noreturn]] void refuse(const InputDescription &input, const Failures &failures,
        const std::optional<ProgramInput> &other) const;

    Attempt m_attempt;
    AttemptChannelsLast m_channelsLast;
    std::optional<std::int64_t> m_channels; ///< of the first convolution whose weights are there
    std::vector<int> m_batches; ///< that the program may have been written for
};

} // namespace convscope
