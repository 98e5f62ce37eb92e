#include "core/engine/network/graph/onnxfile.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/onnxmodules.h"
#include "core/engine/network/graph/onnxnames.h"
#include "core/engine/network/graph/onnxtidy.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace convscope {

namespace {

using Shape = std::vector<std::optional<std::int64_t>>;

constexpr std::int64_t largestSide = 1 << 20;

/// "FLOAT 1×10", for messages.
std::string textOf(const OnnxValue &value)
{
    std::string text = value.isTensor ? name(value.type) : "no tensor";
    for (std::size_t i = 0; value.shape && i < value.shape->size(); ++i) {
        const auto &side = (*value.shape)[i];
        text += (i == 0 ? " " : "×") + (side ? std::to_string(*side) : std::string("?"));
    }
    return text;
}

bool canBePicture(const OnnxValue &value)
{
    const auto type = scalarType(value.type);
    const bool isNumbers = type && (at::isFloatingType(*type) || *type == at::kByte);
    return value.isTensor && isNumbers && (!value.shape || value.shape->size() == 4);
}

bool isOf(const std::optional<std::int64_t> &side, std::initializer_list<std::int64_t> sides)
{
    return side && std::find(sides.begin(), sides.end(), *side) != sides.end();
}

/// N×H×W×C, as Keras has it: the last side is one of a picture's, and the second is not.
bool isChannelsLast(const Shape &shape) { return isOf(shape[3], {1, 3}) && !isOf(shape[1], {1, 3}); }

std::optional<int> narrowed(const std::optional<std::int64_t> &side)
{
    return side && *side <= largestSide ? std::optional(int(*side)) : std::nullopt;
}

ToldPicture toldBy(const OnnxValue &input)
{
    ToldPicture told;
    if (!input.shape)
        return told;
    const Shape &shape = *input.shape;
    told.channelsLast = isChannelsLast(shape);
    told.batch = narrowed(shape[0]);
    told.channels = narrowed(shape[told.channelsLast ? 3 : 1]);
    const auto height = narrowed(shape[told.channelsLast ? 1 : 2]);
    const auto width = narrowed(shape[told.channelsLast ? 2 : 3]);
    if (height && width) {
        told.size = InputSize{};
        told.size->height = *height;
        told.size->width = *width;
    }
    return told;
}

[[noreturn]] void refuse(Phrase phrase) { throw Error(ErrorKind::NotAClassifier, {}, {}, std::move(phrase)); }

/// The one input that photos can go into.
const OnnxValue &pictureOf(const OnnxModel &model)
{
    std::vector<const OnnxValue *> inputs;
    for (const OnnxValue &input : model.graph.inputs) {
        if (!model.graph.tensors.contains(input.name))
            inputs.push_back(&input);
    }
    if (inputs.empty())
        refuse(Phrase::TakesNothing);
    const auto picture = std::find_if(
        inputs.begin(), inputs.end(), [](const OnnxValue *input) { return canBePicture(*input); });
    if (picture == inputs.end())
        refuse({Phrase::TakesNoPicture, {printable(textOf(*inputs.front()))}});
    for (const OnnxValue *input : inputs) {
        if (input != *picture)
            refuse({Phrase::TakesMore, {printable(input->name)}});
    }
    return **picture;
}

} // namespace

Graph readOnnx(const std::filesystem::path &file, const GraphTarget &target)
{
    const OnnxModel model = readOnnxModel(file);
    if (model.graph.nodes.empty() || model.graph.outputs.empty())
        damaged("it has no operators");
    const OnnxValue &picture = pictureOf(model);
    OnnxBuilder builder(model, OnnxFolder(file.parent_path()), target);
    builder.build();
    builder.picture = builder.inputs.at(picture.name);
    joinBiases(builder);
    removeUnused(builder);
    std::vector<GraphModule> modules = placeInModules(builder);
    const std::set<std::filesystem::path> dataFiles = builder.folder().files();
    Graph graph = graphOf(std::move(builder));
    graph.dataFiles.assign(dataFiles.begin(), dataFiles.end());
    graph.modules = std::move(modules);
    graph.kind = kindOf(model);
    graph.told = toldBy(picture);
    graph.classNames = classNamesIn(model.metadata);
    return graph;
}

} // namespace convscope
