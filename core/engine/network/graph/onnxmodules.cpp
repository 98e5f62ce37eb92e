#include "core/engine/network/graph/onnxmodules.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr const char *scopesKey = "pkg.torch.onnx.name_scopes";
constexpr const char *classesKey = "pkg.torch.onnx.class_hierarchy";
constexpr const char *unknownKind = "Module";
constexpr std::size_t deepest = 32;

using Path = std::vector<GraphModule>;

std::vector<std::string> partsOf(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// The texts in a list as Python writes it: ['', 'layer1'].
std::vector<std::string> quotedTexts(const std::string &list)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] != '\'' && list[i] != '"')
            continue;
        const std::size_t end = list.find(list[i], i + 1);
        if (end == std::string::npos)
            break;
        texts.push_back(list.substr(i + 1, end - i - 1));
        i = end;
    }
    return texts;
}

std::string lastPart(const std::string &qualified)
{
    const std::size_t dot = qualified.rfind('.');
    return dot == std::string::npos ? qualified : qualified.substr(dot + 1);
}

/// As torch.nn calls a module that does nothing but this.
std::string torchKind(const Operator &made)
{
    static const std::map<std::string, std::string> kinds = {{"Conv", "Conv2d"},
        {"ConvTranspose", "ConvTranspose2d"}, {"BatchNormalization", "BatchNorm2d"}, {"Relu", "ReLU"},
        {"LeakyRelu", "LeakyReLU"}, {"PRelu", "PReLU"}, {"Elu", "ELU"}, {"Selu", "SELU"}, {"Celu", "CELU"},
        {"HardSigmoid", "Hardsigmoid"}, {"HardSwish", "Hardswish"}, {"Gelu", "GELU"}, {"Swish", "SiLU"},
        {"MaxPool", "MaxPool2d"}, {"AveragePool", "AvgPool2d"}, {"LpPool", "LPPool2d"},
        {"GlobalAveragePool", "AdaptiveAvgPool2d"}, {"GlobalMaxPool", "AdaptiveMaxPool2d"},
        {"InstanceNormalization", "InstanceNorm2d"}, {"GroupNormalization", "GroupNorm"},
        {"LayerNormalization", "LayerNorm"}, {"RMSNormalization", "RMSNorm"}, {"LRN", "LocalResponseNorm"},
        {"Clip", "Hardtanh"}, {"Gemm", "Linear"}, {"MatMul+Add", "Linear"}, {"Resize", "Upsample"},
        {"LogSoftmax", "LogSoftmax"}, {"DepthToSpace", "PixelShuffle"}};
    if (made.kind == "MatMul" && made.role == Role::Linear)
        return "Linear";
    const auto found = kinds.find(made.kind);
    if (found == kinds.end())
        return made.kind;
    const bool isOverTwoAxes = !made.geometry || made.geometry->kernel.size() == 2;
    return isOverTwoAxes ? found->second : made.kind;
}

/// Activations that are written as several operators, by these, in their order.
std::string kindOfSeveral(const std::string &operators)
{
    static const std::map<std::string, std::string> kinds = {{"Sigmoid Mul", "SiLU"},
        {"HardSigmoid Mul", "Hardswish"}, {"Add Clip Div", "Hardsigmoid"}, {"Add Clip Mul Div", "Hardswish"},
        {"Div Erf Add Mul Mul", "GELU"}, {"Softplus Tanh Mul", "Mish"}, {"MatMul Add", "Linear"},
        {"ReduceMean Sub Pow ReduceMean Add Sqrt Div Mul Add", "LayerNorm"},
        {"ReduceMean Sub Mul ReduceMean Add Sqrt Div Mul Add", "LayerNorm"},
        {"Pow ReduceMean Add Sqrt Div Mul", "RMSNorm"}};
    const auto found = kinds.find(operators);
    return found == kinds.end() ? unknownKind : found->second;
}

/// Of PyTorch's newer exporter: the names of all modules around, from the network to the operator itself, and
/// their classes.
Path pathOfScopes(const OnnxTexts &metadata)
{
    const auto scopes = metadata.find(scopesKey);
    const auto classes = metadata.find(classesKey);
    if (scopes == metadata.end() || classes == metadata.end())
        return {};
    const std::vector<std::string> names = quotedTexts(scopes->second);
    const std::vector<std::string> kinds = quotedTexts(classes->second);
    Path path;
    if (names.size() != kinds.size())
        return path;
    for (std::size_t i = 1; i + 1 < names.size(); ++i) {
        if (!names[i].empty())
            path.push_back({names[i], lastPart(kinds[i])});
    }
    return path;
}

/// Of PyTorch's older exporter: a part repeats the one before where that is a Sequential or the like.
Path pathOfTorchName(const std::string &name)
{
    Path path;
    std::string qualified;
    std::string before;
    const std::vector<std::string> parts = partsOf(name, '/');
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        const bool repeats = !before.empty() && parts[i].starts_with(before + ".");
        if (repeats)
            qualified += parts[i].substr(before.size());
        else
            qualified += (qualified.empty() ? "" : ".") + parts[i];
        before = parts[i];
        path.push_back({qualified, unknownKind});
    }
    return path;
}

bool isCall(const std::string &part)
{
    return part.ends_with("PartitionedCall") || part.find("PartitionedCall_") != std::string::npos;
}

/// The names of layers in a name that TensorFlow wrote, those of the network itself among them.
std::vector<std::string> kerasParts(const std::string &name)
{
    if (name.starts_with('/') || name.find('/') == std::string::npos)
        return {};
    std::vector<std::string> parts = partsOf(name, '/');
    parts.pop_back(); // the operator
    std::erase_if(parts, isCall);
    return parts;
}

/// The part that all names begin with is the network's own.
std::string kerasNetwork(const std::vector<OnnxMade> &operators)
{
    std::string network;
    int count = 0;
    for (const OnnxMade &entry : operators) {
        const std::vector<std::string> parts = kerasParts(entry.made.name);
        if (parts.empty())
            continue;
        if (count++ > 0 && parts.front() != network)
            return {};
        network = parts.front();
    }
    return count > 1 ? network : std::string();
}

Path pathOfKerasName(const std::string &name, const std::string &network)
{
    std::vector<std::string> parts = kerasParts(name);
    if (!parts.empty() && parts.front() == network)
        parts.erase(parts.begin());
    Path path;
    for (const std::string &part : parts)
        path.push_back({path.empty() ? part : path.back().name + "." + part, unknownKind});
    return path;
}

/// Where the exporter has put a batch norm into the convolution before, it tells of the former; the weight's
/// name tells of the latter.
void correctByWeight(Path &path, const Operator &made, const std::vector<GraphValue> &values)
{
    if (made.role != Role::Convolution && made.role != Role::Linear)
        return;
    const std::string &weight = values[std::size_t(made.arguments[1].value)].name;
    const std::string suffix = ".weight";
    if (path.empty() || !weight.ends_with(suffix) || path.back().kind == torchKind(made))
        return;
    const std::string module = weight.substr(0, weight.size() - suffix.size());
    const std::size_t dot = module.rfind('.');
    const std::string parent = dot == std::string::npos ? std::string() : module.substr(0, dot);
    const std::string told = path.size() > 1 ? path[path.size() - 2].name : std::string();
    if (path.back().name.starts_with("BatchNorm") || path.back().kind.starts_with("BatchNorm")) {
        if (parent == told)
            path.back() = {module, torchKind(made)};
    }
}

/// The values that a layer multiplies by and adds.
std::pair<int, int> weightsOf(const Operator &made)
{
    return {made.arguments[std::size_t(made.weights.weight)].value,
        made.arguments[std::size_t(made.weights.bias)].value};
}

/// A module that runs again has a number behind its name in the older exporter's names: "conv_1".
void correctByFirst(Path &path, const Path &first)
{
    const std::string &name = path.back().name;
    const std::size_t stem = name.find_last_not_of("0123456789");
    const bool runsAgain = stem != std::string::npos && stem + 1 < name.size() && name[stem] == '_'
        && name.substr(0, stem) == first.back().name;
    if (runsAgain)
        path = first;
}

class Placer
{
public:
    std::vector<GraphModule> modules;

    void place(Operator &made, const Path &path)
    {
        made.modules.clear();
        for (std::size_t depth = 0; depth < std::min(path.size(), deepest); ++depth) {
            const int module = numberOf(path[depth]);
            made.modules.push_back({module, callOf(made, module, depth, path)});
        }
        m_before = made.modules;
        m_kindBefore = made.kind;
    }

private:
    int numberOf(const GraphModule &module)
    {
        const auto [found, isNew] = m_numbers.emplace(module.name, int(modules.size()));
        if (isNew) {
            modules.push_back(module);
            m_calls.push_back(-1);
        }
        return found->second;
    }

    /// A module that the operator before ran in goes on, unless it is one that consists of a single operator.
    int callOf(const Operator &made, int module, std::size_t depth, const Path &path)
    {
        const bool goesOn = depth < m_before.size() && m_before[depth].module == module
            && std::equal(made.modules.begin(), made.modules.end(), m_before.begin());
        const bool isSingle = depth + 1 == path.size() && path[depth].kind == torchKind(made)
            && made.role != Role::Other && m_before.size() == path.size() && m_kindBefore == made.kind;
        int &calls = m_calls[std::size_t(module)];
        return goesOn && !isSingle ? m_before[depth].call : ++calls;
    }

    std::map<std::string, int> m_numbers;
    std::vector<int> m_calls; ///< the last of each module
    std::vector<ModuleCall> m_before; ///< of the operator before
    std::string m_kindBefore;
};

/// Gives modules that hold operators and no modules the kinds that follow from these.
void nameKinds(std::vector<GraphModule> &modules, const std::vector<OnnxMade> &operators)
{
    std::vector<std::vector<const Operator *>> inside(modules.size());
    std::vector<bool> isLeaf(modules.size(), true);
    for (const OnnxMade &entry : operators) {
        const std::vector<ModuleCall> &around = entry.made.modules;
        for (std::size_t depth = 0; depth < around.size(); ++depth) {
            const auto module = std::size_t(around[depth].module);
            if (depth + 1 < around.size())
                isLeaf[module] = false;
            else if (around[depth].call == 0)
                inside[module].push_back(&entry.made);
        }
    }
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i].kind != unknownKind || !isLeaf[i] || inside[i].empty())
            continue;
        if (inside[i].size() == 1) {
            modules[i].kind = torchKind(*inside[i].front());
            continue;
        }
        std::string kinds;
        for (std::size_t k = 0; k < std::min<std::size_t>(inside[i].size(), 16); ++k)
            kinds += (k == 0 ? "" : " ") + inside[i][k]->kind;
        modules[i].kind = kindOfSeveral(kinds);
    }
}

} // namespace

std::vector<GraphModule> placeInModules(OnnxBuilder &builder)
{
    const std::string network = kerasNetwork(builder.operators);
    Placer placer;
    std::map<std::pair<int, int>, Path> byWeights;
    for (OnnxMade &entry : builder.operators) {
        Path path = pathOfScopes(entry.metadata);
        if (path.empty() && entry.made.name.starts_with('/'))
            path = pathOfTorchName(entry.made.name);
        else if (path.empty())
            path = pathOfKerasName(entry.made.name, network);
        correctByWeight(path, entry.made, builder.values);
        if (entry.made.weights.weight >= 0 && !path.empty())
            correctByFirst(path, byWeights.emplace(weightsOf(entry.made), path).first->second);
        placer.place(entry.made, path);
    }
    nameKinds(placer.modules, builder.operators);
    return std::move(placer.modules);
}

std::string kindOf(const OnnxModel &model)
{
    for (const OnnxNode &node : model.graph.nodes) {
        const auto classes = node.metadata.find(classesKey);
        if (classes == node.metadata.end())
            continue;
        const std::vector<std::string> kinds = quotedTexts(classes->second);
        if (!kinds.empty() && !lastPart(kinds.front()).empty() && !kinds.front().starts_with('_'))
            return lastPart(kinds.front());
    }
    static const std::set<std::string> anything = {
        "", "main_graph", "main", "torch_jit", "torch-jit-export", "tf2onnx", "graph"};
    return anything.contains(model.graph.name) ? "ONNX" : model.graph.name;
}

} // namespace convscope
