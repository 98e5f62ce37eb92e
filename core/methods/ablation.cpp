#include "core/methods/ablation.h"

#include "core/engine/superpixelpasses.h"
#include "core/engine/tensors.h"
#include "core/explain/check.h"

#include <algorithm>

namespace convscope {

struct AblationRun::State
{
    State(const Network &network, Photo photo, const AblationOptions &asked)
        : options(asked)
        , passes(network, std::move(photo), asked.target, Score::Logits)
    {
    }

    AblationOptions options;
    SuperpixelPasses passes; ///< the photo, then one row a superpixel
    void prepare();
    int count() const { return passes.segments().count; }
    int done() const { return std::max(0, passes.shown() - 1); }
    bool isComplete() const { return passes.shown() == 1 + count(); }
    std::vector<ClassWeights> weights() const;
};

void AblationRun::State::prepare()
{
    const Image &picture = passes.photo().input;
    const Segmentation segments = slic(picture, options.slic);
    passes.begin(segments, hiddenPicture(picture, segments, options.fill));
    std::vector<std::uint8_t> row(std::size_t(segments.count), 1);
    passes.add(row);
    for (std::uint8_t &superpixel : row) {
        superpixel = 0;
        passes.add(row);
        superpixel = 1;
    }
}

/// Of the superpixels done, one a column.
std::vector<ClassWeights> AblationRun::State::weights() const
{
    std::vector<ClassWeights> weights;
    for (int column = 0; column < passes.columns(); ++column) {
        std::vector<double> falls;
        for (int row = 1; row < passes.shown(); ++row)
            falls.push_back(passes.scoreOf(0, column) - passes.scoreOf(row, column));
        weights.push_back({column, {}, sortedWeights(falls, {})});
    }
    return weights;
}

AblationRun::AblationRun(const Network &network, Photo photo, const AblationOptions &options)
{
    checkOptions(options);
    checkTarget(options.target, network.info().classCount);
    m_state = std::make_unique<State>(network, std::move(photo), options);
}

AblationRun::~AblationRun() = default;

bool AblationRun::step()
{
    State &state = *m_state;
    translated([&state] {
        if (!state.passes.hasBegun())
            state.prepare();
        state.passes.show(1 + state.count());
    });
    return !state.isComplete();
}

Progress AblationRun::progress() const { return {m_state->done(), m_state->count()}; }

SuperpixelWeights AblationRun::result() const
{
    const State &state = *m_state;
    SuperpixelWeights result = state.passes.answer(state.weights());
    result.marking = state.options.marking;
    if (!state.isComplete())
        result.notes.push_back(Note::StoppedEarly);
    return result;
}

} // namespace convscope
