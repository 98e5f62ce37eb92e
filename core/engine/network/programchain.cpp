#include "core/engine/network/programchain.h"

#include "core/engine/network/chainreader.h"
#include "core/engine/network/programoutputs.h"
#include "core/engine/network/programtrace.h"
#include "core/error.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <set>

namespace convscope {

namespace {

/// Finds the way from the picture to the answer in what a network did.
class Finder
{
public:
    Finder(const Program &program, const ProgramTrace &trace)
        : m_program(program)
        , m_trace(trace)
    {
    }

    Chain run(const at::Tensor &answer) const
    {
        refuseBranches();
        ChainReader reader(m_trace.operators.front().outputs.front().size(0));
        for (const int place : wayTo(answer)) {
            const ProgramModule *leaf = leafOf(place);
            if (!reader.read(at(place), leaf ? leaf->name : std::string()))
                refuse(place);
        }
        return reader.chain();
    }

private:
    const TracedOperator &at(int place) const { return m_trace.operators[std::size_t(place)]; }

    /// Throws Error: NoRuleFor, with the innermost module that the operator is known to have run in.
    [[noreturn]] void refuse(int place) const
    {
        if (const ProgramModule *module = holderOf(place))
            throw Error(ErrorKind::NoRuleFor, {}, {module->name, module->kind});
        const std::string &name = at(place).name;
        throw Error(ErrorKind::NoRuleFor, {}, {name.substr(name.rfind(':') + 1), m_program.facts().kind});
    }

    /// What a network does may depend on a number that it takes out of a tensor.
    void refuseBranches() const
    {
        static const std::set<std::string> numbers = {
            "aten::item", "aten::is_nonzero", "aten::equal", "aten::allclose"};
        for (std::size_t i = 0; i < m_trace.operators.size(); ++i) {
            if (numbers.contains(m_trace.operators[i].name))
                refuse(int(i));
        }
    }

    /// All operators that the answer comes from, but for the picture.
    std::set<int> wayTo(const at::Tensor &answer) const
    {
        std::set<int> way;
        const auto add = [&](int maker) {
            if (maker > 0)
                way.insert(maker);
        };
        add(m_trace.makerOf(answer).value_or(0));
        for (auto step = way.rbegin(); step != way.rend(); ++step) { // its makers lie before it
            for (const TracedOperator::Source &source : at(*step).sources)
                add(source.maker);
        }
        return way;
    }

    const ProgramModule &moduleOf(const ProgramTrace::ModuleEnd &end) const
    {
        return m_program.modules()[std::size_t(end.module)];
    }

    /// A module that has none inside, and did nothing but this at the end.
    const ProgramModule *leafOf(int place) const
    {
        for (const ProgramTrace::ModuleEnd &end : m_trace.ends) {
            if (end.operators == place + 1 && moduleOf(end).isLeaf && moduleOf(end).kind != "Identity")
                return &moduleOf(end);
        }
        return nullptr;
    }

    /// That, or the first module to end behind the operator inside which another one had ended before it.
    const ProgramModule *holderOf(int place) const
    {
        if (const ProgramModule *leaf = leafOf(place))
            return leaf;
        std::set<std::string> ended;
        for (const ProgramTrace::ModuleEnd &end : m_trace.ends) {
            const ProgramModule &module = moduleOf(end);
            if (end.operators <= place)
                ended.insert(module.name);
            else if (const auto inside = ended.lower_bound(module.name + '.');
                     inside != ended.end() && inside->starts_with(module.name + '.'))
                return &module;
        }
        return nullptr;
    }

    const Program &m_program;
    const ProgramTrace &m_trace;
};

/// Makes logits of what the chain gives, as logitsOf does; false where no chain does it.
bool finish(Chain &chain, const at::Tensor &answer, std::int64_t pictures, AnswerForm form)
{
    if (answer.dim() != 2)
        chain.modules.push_back({.kind = ChainModule::Kind::Reshape, .shape = {answer.numel() / pictures}});
    if (form != AnswerForm::OneLogit)
        return form == AnswerForm::Logits;
    if (chain.modules.empty() || chain.modules.back().kind != ChainModule::Kind::Linear)
        return false;
    addLogitOfZero(chain);
    return true;
}

/// They are not where a tensor was changed through another one that shares its memory.
bool areSame(const at::Tensor &logits, const at::Tensor &expected)
{
    const double rounding = logits.scalar_type() == at::kDouble ? 1e-9 : 1e-3;
    const double largest = at::nan_to_num(expected, 0, 0, 0).abs().max().item<double>();
    return logits.sizes() == expected.sizes()
        && at::allclose(logits, expected, 0, rounding * std::max(1.0, largest), /*equal_nan=*/true);
}

} // namespace

Chain programChain(const Program &program, const at::Tensor &pictures, std::size_t output, AnswerForm form)
{
    const c10::NoGradGuard noGrad;
    const ProgramTrace trace = traceProgram(program, pictures);
    const at::Tensor answer = trace.outputs.at(output).second;
    Chain chain = Finder(program, trace).run(answer);
    if (!finish(chain, answer, pictures.size(0), form)
        || !areSame(chain(pictures), logitsOf(rowsOf(answer, pictures.size(0)), form)))
        throw Error(ErrorKind::NoRuleFor, {}, {"forward", program.facts().kind});
    return chain;
}

} // namespace convscope
