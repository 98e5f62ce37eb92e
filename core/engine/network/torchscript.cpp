#include "core/engine/network/torchscript.h"

#include "core/engine/network/scriptgraph.h"
#include "core/engine/network/scriptrange.h"
#include "core/engine/network/scriptrelu.h"
#include "core/engine/network/scripttail.h"
#include "core/engine/relurule.h"
#include "core/engine/tensors.h"
#include "core/error.h"
#include "core/runtime.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/runtime/custom_operator.h>
#include <torch/csrc/jit/runtime/interpreter.h>
#include <torch/csrc/jit/serialization/import.h>

namespace convscope {

namespace {

namespace jit = torch::jit;

/// Ends a run from inside. No std::exception, of which the interpreter would make a text with a traceback.
struct Ended
{
};

thread_local const Program::Seen *looking = nullptr;

const jit::RegisterOperators registered({jit::Operator(
    tapSchema,
    [](jit::Stack &stack) {
        const int module = int(stack.back().toInt());
        stack.pop_back();
        if (!looking)
            return;
        at::Tensor output = stack.back().isTensor() ? stack.back().toTensor() : at::Tensor();
        const at::Tensor before = output;
        if (!(*looking)(module, output))
            throw Ended();
        if (!output.is_same(before))
            stack.back() = output;
    },
    c10::AliasAnalysisKind::FROM_SCHEMA)});

class Watching
{
public:
    explicit Watching(const Program::Seen &seen)
        : m_before(looking)
    {
        looking = seen ? &seen : nullptr;
    }
    ~Watching() { looking = m_before; }
    Watching(const Watching &) = delete;

private:
    const Program::Seen *m_before;
};

/// A text's lines that say anything.
std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (text.find_first_not_of(" \t~^", begin) < end)
            lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    for (std::string &line : lines) { // the sentence that it will stand in has a full stop of its own
        line.erase(0, line.find_first_not_of(" \t"));
        while (line.ends_with('.') || line.ends_with(':'))
            line.pop_back();
    }
    return lines;
}

/// LibTorch's reason is the last line; a traceback of the script stands before it.
std::string withoutTraceback(const std::string &text)
{
    const std::vector<std::string> lines = linesOf(text);
    const std::string last = lines.empty() ? text : lines.back();
    const std::string prefix = "RuntimeError: ";
    return last.starts_with(prefix) ? last.substr(prefix.size()) : last;
}

jit::Module load(const std::filesystem::path &file)
{
    try {
        return translated([&] { return jit::load(file.string(), at::kCPU); });
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Internal)
            throw;
        // What the file lacks or has too much of stands first.
        const std::vector<std::string> lines = linesOf(error.values().front());
        if (lines.empty())
            throw Error(ErrorKind::NetworkNotLoadable, {}, {torchVersion()}, Phrase::NoReasonGiven);
        throw Error(ErrorKind::NetworkNotLoadable, {}, {torchVersion(), lines.front()});
    }
}

/// Floating-point tensors in one precision; others, which may be indices, keep theirs.
void convert(const jit::Module &module, const at::TensorOptions &options)
{
    const c10::NoGradGuard noGrad;
    for (const auto &attribute : module.named_attributes()) {
        if (!attribute.value.isTensor() || !attribute.value.toTensor().defined())
            continue;
        const at::Tensor &tensor = attribute.value.toTensor();
        if (!tensor.is_floating_point()) {
            tensor.set_data(tensor.to(options.device()));
            continue;
        }
        tensor.requires_grad_(false); // a third of the work: only the input's gradient is wanted
        tensor.set_data(tensor.to(options));
        if (!at::isfinite(tensor).all().item<bool>())
            throw Error(ErrorKind::NotFinite, {}, {attribute.name});
    }
}

/// What the forward takes beside the picture. Throws Error: NotAClassifier.
std::vector<c10::IValue> furtherArguments(const jit::Module &module)
{
    const jit::Method forward = module.get_method("forward");
    const c10::FunctionSchema &schema = forward.function().getSchema();
    const auto &arguments = schema.arguments(); // the first is the module
    if (arguments.size() < 2 || arguments[1].type()->kind() != c10::TypeKind::TensorType)
        throw Error(ErrorKind::NotAClassifier, {}, {},
            arguments.size() < 2 ? Phrase(Phrase::TakesNothing)
                                 : Phrase(Phrase::TakesNoPicture, {arguments[1].type()->str()}));
    std::vector<c10::IValue> values;
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        if (!arguments[i].default_value())
            throw Error(ErrorKind::NotAClassifier, {}, {}, Phrase{Phrase::TakesMore, {arguments[i].name()}});
        values.push_back(*arguments[i].default_value());
    }
    return values;
}

/// The name of each element of a tuple: its field's where it has one, else its place.
std::vector<std::string> namesOf(const c10::IValue &tuple)
{
    std::vector<std::string> names;
    const auto type = tuple.type()->cast<c10::TupleType>();
    const auto *fields = type && type->schema() ? &type->schema()->arguments() : nullptr;
    for (std::size_t i = 0; i < tuple.toTupleRef().elements().size(); ++i)
        names.push_back(fields && i < fields->size() ? (*fields)[i].name() : std::to_string(i));
    return names;
}

void collectTensors(const c10::IValue &value, const std::string &name, ProgramOutputs &outputs)
{
    const auto below = [&name](const std::string &part) { return name.empty() ? part : name + '.' + part; };
    if (value.isTensor()) {
        if (value.toTensor().defined())
            outputs.emplace_back(name.empty() ? "0" : name, value.toTensor());
    } else if (value.isTuple()) {
        const std::vector<std::string> names = namesOf(value);
        for (std::size_t i = 0; i < names.size(); ++i)
            collectTensors(value.toTupleRef().elements()[i], below(names[i]), outputs);
    } else if (value.isList()) {
        std::size_t place = 0;
        for (const c10::IValue &element : value.toListRef())
            collectTensors(element, below(std::to_string(place++)), outputs);
    } else if (value.isGenericDict()) {
        for (const auto &entry : value.toGenericDict()) {
            const c10::IValue &key = entry.key();
            const std::string part = key.isString() ? key.toStringRef()
                : key.isInt()                       ? std::to_string(key.toInt())
                                                    : std::to_string(outputs.size());
            collectTensors(entry.value(), below(part), outputs);
        }
    }
}

/// What the program gives for what is on the stack.
ProgramOutputs outputsOf(const jit::Code &code, jit::Stack stack)
{
    try {
        translated([&] { jit::InterpreterState(code).run(stack); });
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Internal)
            throw;
        throw Error(ErrorKind::Internal, {}, {withoutTraceback(error.values().front())});
    }
    ProgramOutputs outputs;
    collectTensors(stack.back(), {}, outputs);
    return outputs;
}

} // namespace

struct ScriptProgram::Loaded
{
    jit::Module module;
    std::vector<c10::IValue> furtherArguments;
    std::shared_ptr<jit::Graph> graph;
    jit::Code code; ///< run as it stands: an executor would rewrite it while it runs the first times
    std::map<int, std::optional<jit::Code>> behind; ///< of modules, as they are asked for; none: impossible

    const std::optional<jit::Code> &codeBehind(int ofModule);

    std::optional<jit::Code>
        withRule; ///< the same with ReLUs that obey a ReluRuleGuard; made when first used

    const jit::Code &current()
    {
        if (!hasReluRule())
            return code;
        if (!withRule)
            withRule = jit::Code(withReluRule(*graph), "forward");
        return *withRule;
    }
};

const std::optional<jit::Code> &ScriptProgram::Loaded::codeBehind(int ofModule)
{
    const auto [place, isNew] = behind.try_emplace(ofModule);
    if (isNew) {
        if (std::shared_ptr<jit::Graph> rest = graphBehind(*graph, ofModule))
            place->second = jit::Code(std::move(rest), "forward");
    }
    return place->second;
}

ScriptProgram::ScriptProgram(
    const std::filesystem::path &file, const std::string &device, Precision precision)
    : m_loaded(std::make_unique<Loaded>())
{
    const bool float64 = precision == Precision::Float64;
    jit::Module module = load(file);
    if (!module.find_method("forward"))
        throw Error(ErrorKind::NotAClassifier, {}, {}, Phrase::HasNoForward);
    module.eval();
    convert(module, at::TensorOptions().dtype(float64 ? at::kDouble : at::kFloat).device(at::Device(device)));
    m_loaded->furtherArguments = furtherArguments(module);
    ScriptGraph flat = flattenScript(module, device, float64);
    m_facts.kind = module.type()->name()->name();
    m_facts.modules = std::move(flat.modules);
    m_facts.parameterCount = parametersOf(module);
    m_facts.wasTraining = flat.wasTraining;
    m_facts.takesBytes = takesBytes(*flat.graph, module);
    m_facts.writtenBatches = std::move(flat.batches);
    m_loaded->code = jit::Code(flat.graph, "forward");
    m_loaded->graph = std::move(flat.graph);
    m_loaded->module = std::move(module);
}

ScriptProgram::~ScriptProgram() = default;

at::Tensor ScriptProgram::weightOf(int module) const
{
    const std::vector<std::string> &path = modules()[std::size_t(module)].weight;
    if (path.empty())
        return {};
    c10::IValue value = m_loaded->module._ivalue();
    for (const std::string &name : path)
        value = value.toObject()->getAttr(name);
    return value.toTensor();
}

ProgramOutputs ScriptProgram::run(const at::Tensor &batch, const Watch &watch) const
{
    jit::Stack stack = {m_loaded->module._ivalue(), batch};
    stack.insert(stack.end(), m_loaded->furtherArguments.begin(), m_loaded->furtherArguments.end());
    const Watching watching(watch.seen);
    try {
        return outputsOf(m_loaded->current(), std::move(stack));
    } catch (const Ended &) {
        return {};
    }
}

bool ScriptProgram::canBeginBehind(int module) const { return m_loaded->codeBehind(module).has_value(); }

ProgramOutputs ScriptProgram::runBehind(int module, const at::Tensor &output) const
{
    return outputsOf(m_loaded->codeBehind(module).value(), {m_loaded->module._ivalue(), output.clone()});
}

} // namespace convscope
