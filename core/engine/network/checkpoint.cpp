#include "core/engine/network/checkpoint.h"

#include "core/engine/network/answers.h"
#include "core/engine/network/architecture.h"
#include "core/engine/network/classifier.h"
#include "core/engine/network/statedict.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <functional>

namespace convscope {

namespace {

namespace fs = std::filesystem;

void checkByteOrder(const Archive &archive)
{
    if (!archive.has("byteorder"))
        return; // PyTorch before 2.1, on little-endian machines
    const std::vector<std::uint8_t> order = archive.read("byteorder");
    if (std::string(order.begin(), order.end()) != "little")
        throw Error(ErrorKind::NetworkDamaged, {}, {"byteorder"});
}

at::ScalarType scalarType(ElementType type)
{
    switch (type) {
    case ElementType::Float16:
        return at::kHalf;
    case ElementType::BFloat16:
        return at::kBFloat16;
    case ElementType::Float64:
        return at::kDouble;
    case ElementType::Int8:
        return at::kChar;
    case ElementType::UInt8:
        return at::kByte;
    case ElementType::Int16:
        return at::kShort;
    case ElementType::Int32:
        return at::kInt;
    case ElementType::Int64:
        return at::kLong;
    case ElementType::Bool:
        return at::kBool;
    case ElementType::Float32:
        break;
    }
    return at::kFloat;
}

/// Layers may share their weights, but a file whose few numbers stand for very many would fill memory.
void checkSharing(const StateDict &stored, std::uint64_t fileSize)
{
    constexpr std::uint64_t maxSharing = 4;
    std::uint64_t bytes = 0; // cannot overflow: no tensor is larger than the file
    for (const auto &[name, tensor] : stored) {
        auto count = std::uint64_t(sizeOf(tensor.type));
        for (const std::int64_t size : tensor.shape)
            count *= std::uint64_t(size);
        bytes += count;
        if (bytes > maxSharing * fileSize)
            throw Error(ErrorKind::NetworkDamaged, {}, {"its tensors are far larger than the file"});
    }
}
using ReadEntry = std::function<std::vector<std::uint8_t>(const std::string &entry)>;

/// Reads the tensors, a storage that several share once.
std::map<std::string, at::Tensor> readTensors(
    const StateDict &stored, const ReadEntry &read, const at::TensorOptions &options)
{
    const c10::NoGradGuard noGrad;
    std::map<std::string, std::vector<std::uint8_t>> storages;
    std::map<std::string, at::Tensor> tensors;
    for (const auto &[name, tensor] : stored) {
        if (!isFloating(tensor.type) || isEmpty(tensor))
            continue; // num_batches_tracked, which only training needs
        const auto [found, isNew] = storages.try_emplace(tensor.entry);
        std::vector<std::uint8_t> &bytes = found->second;
        if (isNew)
            bytes = read(tensor.entry);
        const auto count = std::int64_t(bytes.size()) / sizeOf(tensor.type);
        tensors[name] = at::from_blob(bytes.data(), {count}, scalarType(tensor.type))
                            .as_strided(tensor.shape, tensor.strides, tensor.offset)
                            .contiguous()
                            .to(options, /*non_blocking=*/false, /*copy=*/true);
    }
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
        readTensors(weights.tensors, read, at::TensorOptions().dtype(type).device(at::Device(info.device)));
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
