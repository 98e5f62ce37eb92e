#include "core/network/scriptnetwork.h"

#include "core/error.h"
#include "core/internal/tensors.h"
#include "core/network/statedict.h"
#include "core/network/torchscript.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

/// What was seen of a module when it ended for the last time in a run, as a hook that overwrites keeps it.
struct Watched
{
    int module = 0;
    int calls = 0;
    std::vector<std::int64_t> shape; ///< of its output, with the batch; empty where that is no tensor
};

class ScriptNetwork : public Network
{
public:
    ScriptNetwork(ScriptProgram program, NetworkInfo info, bool inputIsTold);

    const NetworkInfo &info() const override { return m_info; }
    at::Tensor logits(const at::Tensor &batch) const override;
    at::Tensor activation(const at::Tensor &batch, int layer, int filter) const override;
    at::Tensor activations(const at::Tensor &batch, int layer) const override;
    at::Tensor kernel(int layer, int filter) const override;

private:
    at::Tensor probePictures(int count) const;
    std::vector<InputDescription> inputsToTry() const;
    std::vector<at::Tensor> findInput();
    std::vector<at::Tensor> watch(const at::Tensor &batch);
    void chooseOutput(const std::vector<at::Tensor> &outputs);
    void tryBatches();
    void listLayers();
    at::Tensor answer(const at::Tensor &batch) const;
    at::Tensor outputOf(
        const at::Tensor &batch, const Watched &watched, const std::optional<int> &filter) const;
    template <typename Run> at::Tensor inBatches(const at::Tensor &batch, Run &&run) const;

    ScriptProgram m_program;
    NetworkInfo m_info;
    std::vector<Watched> m_watched; ///< of info().layers, in their order
    std::size_t m_output = 0; ///< which of the network's tensors holds its answer
    bool m_softmaxInside = false;
    bool m_takesBatches = true; ///< or was written down for one picture
};

ScriptNetwork::ScriptNetwork(ScriptProgram program, NetworkInfo info, bool inputIsTold)
    : m_program(std::move(program))
    , m_info(std::move(info))
{
    const c10::NoGradGuard noGrad;
    if (m_program.wasTraining())
        m_info.notes.push_back(Note::NetworkWasTraining);
    chooseOutput(inputIsTold ? watch(probePictures(1)) : findInput());
    settleClassNames(m_info);
    constexpr int imagenetClasses = 1000;
    if (!inputIsTold && m_info.classCount == imagenetClasses)
        m_info.notes.push_back(Note::MayWantImageNet);
    tryBatches();
    listLayers();
}

/// Pictures without two equal pixels next to each other, the same in every run: multiples of the golden
/// ratio.
at::Tensor ScriptNetwork::probePictures(int count) const
{
    constexpr double step = 0.6180339887498949;
    const auto type = m_info.precision == Precision::Float64 ? at::kDouble : at::kFloat;
    const InputSize size = m_info.input.size;
    const std::int64_t values = std::int64_t(count) * 3 * size.height * size.width;
    return at::arange(values, at::kDouble)
        .mul(step)
        .frac()
        .view({count, 3, size.height, size.width})
        .to(at::TensorOptions().dtype(type).device(at::Device(m_info.device)));
}

/// The notebook's first, then the sizes that networks are trained at, the likelier first.
std::vector<InputDescription> ScriptNetwork::inputsToTry() const
{
    InputDescription input = m_info.input;
    const std::vector<ScriptModule> &modules = m_program.modules();
    const auto first = std::find_if(
        modules.begin(), modules.end(), [](const ScriptModule &module) { return !module.weight.empty(); });
    if (first != modules.end()) {
        const std::int64_t channels = m_program.weightOf(int(first - modules.begin())).size(1);
        if (channels != 1 && channels != 3)
            throw Error(ErrorKind::NotAClassifier, {},
                {"it takes pictures of " + std::to_string(channels) + " channels"});
        if (channels == 1)
            input.channels = InputDescription::Channels::Gray;
    }
    std::vector<InputDescription> inputs = {input};
    for (const int side : {224, 32, 28, 299, 64, 96, 160, 192, 256, 384, 512}) {
        input.size = {side, side};
        inputs.push_back(input);
    }
    return inputs;
}

/// Takes the first input that the network runs on. Returns what it gives then.
std::vector<at::Tensor> ScriptNetwork::findInput()
{
    const InputDescription usual = m_info.input;
    std::optional<Error> reason;
    for (const InputDescription &input : inputsToTry()) {
        try {
            m_info.input = input;
            const std::vector<at::Tensor> outputs = watch(probePictures(1));
            if (input != usual)
                m_info.notes.push_back(Note::InputGuessed);
            return outputs;
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::NetworkDoesNotRun)
                throw;
            if (!reason)
                reason = error;
        }
    }
    throw *reason;
}

std::vector<at::Tensor> ScriptNetwork::watch(const at::Tensor &batch)
{
    m_watched.clear();
    std::map<int, std::size_t> places;
    const ScriptProgram::Seen seen = [&](int module, const at::Tensor &output) {
        const auto [place, isNew] = places.try_emplace(module, m_watched.size());
        if (isNew)
            m_watched.push_back({module, 0, {}});
        Watched &watched = m_watched[place->second];
        ++watched.calls;
        watched.shape = output.defined() ? output.sizes().vec() : std::vector<std::int64_t>{};
        return true;
    };
    try {
        return m_program.run(normalised(batch, m_info.input), seen);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Internal)
            throw;
        throw Error(ErrorKind::NetworkDoesNotRun, {}, {sizeText(m_info.input.size), error.values().front()});
    }
}

/// The first tensor that looks like logits: one row for the one picture, of at least two real numbers.
void ScriptNetwork::chooseOutput(const std::vector<at::Tensor> &outputs)
{
    const auto found = std::find_if(outputs.begin(), outputs.end(), [](const at::Tensor &tensor) {
        return tensor.dim() == 2 && tensor.size(0) == 1 && tensor.size(1) >= 2 && tensor.is_floating_point();
    });
    if (found == outputs.end()) {
        throw Error(ErrorKind::NotAClassifier, {},
            {outputs.empty() ? "it gives no tensor"
                             : "it gives a tensor of shape " + shapeText(outputs.front().sizes().vec())});
    }
    m_output = std::size_t(found - outputs.begin());
    m_info.classCount = int(found->size(1));
    if (outputs.size() > 1)
        m_info.notes.push_back(Note::SeveralOutputs);
    constexpr double rounding = 1e-4;
    m_softmaxInside =
        found->min().item<double>() >= 0 && std::abs(found->sum().item<double>() - 1) < rounding;
    if (m_softmaxInside)
        m_info.notes.push_back(Note::SoftmaxInside);
}

/// Whether two pictures at once get the answers that they get alone. Tracing can write the number one down.
void ScriptNetwork::tryBatches()
{
    const at::Tensor pictures = probePictures(2);
    const at::Tensor alone = answer(pictures.narrow(0, 0, 1));
    const auto isSame = [&](const at::Tensor &other) {
        constexpr double rounding = 1e-3; // of float32, summed in another order
        return other.sizes() == alone.sizes()
            && (other - alone).abs().max().item<double>()
            <= rounding * std::max(1.0, alone.abs().max().item<double>());
    };
    try {
        const at::Tensor both = answer(pictures);
        m_takesBatches = both.dim() == 2 && both.size(0) == 2 && isSame(both.narrow(0, 0, 1));
    } catch (const std::exception &) {
        m_takesBatches = false;
    }
    if (!m_takesBatches && !isSame(answer(pictures.narrow(0, 0, 1))))
        throw Error(ErrorKind::NetworkRandom, {}, {"forward"});
}

/// Leaf modules first, so that their numbers are the notebook's; then the blocks. Each in the order in which
/// they end.
void ScriptNetwork::listLayers()
{
    const std::vector<ScriptModule> &modules = m_program.modules();
    std::stable_partition(m_watched.begin(), m_watched.end(),
        [&](const Watched &watched) { return modules[std::size_t(watched.module)].isLeaf; });
    for (const Watched &watched : m_watched) {
        const ScriptModule &module = modules[std::size_t(watched.module)];
        Layer layer;
        layer.index = int(m_info.layers.size());
        layer.name = module.name;
        layer.kind = module.kind;
        layer.isBlock = !module.isLeaf;
        layer.isReused = watched.calls > 1;
        layer.parameterCount = module.parameterCount;
        if (!watched.shape.empty())
            layer.shape.assign(watched.shape.begin() + 1, watched.shape.end());
        if (watched.shape.size() == 2 || watched.shape.size() == 4)
            layer.channels = int(watched.shape[1]);
        if (watched.shape.size() == 4) {
            layer.height = int(watched.shape[2]);
            layer.width = int(watched.shape[3]);
        }
        m_info.convolutions += module.isLeaf && module.kind == "Conv2d";
        m_info.layers.push_back(std::move(layer));
    }
    m_info.parameterCount = m_program.parameterCount();
    m_info.kind = m_program.kind();
}

template <typename Run> at::Tensor ScriptNetwork::inBatches(const at::Tensor &batch, Run &&run) const
{
    if (m_takesBatches || batch.size(0) == 1)
        return run(batch);
    std::vector<at::Tensor> rows;
    for (std::int64_t i = 0; i < batch.size(0); ++i)
        rows.push_back(run(batch.narrow(0, i, 1)));
    return at::cat(rows);
}

/// The tensor that holds the answer, as it is.
at::Tensor ScriptNetwork::answer(const at::Tensor &batch) const
{
    const std::vector<at::Tensor> outputs = m_program.run(normalised(batch, m_info.input));
    TORCH_CHECK(m_output < outputs.size(), "the network gives ", outputs.size(), " tensors now");
    return outputs[m_output];
}

at::Tensor ScriptNetwork::logits(const at::Tensor &batch) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const at::Tensor values = inBatches(batch, [this](const at::Tensor &one) { return answer(one); });
        if (!m_softmaxInside)
            return values;
        // softmax(log p) = p, so log p are logits of the same answer.
        constexpr double smallest = 1e-37; // of which float32 has a logarithm
        return values.clamp_min(smallest).log();
    });
}

/// The output of a module, or one filter of it; nothing runs after that.
at::Tensor ScriptNetwork::outputOf(
    const at::Tensor &batch, const Watched &watched, const std::optional<int> &filter) const
{
    at::Tensor result;
    int calls = 0;
    m_program.run(normalised(batch, m_info.input), [&](int module, const at::Tensor &output) {
        if (module != watched.module || !output.defined())
            return true;
        result = (filter ? output.select(1, *filter) : output).clone(); // what comes later may work in place
        return ++calls < watched.calls;
    });
    TORCH_CHECK(result.defined(), "the layer did not run");
    return result;
}

at::Tensor ScriptNetwork::activation(const at::Tensor &batch, int layer, int filter) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const Watched &watched = m_watched[std::size_t(layer)];
        return inBatches(batch, [&](const at::Tensor &one) { return outputOf(one, watched, filter); });
    });
}

at::Tensor ScriptNetwork::activations(const at::Tensor &batch, int layer) const
{
    return translated([&] {
        const c10::AutoGradMode mode(batch.requires_grad());
        const Watched &watched = m_watched[std::size_t(layer)];
        return inBatches(batch, [&](const at::Tensor &one) { return outputOf(one, watched, std::nullopt); });
    });
}

at::Tensor ScriptNetwork::kernel(int layer, int filter) const
{
    return translated([&] {
        const at::Tensor weight = m_program.weightOf(m_watched[std::size_t(layer)].module);
        return weight.defined() ? weight[filter] : weight;
    });
}

} // namespace

std::unique_ptr<Network> openScript(NetworkInfo info, bool inputIsTold)
{
    if (info.precision == Precision::Preview) // not every operator has it, and a program may name its types
        throw Error(ErrorKind::PreviewUnavailable);
    ScriptProgram program(info.file, info.device, info.precision);
    return std::make_unique<ScriptNetwork>(std::move(program), std::move(info), inputIsTold);
}

} // namespace convscope
