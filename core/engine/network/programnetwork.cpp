#include "core/engine/network/programnetwork.h"

#include "core/engine/network/answers.h"
#include "core/engine/network/programchain.h"
#include "core/engine/network/programinput.h"
#include "core/engine/network/programoutputs.h"
#include "core/engine/outputs.h"
#include "core/engine/tensors.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <map>
#include <optional>

namespace convscope {

namespace {

/// What was seen of a module when it ended for the last time in a run, as a hook that overwrites keeps it.
struct Watched
{
    int module = 0;
    int calls = 0;
    std::vector<std::int64_t> shape; ///< of its output, with the batch; empty where that is no tensor
};

/// Where autograd's graph begins.
enum class Begin
{
    None,
    Batch, ///< at what goes into the network
    Layers, ///< at the first of the layers that are asked for
};

/// Of what operators beside the modules give, only values of pictures are: none of shapes and places.
bool isWorthShowing(const ProgramModule &module, const at::Tensor &output)
{
    return !module.isOperator || (output.is_floating_point() && output.dim() > 1);
}

class ProgramNetwork : public Network
{
public:
    ProgramNetwork(std::unique_ptr<Program> program, NetworkInfo info, bool inputIsTold);

    const NetworkInfo &info() const override { return m_info; }
    Outputs run(const at::Tensor &batch, const std::vector<int> &layers, Until until) const override;
    Outputs runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const override;
    at::Tensor logitsBehind(int layer, const at::Tensor &maps, const at::Tensor &picture) const override;
    bool canBeginBehind(int layer) const override;
    at::Tensor activation(const at::Tensor &batch, int layer, int filter) const override;
    at::Tensor kernel(int layer, int filter) const override;
    Chain chain() const override;
    std::unique_ptr<Network> withRandomWeights(int modules, std::uint32_t seed) const override;

private:
    ProgramNetwork(std::unique_ptr<Program> program, const ProgramNetwork &like);

    at::Tensor probePictures(int count, InputSize size) const;
    void findInput(bool isTold);
    void takeToldPicture(const ToldPicture &told);
    void attempt(const ProgramInput &input);
    bool takesChannelsLast(const InputDescription &input) const;
    void chooseAnswer();
    void tryBatches();
    void readAnswers();
    void listLayers();
    at::Tensor answerIn(const ProgramOutputs &outputs, std::int64_t pictures) const;
    at::Tensor answer(const at::Tensor &batch) const;
    at::Tensor answers(const at::Tensor &batch) const;
    Outputs runOnce(const at::Tensor &batch, std::int64_t count, const std::vector<int> &layers, Until until,
        Begin begin) const;
    Outputs runParts(const at::Tensor &batch, const std::vector<int> &layers, Until until, Begin begin) const;
    ProgramOutputs runWith(const Watched &layer, const at::Tensor &maps, const at::Tensor &picture) const;
    template <typename Run> void forBatches(const at::Tensor &batch, Run &&run) const;

    std::unique_ptr<Program> m_program;
    NetworkInfo m_info;
    std::vector<Watched> m_watched; ///< of info().layers, in their order
    ProgramOutputs m_outputs; ///< of the last attempt, while the network is opened
    at::Tensor m_probed; ///< the answer to the first of the probe pictures, while the network is opened
    std::size_t m_output = 0; ///< which of the network's tensors holds its answer
    AnswerForm m_form = AnswerForm::Logits;
    int m_batch = 1; ///< pictures at once that it was seen to take
    bool m_takesAnyBatch = false; ///< or was written down for just so many
    mutable std::optional<Chain> m_chain; ///< once it was asked for
};

ProgramNetwork::ProgramNetwork(std::unique_ptr<Program> program, NetworkInfo info, bool inputIsTold)
    : m_program(std::move(program))
    , m_info(std::move(info))
{
    const c10::NoGradGuard noGrad;
    if (m_program->facts().wasTraining)
        m_info.notes.push_back(Note::NetworkWasTraining);
    findInput(inputIsTold);
    chooseAnswer();
    tryBatches();
    readAnswers();
    settleClassNames(m_info, m_program->facts().classNames);
    constexpr int imagenetClasses = 1000;
    if (!inputIsTold && m_info.classCount == imagenetClasses)
        m_info.notes.push_back(Note::MayWantImageNet);
    listLayers();
}

/// One that differs from another network in its weights alone.
ProgramNetwork::ProgramNetwork(std::unique_ptr<Program> program, const ProgramNetwork &like)
    : m_program(std::move(program))
    , m_info(like.m_info)
    , m_watched(like.m_watched)
    , m_output(like.m_output)
    , m_form(like.m_form)
    , m_batch(like.m_batch)
    , m_takesAnyBatch(like.m_takesAnyBatch)
{
}

/// Pictures without two equal pixels next to each other, the same in every run: multiples of the golden
/// ratio.
at::Tensor ProgramNetwork::probePictures(int count, InputSize size) const
{
    constexpr double step = 0.6180339887498949;
    const auto type = m_info.precision == Precision::Float64 ? at::kDouble : at::kFloat;
    const std::int64_t values = std::int64_t(count) * 3 * size.height * size.width;
    return at::arange(values, at::kDouble)
        .mul(step)
        .frac()
        .view({count, 3, size.height, size.width})
        .to(at::TensorOptions().dtype(type).device(at::Device(m_info.device)));
}

/// Takes the input that is told, or the file's own, or the first that the network runs on.
void ProgramNetwork::findInput(bool isTold)
{
    const ToldPicture &told = m_program->facts().told;
    if (told.channelsLast)
        m_info.notes.push_back(Note::ChannelsComeLast);
    if (!isTold)
        takeToldPicture(told);
    if (!isTold && m_program->facts().takesBytes) {
        m_info.input.mean = {0, 0, 0};
        m_info.input.deviation = {1. / 255, 1. / 255, 1. / 255};
        m_info.notes.push_back(Note::TakesBytes);
    }
    const InputDescription usual = m_info.input;
    const InputSearch search(
        *m_program, [this](const ProgramInput &input) { attempt(input); },
        [this](const InputDescription &input) { return takesChannelsLast(input); });
    const bool mayBeTurned = isTold && search.mayBeTurned(usual);
    const ProgramInput found = isTold ? search.told(usual) : search.guessed(usual);
    if (m_info.input != usual)
        m_info.notes.push_back(Note::InputGuessed);
    if (mayBeTurned)
        m_info.notes.push_back(
            {Note::SidesMayBeSwapped, {std::to_string(usual.size.width), std::to_string(usual.size.height)}});
    if (found.batch > 1)
        m_info.notes.push_back({Note::WrittenForBatch, {std::to_string(found.batch)}});
}

/// Prepares photos as the network's file says, as far as it does.
void ProgramNetwork::takeToldPicture(const ToldPicture &told)
{
    if (told.channels == 1) {
        m_info.input.channels = InputDescription::Channels::Gray;
        for (std::vector<double> *each : {&m_info.input.mean, &m_info.input.deviation}) // of all alike
            each->resize(std::min<std::size_t>(1, each->size()));
    }
    if (!told.size || std::max(told.size->width, told.size->height) > longestInputSide)
        return;
    m_info.input.size = *told.size;
    m_info.notes.push_back(
        {Note::SizeFromFile, {std::to_string(told.size->width), std::to_string(told.size->height)}});
}

/// Runs the network on a picture of that kind, and keeps what it gives and what its modules do.
void ProgramNetwork::attempt(const ProgramInput &input)
{
    m_info.input = input.input;
    m_batch = input.batch;
    m_watched.clear();
    std::map<int, std::size_t> places;
    const Program::Seen seen = [&](int module, at::Tensor &output) {
        const auto [place, isNew] = places.try_emplace(module, m_watched.size());
        if (isNew)
            m_watched.push_back({module, 0, {}});
        Watched &watched = m_watched[place->second];
        ++watched.calls;
        const bool isShown =
            output.defined() && isWorthShowing(m_program->modules()[std::size_t(module)], output);
        watched.shape = isShown ? output.sizes().vec() : std::vector<std::int64_t>{};
        return true;
    };
    try {
        const at::Tensor pictures = probePictures(1, m_info.input.size).repeat({m_batch, 1, 1, 1});
        m_outputs = m_program->run(normalised(pictures, m_info.input), {seen});
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Internal)
            throw;
        const InputSize size = m_info.input.size;
        throw Error(ErrorKind::NetworkDoesNotRun, {},
            {std::to_string(size.width), std::to_string(size.height), error.values().front()});
    }
    chooseOutput(m_outputs, m_batch, m_info.input.output, m_info.input.classNames.size());
}

bool ProgramNetwork::takesChannelsLast(const InputDescription &input) const
{
    try {
        const at::Tensor values = normalised(probePictures(1, input.size), input).permute({0, 2, 3, 1});
        const ProgramOutputs outputs = m_program->run(values);
        return std::any_of(
            outputs.begin(), outputs.end(), [](const auto &output) { return holdsRows(output.second, 1); });
    } catch (const Error &) {
        return false;
    }
}

void ProgramNetwork::chooseAnswer()
{
    const ChosenOutput chosen =
        chooseOutput(m_outputs, m_batch, m_info.input.output, m_info.input.classNames.size());
    m_output = chosen.index;
    m_probed = answerIn(m_outputs, m_batch).narrow(0, 0, 1);
    m_outputs.clear();
    if (chosen.all.size() < 2)
        return;
    m_info.outputs = chosen.all;
    m_info.output = chosen.name;
    if (m_info.input.output.empty())
        m_info.notes.push_back({Note::SeveralOutputs, {chosen.name, namesOf(chosen.all)}});
}

/// Whether two pictures at once get the answers that they get alone. Tracing can write the number one down.
void ProgramNetwork::tryBatches()
{
    const at::Tensor pictures =
        probePictures(2, m_info.input.size).flip(0); // the second one's rows are asked
    const at::Tensor alone = m_probed;
    constexpr double rounding = 1e-3; // of float32, summed in another order
    const double largest = at::nan_to_num(alone, 0, 0, 0).abs().max().item<double>();
    const auto isSame = [&](const at::Tensor &other) { // NaN is the same as NaN, and infinity as infinity
        return other.sizes() == alone.sizes()
            && at::allclose(other, alone, 0, rounding * std::max(1.0, largest), /*equal_nan=*/true);
    };
    if (m_batch == 1) {
        try {
            m_takesAnyBatch = isSame(answer(pictures).narrow(0, 1, 1));
        } catch (const std::exception &) {
            m_takesAnyBatch = false;
        }
    }
    if (!m_takesAnyBatch && !isSame(answers(pictures).narrow(0, 1, 1)))
        throw Error(ErrorKind::NetworkRandom, {}, {"forward"});
}

/// What the numbers are that it gives.
void ProgramNetwork::readAnswers()
{
    const at::Tensor picture = probePictures(1, m_info.input.size);
    std::vector<at::Tensor> rows = {m_probed};
    const AnswerForm possible = formOf(rows.front());
    std::vector<at::Tensor> probes;
    if (possible != AnswerForm::Logits && possible != AnswerForm::OneLogit)
        probes = {1 - picture, 60 * picture, -60 * picture}; // far outside of a photo's range as well
    for (const at::Tensor &probe : probes) {
        try {
            rows.push_back(answers(probe));
        } catch (const std::exception &) { // looks at what it is given, and then tells less
        }
    }
    m_form = formOf(at::cat(rows));
    describeAnswers(m_info, m_form, int(rows.front().size(1)));
}

/// Leaf modules first, so that their numbers are the notebook's; then the blocks; then operators. Each in the
/// order in which they end.
void ProgramNetwork::listLayers()
{
    const std::vector<ProgramModule> &modules = m_program->modules();
    const auto rank = [&](const Watched &watched) {
        const ProgramModule &module = modules[std::size_t(watched.module)];
        return module.isOperator ? 2 : module.isLeaf ? 0 : 1;
    };
    std::stable_sort(m_watched.begin(), m_watched.end(),
        [&](const Watched &a, const Watched &b) { return rank(a) < rank(b); });
    std::erase_if(m_watched, [&](const Watched &watched) {
        return modules[std::size_t(watched.module)].isOperator && watched.shape.empty();
    });
    for (const Watched &watched : m_watched) {
        const ProgramModule &module = modules[std::size_t(watched.module)];
        Layer layer;
        layer.index = int(m_info.layers.size());
        layer.name = module.name;
        layer.kind = module.kind;
        layer.isBlock = !module.isLeaf;
        layer.isOperator = module.isOperator;
        layer.isReused = watched.calls > 1;
        layer.parameterCount = module.parameterCount;
        layer.geometry = module.geometry;
        if (!watched.shape.empty())
            layer.shape.assign(watched.shape.begin() + 1, watched.shape.end());
        const bool isOfPhotos = !watched.shape.empty() && watched.shape.front() == m_batch;
        if (isOfPhotos && (watched.shape.size() == 2 || watched.shape.size() == 4))
            layer.channels = int(watched.shape[1]);
        if (isOfPhotos && watched.shape.size() == 4) {
            layer.height = int(watched.shape[2]);
            layer.width = int(watched.shape[3]);
        }
        m_info.convolutions += module.isLeaf && module.kind == "Conv2d";
        m_info.layers.push_back(std::move(layer));
    }
    m_info.parameterCount = m_program->facts().parameterCount;
    m_info.kind = m_program->facts().kind;
    m_info.dataFiles = m_program->facts().dataFiles;
    std::vector<int> shown;
    for (const Watched &watched : m_watched)
        shown.push_back(watched.module);
    m_info.graph = m_program->nodes(shown);
}

/// As many pictures at once as the network takes, with the number of those that are the batch's: the last few
/// may need others beside them.
template <typename Run> void ProgramNetwork::forBatches(const at::Tensor &batch, Run &&run) const
{
    if (m_takesAnyBatch || batch.size(0) == m_batch) {
        run(batch, batch.size(0));
        return;
    }
    for (std::int64_t i = 0; i < batch.size(0); i += m_batch) {
        const std::int64_t count = std::min(std::int64_t(m_batch), batch.size(0) - i);
        at::Tensor some = batch.narrow(0, i, count);
        if (count < m_batch)
            some = at::cat({some, some.narrow(0, 0, 1).repeat({m_batch - count, 1, 1, 1})});
        run(some, count);
    }
}

/// The tensor that holds the answer, as it is, one row a picture.
at::Tensor ProgramNetwork::answerIn(const ProgramOutputs &outputs, std::int64_t pictures) const
{
    TORCH_CHECK(m_output < outputs.size(), "the network gives ", outputs.size(), " tensors now");
    return rowsOf(outputs[m_output].second, pictures);
}

at::Tensor ProgramNetwork::answer(const at::Tensor &batch) const
{
    return answerIn(m_program->run(normalised(batch, m_info.input)), batch.size(0));
}

at::Tensor ProgramNetwork::answers(const at::Tensor &batch) const
{
    std::vector<at::Tensor> rows;
    forBatches(batch, [&](const at::Tensor &some, std::int64_t count) {
        rows.push_back(answer(some).narrow(0, 0, count));
    });
    return at::cat(rows);
}

/// As many pictures as the network takes, of which the first `count` are wanted.
Outputs ProgramNetwork::runOnce(const at::Tensor &batch, std::int64_t count, const std::vector<int> &layers,
    Until until, Begin begin) const
{
    struct Wanted
    {
        int callsLeft = 0;
        at::Tensor output = {}; ///< of the last call
    };
    std::map<int, Wanted> wanted; // by module
    for (const int layer : layers)
        wanted[m_watched[std::size_t(layer)].module].callsLeft = m_watched[std::size_t(layer)].calls;
    const Program::Seen see = [&](int module, at::Tensor &output) {
        const auto found = wanted.find(module);
        if (found == wanted.end() || !output.defined())
            return true;
        at::Tensor &given = found->second.output;
        const std::int64_t others = output.size(0) - count; // below zero where its rows are no pictures
        given =
            (others > 0 ? output.narrow(0, 0, count) : output).clone(); // what comes later may work in place
        if (begin == Begin::Layers && given.is_floating_point() && !given.requires_grad())
            given.requires_grad_(true);
        if (begin != Begin::None) // what follows has a gradient by what is given
            output = others > 0 ? at::cat({given, output.narrow(0, count, others)}) : given.clone();
        --found->second.callsLeft;
        return until == Until::Logits
            || std::ranges::any_of(wanted, [](const auto &each) { return each.second.callsLeft > 0; });
    };
    std::vector<int> modules;
    for (const auto &[module, each] : wanted)
        modules.push_back(module);
    const ProgramOutputs given =
        m_program->run(normalised(batch, m_info.input), {see, modules, until == Until::Logits});
    Outputs outputs;
    for (const int layer : layers) {
        const at::Tensor &output = wanted.at(m_watched[std::size_t(layer)].module).output;
        TORCH_CHECK(output.defined(), "the layer did not run");
        outputs.layers.push_back(output);
    }
    if (until == Until::Logits)
        outputs.logits = logitsOf(answerIn(given, batch.size(0)).narrow(0, 0, count), m_form);
    return outputs;
}

Outputs ProgramNetwork::run(const at::Tensor &batch, const std::vector<int> &layers, Until until) const
{
    return runParts(batch, layers, until, batch.requires_grad() ? Begin::Batch : Begin::None);
}

Outputs ProgramNetwork::runFromLayers(const at::Tensor &picture, const std::vector<int> &layers) const
{
    return runParts(picture.detach(), layers, Until::Logits, Begin::Layers);
}

Outputs ProgramNetwork::runParts(
    const at::Tensor &batch, const std::vector<int> &layers, Until until, Begin begin) const
{
    return translated([&] {
        const c10::AutoGradMode mode(begin != Begin::None);
        std::vector<std::vector<at::Tensor>> parts(layers.size());
        std::vector<at::Tensor> logits;
        forBatches(batch, [&](const at::Tensor &some, std::int64_t count) {
            const Outputs outputs = runOnce(some, count, layers, until, begin);
            for (std::size_t i = 0; i < layers.size(); ++i)
                parts[i].push_back(outputs.layers[i]);
            if (until == Until::Logits)
                logits.push_back(outputs.logits);
        });
        const auto whole = [](const std::vector<at::Tensor> &some) {
            return some.size() == 1 ? some.front() : at::cat(some);
        };
        Outputs outputs;
        for (const std::vector<at::Tensor> &some : parts)
            outputs.layers.push_back(whole(some));
        if (until == Until::Logits)
            outputs.logits = whole(logits);
        return outputs;
    });
}

/// What the network gives for the picture where that layer gives these maps, as many as it takes.
ProgramOutputs ProgramNetwork::runWith(
    const Watched &layer, const at::Tensor &maps, const at::Tensor &picture) const
{
    const at::Tensor pictures = picture.detach().expand({maps.size(0), -1, -1, -1});
    int callsLeft = layer.calls;
    const Program::Seen see = [&](int module, at::Tensor &output) {
        if (module == layer.module && --callsLeft == 0) {
            TORCH_CHECK(output.defined() && output.sizes() == maps.sizes(), "the layer gave other maps");
            output = maps.clone(); // what comes later may work in place
        }
        return true;
    };
    return m_program->run(normalised(pictures, m_info.input), {see, std::vector{layer.module}});
}

at::Tensor ProgramNetwork::logitsBehind(int layer, const at::Tensor &maps, const at::Tensor &picture) const
{
    return translated([&] {
        const c10::AutoGradMode mode(maps.requires_grad());
        const Watched &watched = m_watched[std::size_t(layer)];
        std::vector<at::Tensor> logits;
        forBatches(maps, [&](const at::Tensor &some, std::int64_t count) {
            const ProgramOutputs given = canBeginBehind(layer) ? m_program->runBehind(watched.module, some)
                                                               : runWith(watched, some, picture);
            logits.push_back(logitsOf(answerIn(given, some.size(0)).narrow(0, 0, count), m_form));
        });
        return logits.size() == 1 ? logits.front() : at::cat(logits);
    });
}

bool ProgramNetwork::canBeginBehind(int layer) const
{
    return m_program->canBeginBehind(m_watched[std::size_t(layer)].module);
}

at::Tensor ProgramNetwork::activation(const at::Tensor &batch, int layer, int filter) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const Watched &watched = m_watched[std::size_t(layer)];
        std::vector<at::Tensor> maps;
        forBatches(batch, [&](const at::Tensor &some, std::int64_t count) {
            int callsLeft = watched.calls;
            at::Tensor map;
            const Program::Seen see = [&](int module, at::Tensor &output) {
                if (module != watched.module || !output.defined())
                    return true;
                map = output.select(1, filter).clone(); // what comes later may work in place
                return --callsLeft > 0;
            };
            m_program->run(
                normalised(some, m_info.input), {see, std::vector{watched.module}, /*toTheEnd=*/false});
            TORCH_CHECK(map.defined(), "the layer did not run");
            maps.push_back(map.narrow(0, 0, count));
        });
        return maps.size() == 1 ? maps.front() : at::cat(maps);
    });
}

at::Tensor ProgramNetwork::kernel(int layer, int filter) const
{
    return translated([&] {
        const at::Tensor weight = m_program->weightOf(m_watched[std::size_t(layer)].module);
        return weight.defined() ? weight[filter] : weight;
    });
}

Chain ProgramNetwork::chain() const
{
    if (!m_chain)
        m_chain = translated([&] {
            const at::Tensor pictures = probePictures(1, m_info.input.size).repeat({m_batch, 1, 1, 1});
            return programChain(*m_program, normalised(pictures, m_info.input), m_output, m_form);
        });
    return *m_chain;
}

std::unique_ptr<Network> ProgramNetwork::withRandomWeights(int modules, std::uint32_t seed) const
{
    std::unique_ptr<Program> drawn = translated([&] { return m_program->withRandomWeights(modules, seed); });
    if (!drawn)
        return Network::withRandomWeights(modules, seed);
    return std::unique_ptr<Network>(new ProgramNetwork(std::move(drawn), *this));
}

} // namespace

std::unique_ptr<Network> openProgram(std::unique_ptr<Program> program, NetworkInfo info, bool inputIsTold)
{
    return std::make_unique<ProgramNetwork>(std::move(program), std::move(info), inputIsTold);
}

} // namespace convscope
