#include "core/engine/network/programtrace.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/record_function.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace convscope {

namespace {

/// Writes down each operator that runs while this lives, but none that another one runs inside.
class Recorder
{
public:
    explicit Recorder(const at::Tensor &pictures)
    {
        TracedOperator picture;
        picture.outputs = {pictures};
        m_trace.operators.push_back(std::move(picture));
        recording = this;
        m_handle = at::addThreadLocalCallback(at::RecordFunctionCallback(&Recorder::begun, &Recorder::ended)
                                                  .needsInputs(true)
                                                  .needsOutputs(true)
                                                  .scopes({at::RecordScope::FUNCTION}));
    }
    ~Recorder()
    {
        at::removeCallback(m_handle);
        recording = nullptr;
    }
    Recorder(const Recorder &) = delete;

    void noteEnd(int module) { m_trace.ends.push_back({module, int(m_trace.operators.size())}); }
    ProgramTrace &trace() { return m_trace; }

private:
    static std::unique_ptr<at::ObserverContext> begun(const at::RecordFunction &function)
    {
        if (recording->m_depth++ == 0)
            recording->noteBegin(function);
        return nullptr;
    }

    static void ended(const at::RecordFunction &function, at::ObserverContext *)
    {
        if (--recording->m_depth == 0)
            recording->noteOutputs(function);
    }

    /// Before the values that are meant may lie what else is on the interpreter's stack.
    static std::vector<c10::IValue> last(std::size_t count, c10::ArrayRef<const c10::IValue> values)
    {
        std::vector<c10::IValue> found;
        for (std::size_t i = values.size() - std::min(values.size(), count); i < values.size(); ++i)
            found.push_back(values[i]);
        return found;
    }

    void noteBegin(const at::RecordFunction &function)
    {
        m_running = {};
        const auto name = function.operator_name();
        const auto found = name ? c10::Dispatcher::singleton().findSchema(*name) : c10::nullopt;
        if (!found)
            return;
        m_running.name = name->name;
        if (m_running.name.ends_with('_'))
            m_running.name.pop_back();
        m_running.schema = &found->schema();
        m_running.arguments = last(found->schema().arguments().size(), function.inputs());
        for (std::size_t i = 0; i < m_running.arguments.size(); ++i)
            forTensors(m_running.arguments[i], [&](const at::Tensor &tensor) { noteSource(tensor, i); });
    }

    void noteSource(const at::Tensor &tensor, std::size_t argument)
    {
        const std::optional<int> maker = m_trace.makerOf(tensor);
        if (!maker)
            return;
        if (m_running.sources.empty())
            m_running.inputShape = tensor.sizes().vec();
        m_running.sources.push_back({argument, *maker});
    }

    void noteOutputs(const at::RecordFunction &function)
    {
        if (m_running.sources.empty())
            return;
        const std::vector<c10::IValue> &outputs = function.outputs();
        const c10::ArrayRef<const c10::IValue> given(outputs.data(), outputs.size());
        for (const c10::IValue &value : last(m_running.schema->returns().size(), given))
            forTensors(value, [this](const at::Tensor &tensor) { m_running.outputs.push_back(tensor); });
        m_trace.operators.push_back(std::move(m_running));
        m_running = {};
    }

    /// Of a value that is a tensor or holds some.
    template <typename Visit> static void forTensors(const c10::IValue &value, Visit &&visit)
    {
        if (value.isTensor() && value.toTensor().defined())
            visit(value.toTensor());
        else if (value.isList())
            for (const c10::IValue &element : value.toListRef())
                forTensors(element, visit);
    }

    static thread_local Recorder *recording;

    at::CallbackHandle m_handle = 0;
    int m_depth = 0;
    TracedOperator m_running; ///< the outermost one
    ProgramTrace m_trace;
};

thread_local Recorder *Recorder::recording = nullptr;

} // namespace

c10::IValue TracedOperator::argument(const std::string &asked) const
{
    const int place = schema ? schema->argumentIndexWithName(asked).value_or(-1) : -1;
    return place < 0 || std::size_t(place) >= arguments.size() ? c10::IValue()
                                                               : arguments[std::size_t(place)];
}

std::optional<int> ProgramTrace::makerOf(const at::Tensor &tensor) const
{
    for (std::size_t i = operators.size(); i-- > 0;) {
        for (const at::Tensor &output : operators[i].outputs) {
            if (output.is_same(tensor))
                return int(i);
        }
    }
    return {};
}

ProgramTrace traceProgram(const Program &program, const at::Tensor &pictures)
{
    const c10::NoGradGuard noGrad;
    Recorder recorder(pictures);
    recorder.trace().outputs = program.run(pictures, {.seen = [&recorder](int module, at::Tensor &) {
        recorder.noteEnd(module);
        return true;
    }});
    return std::move(recorder.trace());
}

} // namespace convscope
