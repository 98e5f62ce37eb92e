#include "core/engine/network/graph/exportedprogram.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/graph/exportedgraph.h"
#include "core/engine/network/graph/exportedtensors.h"
#include "core/engine/network/pickle.h"
#include "core/error.h"

#include <limits>
#include <set>
#include <utility>

namespace convscope {

namespace {

using Kind = ExportedInput::Kind;

/// Before PyTorch 2.8, and since.
constexpr const char *programs[] = {"serialized_exported_program.json", "models/model.json"};

std::string programIn(const Archive &archive)
{
    for (const char *entry : programs) {
        if (archive.has(entry))
            return entry;
    }
    damaged("the program is missing");
}

/// Of a batch norm. Other buffers may hold infinity, as masks do.
bool isStatistic(const std::string &name)
{
    return name.ends_with("running_mean") || name.ends_with("running_var");
}

/// What is stored, and what PyTorch 2.1 holds in the graph itself.
void addStored(ExportedGraph &graph, const std::vector<ExportedInput> &inputs, const Json &json,
    const std::map<std::string, at::Tensor> &tensors, const GraphTarget &target)
{
    std::set<std::pair<const void *, std::int64_t>> counted; // a parameter of two names is one
    for (const ExportedInput &input : inputs) {
        if (input.kind == Kind::User)
            continue;
        const auto found = tensors.find(input.target);
        if (found == tensors.end())
            damaged(printable(input.target) + " is missing");
        const at::Tensor &stored = found->second;
        const bool isParameter =
            input.kind == Kind::Parameter && counted.emplace(stored.data_ptr(), stored.numel()).second;
        const bool isWeight = input.kind == Kind::Parameter || isStatistic(input.target);
        graph.addConstant(input.name, input.target,
            isWeight ? settled(stored, target, input.target) : placed(stored, target), isParameter);
    }
    const Json *inlined = findMember(json, "constants");
    if (!inlined || !inlined->is_object())
        return;
    for (const auto &[name, base64] : inlined->items())
        graph.addConstant(
            name, name, placed(readInlineTensor(name, text(base64)), target), /*isParameter=*/false);
}

const ExportedInput &pictureOf(const std::vector<ExportedInput> &inputs)
{
    const ExportedInput *picture = nullptr;
    for (const ExportedInput &input : inputs) {
        if (input.kind != Kind::User)
            continue;
        if (picture)
            throw Error(
                ErrorKind::NotAClassifier, {}, {}, Phrase{Phrase::TakesMore, {printable(input.target)}});
        if (!input.isTensor)
            throw Error(
                ErrorKind::NotAClassifier, {}, {}, Phrase{Phrase::TakesNoPicture, {printable(input.target)}});
        picture = &input;
    }
    if (!picture)
        throw Error(ErrorKind::NotAClassifier, {}, {}, Phrase::TakesNothing);
    return *picture;
}

/// What is known of a tensor of the graph; null where nothing is.
const Json *metaOf(const Json &graph, const std::string &name)
{
    const Json *values = findMember(graph, "tensor_values");
    const Json *value = values ? findMember(*values, name.c_str()) : nullptr;
    if (!value)
        return nullptr;
    const Json *inner = findMember(*value, "meta"); // of PyTorch 2.1
    return inner ? inner : value;
}

/// "[1, ?, 7]"
std::string sizesText(const std::vector<std::optional<std::int64_t>> &sizes)
{
    std::string text;
    for (const auto &size : sizes)
        text += (text.empty() ? "" : ", ") + (size ? std::to_string(*size) : std::string("?"));
    return "[" + text + "]";
}

ToldPicture toldPicture(const Json &graph, const ExportedInput &picture)
{
    const Json *meta = metaOf(graph, picture.name);
    if (!meta)
        return {};
    const std::vector<std::optional<std::int64_t>> sizes = toldSizes(*meta);
    if (sizes.size() != 4)
        throw Error(ErrorKind::NotAClassifier, {}, {},
            Phrase{Phrase::TakesNoPicture, {printable(picture.target) + " " + sizesText(sizes)}});
    const auto number = [&](std::size_t axis) {
        const auto size = sizes[axis];
        return size && *size > 0 && *size <= std::numeric_limits<int>::max() ? std::optional(int(*size))
                                                                             : std::nullopt;
    };
    const auto areColours = [](std::optional<int> channels) { return channels == 1 || channels == 3; };
    ToldPicture told;
    told.batch = number(0);
    told.channelsLast = !areColours(number(1)) && areColours(number(3));
    told.channels = number(told.channelsLast ? 3 : 1);
    const auto height = number(told.channelsLast ? 1 : 2);
    const auto width = number(told.channelsLast ? 2 : 3);
    if (height && width)
        told.size = InputSize{*width, *height};
    return told;
}

} // namespace

bool isExportedProgram(const Archive &archive)
{
    for (const char *entry : programs) {
        if (archive.has(entry))
            return true;
    }
    return false;
}

Graph readExportedProgram(const Archive &archive, const GraphTarget &target)
{
    const std::string entry = programIn(archive);
    const Json program = parseExported(archive.read(entry), entry);
    const Json &module = member(program, "graph_module");
    const Json &json = member(module, "graph");
    const ExportedSignature signature = readSignature(module);
    const ExportedInput &picture = pictureOf(signature.inputs);
    const ToldPicture told = toldPicture(json, picture);
    if (signature.outputs.empty())
        throw Error(ErrorKind::NotAClassifier, {}, {}, Phrase::GivesNoTensor);

    ExportedGraph graph(target);
    addStored(graph, signature.inputs, json, readExportedTensors(archive), target);
    graph.addPicture(picture.name);
    graph.addNodes(member(json, "nodes"));
    Graph result = graph.finish(signature.outputs);
    result.told = told;
    return result;
}

} // namespace convscope
