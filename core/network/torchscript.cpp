#include "core/network/torchscript.h"

#include "core/error.h"
#include "core/internal/tensors.h"
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

thread_local const ScriptProgram::Seen *watching = nullptr;

const jit::RegisterOperators registered({jit::Operator(
    tapSchema,
    [](jit::Stack &stack) {
        const int module = int(stack.back().toInt());
        stack.pop_back();
        if (watching
            && !(*watching)(module, stack.back().isTensor() ? stack.back().toTensor() : at::Tensor()))
            throw Ended();
    },
    c10::AliasAnalysisKind::FROM_SCHEMA)});

class Watch
{
public:
    explicit Watch(const ScriptProgram::Seen &seen)
        : m_before(watching)
    {
        watching = seen ? &seen : nullptr;
    }
    ~Watch() { watching = m_before; }
    Watch(const Watch &) = delete;

private:
    const ScriptProgram::Seen *m_before;
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
    return lines.empty() ? std::vector<std::string>{"no reason given"} : lines;
}

/// LibTorch's reason is the last line; a traceback of the script stands before it.
std::string withoutTraceback(const std::string &text)
{
    const std::string last = linesOf(text).back();
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
        throw Error(
            ErrorKind::NetworkNotLoadable, {}, {torchVersion(), linesOf(error.values().front()).front()});
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
        throw Error(ErrorKind::NotAClassifier, {},
            {"it takes " + (arguments.size() < 2 ? std::string("nothing") : arguments[1].type()->str())});
    std::vector<c10::IValue> values;
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        if (!arguments[i].default_value())
            throw Error(
                ErrorKind::NotAClassifier, {}, {"it takes more than a picture: " + arguments[i].name()});
        values.push_back(*arguments[i].default_value());
    }
    return values;
}

void collectTensors(const c10::IValue &value, std::vector<at::Tensor> &tensors)
{
    if (value.isTensor()) {
        tensors.push_back(value.toTensor());
    } else if (value.isTuple()) {
        for (const c10::IValue &element : value.toTupleRef().elements())
            collectTensors(element, tensors);
    } else if (value.isList()) {
        for (const c10::IValue &element : value.toListRef())
            collectTensors(element, tensors);
    } else if (value.isGenericDict()) {
        for (const auto &entry : value.toGenericDict())
            collectTensors(entry.value(), tensors);
    }
}

} // namespace

struct ScriptProgram::Loaded
{
    jit::Module module;
    std::vector<c10::IValue> furtherArguments;
    jit::Code code; ///< run as it stands: an executor would rewrite it while it runs the first times
};

ScriptProgram::ScriptProgram(
    const std::filesystem::path &file, const std::string &device, Precision precision)
    : m_loaded(std::make_unique<Loaded>())
{
    const bool float64 = precision == Precision::Float64;
    jit::Module module = load(file);
    if (!module.find_method("forward"))
        throw Error(ErrorKind::NotAClassifier, {}, {"it has no forward"});
    module.eval();
    convert(module, at::TensorOptions().dtype(float64 ? at::kDouble : at::kFloat).device(at::Device(device)));
    m_loaded->furtherArguments = furtherArguments(module);
    ScriptGraph flat = flattenScript(module, device, float64);
    m_kind = module.type()->name()->name();
    m_modules = std::move(flat.modules);
    m_parameterCount = parametersOf(module);
    m_wasTraining = flat.wasTraining;
    m_loaded->code = jit::Code(flat.graph, "forward");
    m_loaded->module = std::move(module);
}

ScriptProgram::ScriptProgram(ScriptProgram &&) = default;
ScriptProgram::~ScriptProgram() = default;

at::Tensor ScriptProgram::weightOf(int module) const
{
    const std::vector<std::string> &path = m_modules[std::size_t(module)].weight;
    if (path.empty())
        return {};
    c10::IValue value = m_loaded->module._ivalue();
    for (const std::string &name : path)
        value = value.toObject()->getAttr(name);
    return value.toTensor();
}

std::vector<at::Tensor> ScriptProgram::run(const at::Tensor &batch, const Seen &seen) const
{
    jit::Stack stack = {m_loaded->module._ivalue(), batch};
    stack.insert(stack.end(), m_loaded->furtherArguments.begin(), m_loaded->furtherArguments.end());
    const Watch watch(seen);
    try {
        translated([&] { jit::InterpreterState(m_loaded->code).run(stack); });
    } catch (const Ended &) {
        return {};
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Internal)
            throw;
        throw Error(ErrorKind::Internal, {}, {withoutTraceback(error.values().front())});
    }
    std::vector<at::Tensor> tensors;
    collectTensors(stack.back(), tensors);
    return tensors;
}

} // namespace convscope
