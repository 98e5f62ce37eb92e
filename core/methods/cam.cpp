#include "core/methods/cam.h"

#include "core/engine/batch.h"
#include "core/engine/cammaps.h"
#include "core/engine/layergradient.h"
#include "core/engine/outputs.h"
#include "core/engine/scorefunction.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

namespace {

/// Whether the kind takes it that nothing in a layer's maps is below 0.
bool isForPositiveMaps(CamKind kind)
{
    switch (kind) {
    case CamKind::GradPlusPlus:
    case CamKind::XGrad:
    case CamKind::Layer:
    case CamKind::Ablation:
        return true;
    default:
        return false;
    }
}

Batch rowsAStep(const Network &network, const CamOptions &options)
{
    return options.kind == CamKind::Ablation ? rowsAStep(network, options.layer)
                                             : picturesAStep(network.info());
}

/// The channels of maps K×h×w by falling mean.
std::vector<std::int64_t> strongestFirst(const at::Tensor &maps)
{
    const std::vector<double> means = toMap(maps.mean({1, 2}, /*keepdim=*/true)).values;
    std::vector<std::int64_t> order(means.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&means](std::int64_t a, std::int64_t b) { return means[std::size_t(a)] > means[std::size_t(b)]; });
    return order;
}

/// Each of the maps K×h×w as a mask in [0, 1] of the picture's size. A constant one is 0.
at::Tensor masksOf(const at::Tensor &maps, std::int64_t height, std::int64_t width)
{
    const at::Tensor stretched =
        at::upsample_bilinear2d(maps.unsqueeze(0), {height, width}, /*align_corners=*/true).squeeze(0);
    const at::Tensor min = stretched.amin({1, 2}, /*keepdim=*/true);
    const at::Tensor max = stretched.amax({1, 2}, /*keepdim=*/true);
    return (stretched - min) / (max - min + 1e-8);
}

/// e^s, divided by their sum.
std::vector<double> softmaxOf(std::vector<double> scores)
{
    const double max = *std::ranges::max_element(scores);
    for (double &score : scores)
        score = std::exp(score - max);
    const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
    for (double &score : scores)
        score /= sum;
    return scores;
}

} // namespace

struct CamRun::State
{
    State(const Network &net, Photo seen, const CamOptions &asked)
        : network(net)
        , photo(std::move(seen))
        , options(asked)
        , total(runsAgain(asked.kind) ? net.info().layers[std::size_t(asked.layer)].channels.value() : 1)
        , rows(rowsAStep(net, asked))
    {
        answer.meaning = asked.meaning();
    }

    const Network &network;
    Photo photo;
    CamOptions options;
    int total; ///< channels, where the network runs again for each
    Batch rows; ///< channels that share a step
    int done = 0;

    // From the first step on:
    at::Tensor maps; ///< K×h×w, in double; undefined before
    Attribution answer; ///< its map only where the network does not run again

    // Where the network runs again:
    at::Tensor picture; ///< 1×3×H×W
    at::Tensor given; ///< the maps as the layer gave them, 1×K×h×w
    ScoreFunction score;
    double whole = 0; ///< the photo's own score
    std::vector<std::int64_t> order; ///< of the channels
    std::vector<double> scores; ///< of those done, in that order

    void prepare();
    void prepareByGradient();
    void runOnce();
    void setMap(const at::Tensor &map);
    void addScores();
    at::Tensor scoresUnderMasks(const std::vector<std::int64_t> &channels) const;
    at::Tensor scoresWithout(const std::vector<std::int64_t> &channels) const;
    std::vector<double> weights() const;
    at::Tensor mapSoFar() const;
    bool isComplete() const { return done == total; }
};

void CamRun::State::prepare()
{
    if (needsGradient(options.kind))
        prepareByGradient();
    else
        runOnce();
    if (isForPositiveMaps(options.kind) && maps.min().item<double>() < 0)
        answer.notes.push_back(Note::MapsBelowZero);
    if (isAboutNoClass(options.kind))
        answer.notes.push_back(Note::AboutNoClass);
    done = runsAgain(options.kind) ? 0 : 1;
}

void CamRun::State::prepareByGradient()
{
    const LayerGradients found = layerGradients(network, photo, options.target, {options.layer});
    const LayerGradient &layer = found.layers.front();
    answer.target = found.target;
    answer.notes = found.notes;
    maps = layer.mapsInDouble();
    setMap(camOf(options.kind, maps, layer.gradientInDouble()));
    noteEmptiness(layer, answer.map, answer.meaning, answer.notes);
}

/// Without gradients.
void CamRun::State::runOnce()
{
    picture = inputTensor(network, photo);
    const Outputs outputs = network.run(picture, {options.layer});
    score = scoreFunction(network, options.target, photo, outputs.logits, answer.notes);
    answer.target = score.target;
    given = outputs.layers.front();
    const at::Tensor found = given.squeeze(0).to(at::kDouble);
    requireFinite(toMap(found).values, Phrase::ActivationMap);
    if (isAboutNoClass(options.kind)) {
        setMap(camOf(options.kind, found, {}));
        noteEmptiness(answer.map, answer.meaning, answer.notes);
    } else {
        whole = score.ofPhoto;
        order = strongestFirst(found);
        if (options.kind == CamKind::Ablation && whole <= 0)
            answer.notes.push_back(Note::ScoreNotAboveZero);
    }
    maps = found;
}

void CamRun::State::setMap(const at::Tensor &map)
{
    answer.map = toMap(map.unsqueeze(0));
    requireFinite(answer.map.values, Phrase::ActivationMap);
}

/// Of as many channels as share a step.
void CamRun::State::addScores()
{
    const auto begin = order.begin() + done;
    const std::vector<std::int64_t> channels(begin, begin + std::min<int>(rows, total - done));
    const at::Tensor found =
        options.kind == CamKind::Score ? scoresUnderMasks(channels) : scoresWithout(channels);
    const std::vector<double> values = toMap(found.view({1, 1, -1})).values;
    requireFinite(values, Phrase::Logits);
    scores.insert(scores.end(), values.begin(), values.end());
    done += int(channels.size());
}

at::Tensor CamRun::State::scoresUnderMasks(const std::vector<std::int64_t> &channels) const
{
    const at::Tensor chosen =
        maps.index_select(0, sent(at::tensor(channels, at::kLong), maps.options().dtype(at::kLong)));
    const at::Tensor masks = masksOf(chosen, picture.size(2), picture.size(3)).to(picture.options());
    return score(network.logits(picture * masks.unsqueeze(1)));
}

at::Tensor CamRun::State::scoresWithout(const std::vector<std::int64_t> &channels) const
{
    const at::Tensor changed = given.repeat({std::int64_t(channels.size()), 1, 1, 1});
    for (std::size_t i = 0; i < channels.size(); ++i)
        changed[std::int64_t(i)][channels[i]].zero_();
    return score(network.logitsBehind(options.layer, changed, picture));
}

/// Of the channels done.
std::vector<double> CamRun::State::weights() const
{
    if (options.kind == CamKind::Score)
        return softmaxOf(scores);
    std::vector<double> weights;
    const double size = whole == 0 ? 1 : std::abs(whole);
    for (const double without : scores)
        weights.push_back((whole - without) / size);
    return weights;
}

at::Tensor CamRun::State::mapSoFar() const
{
    const std::vector<std::int64_t> channels(order.begin(), order.begin() + done);
    const at::Tensor some =
        maps.index_select(0, sent(at::tensor(channels, at::kLong), maps.options().dtype(at::kLong)));
    return weightedSum(some, sent(at::tensor(weights(), at::kDouble), maps.options()));
}

CamRun::CamRun(const Network &network, Photo photo, const CamOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    checkFilter(network.info(), options.layer, 0);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

CamRun::~CamRun() = default;

bool CamRun::step()
{
    State &state = *m_state;
    if (!state.maps.defined())
        translated([&state] { state.prepare(); });
    else
        halvingBatch(state.rows, [&state] { state.addScores(); });
    return !state.isComplete();
}

Progress CamRun::progress() const { return {m_state->done, m_state->total}; }

Attribution CamRun::result() const
{
    const State &state = *m_state;
    Attribution result = state.answer;
    if (!runsAgain(state.options.kind))
        return result;
    result.map = translated([&state] { return toMap(state.mapSoFar().unsqueeze(0)); });
    noteEmptiness(result.map, result.meaning, result.notes);
    if (!state.isComplete())
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
