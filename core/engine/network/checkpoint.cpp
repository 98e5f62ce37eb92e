#include "core/engine/network/checkpoint.h"

#include "core/engine/network/answers.h"
#include "core/engine/network/architecture.h"
#include "core/engine/network/classifier.h"
#include "core/engine/network/readtensors.h"
#include "core/engine/network/statedict.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace convscope {

namespace {

/// What the layers need, in the type and on the device where they compute.
std::map<std::string, at::Tensor> layerTensors(
    const StateDict &stored, const ReadEntry &read, const at::TensorOptions &options)
{
    const c10::NoGradGuard noGrad;
    StateDict wanted;
    for (const auto &[name, tensor] : stored) {
        if (isFloating(tensor.type) && !isEmpty(tensor)) // num_batches_tracked is for training only
            wanted.emplace(name, tensor);
    }
    std::map<std::string, at::Tensor> tensors = readTensors(wanted, read);
    for (auto &[name, tensor] : tensors)
        tensor = tensor.contiguous().to(options, /*non_blocking=*/false, /*copy=*/true);
    return tensors;
}

void describe(NetworkInfo &info, const std::vector<PlannedLayer> &plan,
    const std::map<std::string, at::Tensor> &tensors)
{
    const Modules modules = info.input.modules.value_or(Modules());
    for (const PlannedLayer &planned : plan) {
        Layer layer;
        layer.index = int(info.layers.size());
        layer.name = planned.name;
        layer.kind = name(planned.kind, modules, planned.height > 0);
        layer.channels = planned.channels;
        layer.shape = {planned.channels};
        if (planned.height > 0) {
            layer.shape = {planned.channels, planned.height, planned.width};
            layer.height = planned.height;
            layer.width = planned.width;
        }
        if (planned.kernel > 0) {
            const int stride = planned.kind == PlannedLayer::Kind::Conv2d ? 1 : planned.kernel;
            layer.geometry = {{planned.kernel, planned.kernel}, {stride, stride},
                {planned.padding, planned.padding}, {1, 1}};
        }
        for (const char *parameter : {".weight", ".bias"}) {
            const auto found = tensors.find(planned.name + parameter);
            layer.parameterCount += found == tensors.end() ? 0 : found->second.numel();
        }
        info.parameterCount += layer.parameterCount;
        info.convolutions += planned.kind == PlannedLayer::Kind::Conv2d;
        info.layers.push_back(std::move(layer));
    }
    info.classCount = plan.back().channels;
    if (info.classCount == 1)
        describeAnswers(info, AnswerForm::OneLogit, 1);
    info.kind = "Classifier";
}

std::string joined(const std::vector<std::string> &names)
{
    constexpr std::size_t maxNamed = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), maxNamed); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > maxNamed ? text + ", …" : text;
}

/// What was taken of the file, and what was not.
void noteChoice(NetworkInfo &info, const StoredWeights &weights)
{
    const auto usual = {"", "model_state_dict", "state_dict", "model", "net"};
    if (!weights.others.empty() || std::find(usual.begin(), usual.end(), weights.place) == usual.end())
        info.notes.push_back({Note::WeightsChosen, {weights.place, joined(weights.others)}});
    if (!weights.ignored.empty())
        info.notes.push_back({Note::TensorsIgnored, {joined(weights.ignored)}});
}

/// What a checkpoint does not tell, unless somebody has.
void noteModules(NetworkInfo &info)
{
    const Modules assumed;
    if (!info.input.modules)
        info.notes.push_back(
            {Note::ModulesAssumed, {moduleName(assumed.activation), moduleName(assumed.pool)}});
}

/// The layers, for an input that is told or found.
std::vector<PlannedLayer> planFor(NetworkInfo &info, const StateDict &weights, bool inputIsTold)
{
    using Channels = InputDescription::Channels;
    InputDescription &input = info.input;
    const std::optional<int> channels = pictureChannels(weights);
    if (channels == 1 && input.channels != Channels::Gray && !inputIsTold) {
        input.channels = Channels::Gray;
        info.notes.push_back(Note::GrayFromWeights);
    }
    const bool isGray = input.channels == Channels::Gray;
    if (channels && isGray != (*channels == 1) && (*channels == 1 || *channels == 3))
        throw Error(ErrorKind::NetworkDoesNotRun, {},
            {std::to_string(input.size.width), std::to_string(input.size.height)},
            isGray ? Phrase::TakesThreeChannels : Phrase::TakesOneChannel);
    const int taken = isGray ? 1 : 3;
    try {
        return planLayers(weights, input.size, taken);
    } catch (const Error &error) {
        const std::optional<InputSize> fitting =
            error.kind() == ErrorKind::NetworkShapesDoNotFit ? fittingSize(weights, taken) : std::nullopt;
        if (!fitting)
            throw;
        if (inputIsTold)
            throw Error(ErrorKind::NetworkTakesOtherSize, {},
                {std::to_string(input.size.width), std::to_string(input.size.height),
                    std::to_string(fitting->width), std::to_string(fitting->height)});
        input.size = *fitting;
        info.notes.push_back(
            {Note::SizeFromWeights, {std::to_string(fitting->width), std::to_string(fitting->height)}});
        return planLayers(weights, input.size, taken);
    }
}

std::unique_ptr<Network> open(
    NetworkInfo info, const StoredWeights &weights, const ReadEntry &read, bool inputIsTold)
{
    // It has one, whose place may be told.
    if (!info.input.output.empty() && info.input.output != "0")
        throw Error(ErrorKind::NoSuchOutput, {}, {info.input.output, "0"});
    const std::vector<PlannedLayer> plan = planFor(info, weights.tensors, inputIsTold);
    const auto type = info.precision == Precision::Float64 ? at::kDouble : at::kFloat;
    const auto tensors =
        layerTensors(weights.tensors, read, at::TensorOptions().dtype(type).device(at::Device(info.device)));
    describe(info, plan, tensors);
    settleClassNames(info, weights.classNames);
    noteChoice(info, weights);
    noteModules(info);
    return makeClassifier(std::move(info), plan, tensors);
}

} // namespace

std::unique_ptr<Network> openCheckpoint(const Archive &archive, NetworkInfo info, bool inputIsTold)
{
    checkByteOrder(archive);
    const StoredWeights weights = readWeights(readPickle(archive.read("data.pkl")),
        [&](const std::string &entry) { return archive.sizeOf(entry); });
    checkSharing(weights.tensors, archive.fileSize());
    return open(
        std::move(info), weights, [&](const std::string &entry) { return archive.read(entry); }, inputIsTold);
}

std::unique_ptr<Network> openCheckpoint(const SafeTensors &file, NetworkInfo info, bool inputIsTold)
{
    return open(
        std::move(info), chooseWeights(file.tensors()),
        [&](const std::string &entry) { return file.read(entry); }, inputIsTold);
}

} // namespace convscope
