#include "core/methods/guidedig.h"

#include "core/engine/pathgradients.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace convscope {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

using Values = std::vector<double>;

/// Equal to 1e-9, relative or absolute.
bool isNear(double a, double b)
{
    constexpr double tolerance = 1e-9;
    return std::abs(a - b) <= std::max(tolerance * std::max(std::abs(a), std::abs(b)), tolerance);
}

/// The value below which this fraction of the |values| lies: an element of them, the lower of two.
double quantileOfSizes(const Values &values, double fraction)
{
    Values sizes(values.size());
    std::transform(values.begin(), values.end(), sizes.begin(), [](double value) { return std::abs(value); });
    const auto place = sizes.begin() + std::ptrdiff_t(double(sizes.size() - 1) * fraction);
    std::nth_element(sizes.begin(), place, sizes.end());
    return *place;
}

/// The way from the baseline to the photo, all in double.
class GuidedPath
{
public:
    GuidedPath(Values photo, Values baseline, const GuidedIgOptions &options)
        : m_photo(std::move(photo))
        , m_baseline(std::move(baseline))
        , m_options(options)
        , m_point(m_baseline)
        , m_attribution(m_photo.size(), 0.0)
        , m_whole(distance(m_baseline))
    {
    }

    const Values &point() const { return m_point; }
    const Values &attribution() const { return m_attribution; }

    /// Moves on by one round, along which the gradient is taken as it is at the point where it begins.
    void goOn(int round, const Values &gradient);

private:
    /// To the photo, as the sum of |differences|.
    double distance(const Values &from) const;
    double way(std::size_t i) const { return m_photo[i] - m_baseline[i]; }
    /// Where a value is when it has gone this part of its way.
    double placed(std::size_t i, double part) const { return m_baseline[i] + way(i) * part; }
    void pullLate(double min);
    double roomOf(const std::vector<char> &chosen, double max) const;
    std::vector<char> leastGradients(Values &gradient, double max) const;

    Values m_photo;
    Values m_baseline;
    GuidedIgOptions m_options;
    Values m_point;
    Values m_attribution;
    double m_whole;
};

double GuidedPath::distance(const Values &from) const
{
    double sum = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        sum += std::abs(from[i] - m_photo[i]);
    return sum;
}

/// Values that have gone less than this part of their way are brought there.
void GuidedPath::pullLate(double min)
{
    for (std::size_t i = 0; i < m_point.size(); ++i) {
        if (way(i) != 0 && (m_point[i] - m_baseline[i]) / way(i) < min)
            m_point[i] = placed(i, min);
    }
}

/// Which values may move: those with the least gradients of all that have not gone as far as they may. Of
/// those the gradient becomes infinite.
std::vector<char> GuidedPath::leastGradients(Values &gradient, double max) const
{
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        if (m_point[i] == placed(i, max))
            gradient[i] = infinite;
    }
    const double threshold = quantileOfSizes(gradient, m_options.fraction);
    std::vector<char> chosen(gradient.size());
    std::transform(gradient.begin(), gradient.end(), chosen.begin(),
        [threshold](double value) { return std::abs(value) <= threshold && value != infinite; });
    return chosen;
}

double GuidedPath::roomOf(const std::vector<char> &chosen, double max) const
{
    double room = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i])
            room += std::abs(m_point[i] - placed(i, max));
    }
    return room;
}

void GuidedPath::goOn(int round, const Values &gradient)
{
    const double part = (round + 1.0) / m_options.rounds;
    const double min = std::max(part - m_options.maxDistance, 0.0);
    const double max = std::min(part + m_options.maxDistance, 1.0);
    const double goal = m_whole * (1 - part);
    const Values before = m_point;
    Values ranked = gradient;
    for (double share = infinite; share > 1;) { // of the room that the chosen values have
        pullLate(min);
        const double left = distance(m_point);
        if (isNear(goal, left))
            break;
        const std::vector<char> chosen = leastGradients(ranked, max);
        const double room = roomOf(chosen, max);
        if (room == 0)
            break; // nothing can move
        share = (left - goal) / room;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (chosen[i])
                m_point[i] = share > 1 ? placed(i, max) : m_point[i] + (placed(i, max) - m_point[i]) * share;
        }
    }
    for (std::size_t i = 0; i < m_point.size(); ++i)
        m_attribution[i] += (m_point[i] - before[i]) * gradient[i];
}

} // namespace

struct GuidedIgRun::State
{
    State(const Network &net, Photo seen, const GuidedIgOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
    {
    }

    const Network &network;
    Photo photo;
    GuidedIgOptions options;

    // From the first step on:
    std::optional<PathGradients> gradients; ///< none before
    std::optional<GuidedPath> path;
    int done = 0;

    void prepare();
    void goOn();
    Map shaped(const Values &values) const { return {3, photo.input.height, photo.input.width, values}; }
    bool isComplete() const { return done == options.rounds; }
};

void GuidedIgRun::State::prepare()
{
    PathGradients made(network, photo, options.target);
    const Map original = toMap(made.picture());
    const Map baseline = baselineOf(original, options.baseline, options.seed);
    made.startFrom(inputTensor(network, baseline));
    path.emplace(original.values, baseline.values, options);
    gradients.emplace(std::move(made));
}

void GuidedIgRun::State::goOn()
{
    const at::Tensor found = gradients->onProcessor(inputTensor(network, shaped(path->point())));
    path->goOn(done, toMap(found).values);
    done = gradients->areCut() ? options.rounds : done + 1; // there is nothing to come
}

GuidedIgRun::GuidedIgRun(const Network &network, Photo photo, const GuidedIgOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

GuidedIgRun::~GuidedIgRun() = default;

bool GuidedIgRun::step()
{
    State &state = *m_state;
    translated([&state] { state.gradients ? state.goOn() : state.prepare(); });
    return !state.isComplete();
}

Progress GuidedIgRun::progress() const { return {m_state->done, m_state->options.rounds}; }

bool GuidedIgRun::hasResult() const { return m_state->isComplete(); }

Attribution GuidedIgRun::result() const
{
    const State &state = *m_state;
    return state.gradients->attribution(
        state.shaped(state.path->attribution()), state.isComplete(), Note::DoesNotAddUp);
}

} // namespace convscope
