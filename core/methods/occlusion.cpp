#include "core/methods/occlusion.h"

#include "core/engine/batch.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"
#include "core/image/resize.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <bit>

namespace convscope {

namespace {

/// How many windows it takes to reach the end of a side; with gaps between them, so many as begin before it.
int windowsAlong(int size, int window, int stride)
{
    const auto parts = [stride](int length) { return (length + stride - 1) / stride; };
    return size <= window ? 1 : std::min(parts(size - window) + 1, parts(size));
}

/// A window's place in the grid of windows.
struct Place
{
    int row = 0;
    int column = 0;

    /// Of which grids it is a part: of all whose spacing is up to 2 to the power of this.
    int level() const { return std::countr_zero(unsigned(row | column)); }
};

/// All places, a coarse grid first, then those between, and so on. The first is {0, 0}.
std::vector<Place> coarseFirst(int rows, int columns)
{
    std::vector<Place> places;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            places.push_back({row, column});
    }
    std::stable_sort(
        places.begin(), places.end(), [](const Place &a, const Place &b) { return a.level() > b.level(); });
    return places;
}

/// Cut off at the picture's edges.
std::vector<Window> windowsOf(InputSize size, const OcclusionOptions &options)
{
    std::vector<Window> windows;
    const int rows = windowsAlong(size.height, options.window, options.stride);
    const int columns = windowsAlong(size.width, options.window, options.stride);
    for (const Place &place : coarseFirst(rows, columns)) {
        const int x = place.column * options.stride;
        const int y = place.row * options.stride;
        windows.push_back(
            {x, y, std::min(options.window, size.width - x), std::min(options.window, size.height - y)});
    }
    return windows;
}

/// The part of pictures …×H×W that a window shows.
at::Tensor under(const Window &window, const at::Tensor &pictures)
{
    return pictures.narrow(-2, window.y, window.height).narrow(-1, window.x, window.width);
}

} // namespace

struct OcclusionRun::State
{
    State(const Network &net, Photo seen, const OcclusionOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , batch(picturesAStep(net.info()))
        , windows(windowsOf({photo.input.width, photo.input.height}, options))
        , sums(std::size_t(photo.input.width) * std::size_t(photo.input.height), 0.0)
        , counts(sums.size(), 0)
    {
    }

    const Network &network;
    Photo photo;
    OcclusionOptions options;
    Batch batch; ///< windows a step
    std::vector<Window> windows; ///< in the order in which they are filled
    std::vector<double> sums; ///< of each pixel, over the windows done that cover it
    std::vector<int> counts; ///< of those windows
    int done = 0;

    // From the first step on:
    at::Tensor original; ///< 1×3×H×W; undefined before
    at::Tensor fill; ///< the same size
    double whole = 0; ///< the photo's own score
    ScoreFunction score;
    Notes notes;

    void prepare();
    at::Tensor occluded(int count) const;
    void fillWindows();
    void add(const Window &window, double fall);
    bool isComplete() const { return done == int(windows.size()); }
};

void OcclusionRun::State::prepare()
{
    const at::Tensor picture = inputTensor(network, photo);
    fill = inputTensor(network, baselineOf(toMap(picture), options.fill, options.seed));
    const at::Tensor logits = network.logits(picture);
    score = scoreFunction(network, options.target, photo, logits, notes);
    whole = score.ofPhoto;
    original = picture;
}

/// The photo with each of the next windows filled, count×3×H×W.
at::Tensor OcclusionRun::State::occluded(int count) const
{
    at::Tensor pictures = original.repeat({count, 1, 1, 1});
    for (int i = 0; i < count; ++i) {
        const Window &window = windows[std::size_t(done + i)];
        under(window, pictures[i]).copy_(under(window, fill[0]));
    }
    return pictures;
}

void OcclusionRun::State::fillWindows()
{
    const int count = std::min<int>(batch, int(windows.size()) - done);
    const at::Tensor scores = score(network.logits(occluded(count)));
    const std::vector<double> values = toMap(scores.view({1, 1, count})).values;
    requireFinite(values, Phrase::Logits);
    for (const double value : values)
        add(windows[std::size_t(done++)], whole - value);
}

void OcclusionRun::State::add(const Window &window, double fall)
{
    for (int y = window.y; y < window.y + window.height; ++y) {
        for (int x = window.x; x < window.x + window.width; ++x) {
            const std::size_t pixel = std::size_t(y) * std::size_t(photo.input.width) + std::size_t(x);
            sums[pixel] += fall;
            ++counts[pixel];
        }
    }
}

OcclusionRun::OcclusionRun(const Network &network, Photo photo, const OcclusionOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

OcclusionRun::~OcclusionRun() = default;

bool OcclusionRun::step()
{
    State &state = *m_state;
    if (!state.original.defined())
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.batch, [&state] { state.fillWindows(); });
    return !state.isComplete();
}

Progress OcclusionRun::progress() const { return {m_state->done, int(m_state->windows.size())}; }

Attribution OcclusionRun::result() const
{
    const State &state = *m_state;
    Attribution result;
    result.map = {1, state.photo.input.height, state.photo.input.width, {}};
    std::transform(state.sums.begin(), state.sums.end(), state.counts.begin(),
        std::back_inserter(result.map.values),
        [](double sum, int count) { return sum / std::max(count, 1); });
    result.meaning = OcclusionOptions::traits.meaning;
    result.target = state.score.target;
    result.notes = state.notes;
    if (!state.isComplete())
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
