#include "core/engine/network/programinput.h"

#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

namespace {

using Channels = InputDescription::Channels;

/// Pixels in a batch: 64 pictures of the usual size. Far more would fill memory to learn that it fails.
constexpr std::int64_t maxPixels = std::int64_t(64) * 224 * 224;

std::optional<std::int64_t> channelsOf(const Program &program)
{
    const std::vector<ProgramModule> &modules = program.modules();
    const auto first = std::find_if(
        modules.begin(), modules.end(), [](const ProgramModule &module) { return !module.weight.empty(); });
    if (first == modules.end())
        return std::nullopt;
    return program.weightOf(int(first - modules.begin())).size(1);
}

bool isFailure(const Error &error)
{
    return error.kind() == ErrorKind::NetworkDoesNotRun || error.kind() == ErrorKind::NotAClassifier;
}

} // namespace

/// Why the network did not run, by what was tried.
struct InputSearch::Failures
{
    std::optional<Error> first;
    int count = 0;
    bool areSame = true; ///< the same reason whatever the picture: it is not to blame

    void add(const Error &error)
    {
        ++count;
        if (!first)
            first = error;
        areSame = areSame && !first->values().empty() && !error.values().empty()
            && error.values().back() == first->values().back();
    }
};

InputSearch::InputSearch(const Program &program, Attempt attempt, AttemptChannelsLast channelsLast)
    : m_attempt(std::move(attempt))
    , m_channelsLast(std::move(channelsLast))
    , m_channels(channelsOf(program))
    , m_batches(program.facts().writtenBatches)
{
}

/// The usual input comes first, as it is: the first convolution with weights of its own need not be the one
/// on the picture.
std::vector<InputDescription> InputSearch::toTry(const InputDescription &usual) const
{
    std::vector<InputDescription> inputs = {usual};
    InputDescription input = usual;
    if (m_channels == 1) {
        input.channels = Channels::Gray;
        for (std::vector<double> *each : {&input.mean, &input.deviation}) // of all channels alike
            each->resize(std::min<std::size_t>(1, each->size()));
        inputs.push_back(input);
    }
    for (const int side : {224, 32, 28, 299, 64, 96, 160, 192, 256, 384, 512}) {
        input.size = {side, side};
        inputs.push_back(input);
    }
    return inputs;
}

std::optional<ProgramInput> InputSearch::withAnyBatch(const InputDescription &input, Failures &failures) const
{
    std::optional<Error> noAnswer;
    std::vector<int> batches = {1};
    batches.insert(batches.end(), m_batches.begin(), m_batches.end());
    for (const int batch : batches) {
        if (batch > 1 && std::int64_t(batch) * input.size.width * input.size.height > maxPixels)
            continue;
        try {
            m_attempt({input, batch});
            return ProgramInput{input, batch};
        } catch (const Error &error) {
            if (!isFailure(error))
                throw;
            if (batch == 1)
                failures.add(error);
            if (batch == 1 && error.kind() == ErrorKind::NotAClassifier)
                noAnswer = error;
        }
    }
    if (noAnswer) // it runs on such pictures, and other sizes would only make a map look like an answer
        throw *noAnswer;
    return std::nullopt;
}

std::optional<ProgramInput> InputSearch::first(
    const std::vector<InputDescription> &inputs, Failures &failures) const
{
    for (const InputDescription &input : inputs) {
        if (const auto found = withAnyBatch(input, failures))
            return found;
    }
    return std::nullopt;
}

void InputSearch::refuse(
    const InputDescription &input, const Failures &failures, const std::optional<ProgramInput> &other) const
{
    if (m_channelsLast(input))
        throw Error(ErrorKind::NotAClassifier, {}, {}, Phrase::TakesChannelsLast);
    if (!other && m_channels && *m_channels != 1 && *m_channels != 3)
        throw Error(
            ErrorKind::NotAClassifier, {}, {}, Phrase{Phrase::TakesChannels, {std::to_string(*m_channels)}});
    if (!other && failures.areSame && failures.count > 1)
        throw Error(ErrorKind::NetworkNeverRuns, {}, {failures.first->values().back()});
    if (!other)
        throw *failures.first;
    std::vector<std::string> values = failures.first->values();
    for (const int side : {other->input.size.width, other->input.size.height})
        values.push_back(std::to_string(side));
    values.push_back(name(other->input.channels));
    throw Error(failures.first->kind(), {}, values);
}

ProgramInput InputSearch::told(const InputDescription &input) const
{
    Failures failures;
    if (const auto found = first({input}, failures))
        return *found;
    InputDescription usual = input; // with the channels of the notebook, for which there are three numbers
    usual.size = food11Input().size;
    usual.channels = Channels::RGB;
    usual.mean = {};
    usual.deviation = {};
    std::optional<ProgramInput> other;
    try {
        other = first(toTry(usual), failures);
    } catch (const Error &) { // only a hint is looked for
    }
    refuse(input, failures, other);
}

ProgramInput InputSearch::guessed(const InputDescription &usual) const
{
    Failures failures;
    if (const auto found = first(toTry(usual), failures))
        return *found;
    refuse(usual, failures, std::nullopt);
}

bool InputSearch::mayBeTurned(const InputDescription &input) const
{
    const auto runs = [&](InputSize size) {
        InputDescription other = input;
        other.size = size;
        try {
            m_attempt({other, 1});
            return true;
        } catch (const Error &) {
            return false;
        }
    };
    const InputSize size = input.size;
    const int side = std::max(size.width, size.height);
    return size.width != size.height && runs({size.height, size.width}) && !runs({side, side});
}

} // namespace convscope
