#include "core/engine/network/graph/exportedsignature.h"

#include "core/engine/network/damaged.h"

namespace convscope {

namespace {

using Kind = ExportedInput::Kind;

/// The name of a value that an argument stands for; empty where it is None or a number.
std::string valueName(const Json &argument)
{
    const auto [kind, value] = unionOf(argument);
    if (kind == "as_tensor" || kind == "as_custom_obj")
        return text(member(*value, "name"));
    if (kind == "as_sym_int" || kind == "as_sym_bool" || kind == "as_sym_float") {
        const Json *name = findMember(*value, "as_name");
        return name ? text(*name) : std::string();
    }
    return {};
}

bool isTensor(const Json &argument) { return unionOf(argument).first == "as_tensor"; }

/// Names by names, as PyTorch 2.1 writes what goes into a graph and comes out of it.
std::string targetIn(const Json &names, const std::string &name)
{
    const Json *target = findMember(names, name.c_str());
    return target ? text(*target) : std::string();
}

/// PyTorch 2.1 says of the inputs that are stored which they are; the graph has all.
std::vector<ExportedInput> oldInputs(const Json &graph, const Json &signature)
{
    std::vector<ExportedInput> inputs;
    for (const Json &argument : list(member(graph, "inputs"))) {
        ExportedInput input;
        input.name = valueName(argument);
        input.isTensor = isTensor(argument);
        if (input.name.empty())
            continue;
        if (const std::string parameter = targetIn(member(signature, "inputs_to_parameters"), input.name);
            !parameter.empty()) {
            input.kind = Kind::Parameter;
            input.target = parameter;
        } else if (const std::string buffer = targetIn(member(signature, "inputs_to_buffers"), input.name);
                   !buffer.empty()) {
            input.kind = Kind::Buffer;
            input.target = buffer;
        }
        inputs.push_back(std::move(input));
    }
    return inputs;
}

ExportedInput storedInput(Kind kind, const Json &spec, const char *target)
{
    return {kind, text(member(member(spec, "arg"), "name")), text(member(spec, target)), true};
}

std::vector<ExportedInput> newInputs(const Json &specs)
{
    std::vector<ExportedInput> inputs;
    for (const Json &each : list(specs)) {
        const auto [kind, spec] = unionOf(each);
        if (kind == "parameter") {
            inputs.push_back(storedInput(Kind::Parameter, *spec, "parameter_name"));
        } else if (kind == "buffer") {
            inputs.push_back(storedInput(Kind::Buffer, *spec, "buffer_name"));
        } else if (kind == "tensor_constant") {
            inputs.push_back(storedInput(Kind::Constant, *spec, "tensor_constant_name"));
        } else if (kind == "user_input") {
            const Json &argument = member(*spec, "arg");
            if (const std::string name = valueName(argument); !name.empty())
                inputs.push_back({Kind::User, name, {}, isTensor(argument)});
        } else if (kind == "custom_obj") {
            inputs.push_back({Kind::User, text(member(member(*spec, "arg"), "name")), {}, false});
        } else if (kind != "constant_input" && kind != "token") {
            damaged("an input of an unknown kind");
        }
    }
    return inputs;
}

/// The names of the values of what the user gets; empty for what is no tensor.
std::vector<std::string> outputValues(const Json &signature)
{
    std::vector<std::string> values;
    if (const Json *old = findMember(signature, "user_outputs")) { // of PyTorch 2.1
        for (const Json &name : list(*old))
            values.push_back(name.is_string() ? text(name) : std::string());
        return values;
    }
    for (const Json &each : list(member(signature, "output_specs"))) {
        const auto [kind, spec] = unionOf(each);
        if (kind == "user_output") {
            const Json &argument = member(*spec, "arg");
            values.push_back(isTensor(argument) ? valueName(argument) : std::string());
        } else if (kind == "loss_output") {
            values.push_back(text(member(member(*spec, "arg"), "name")));
        }
    }
    return values;
}

/// What is told of the call of the whole program; null where nothing is.
const Json *rootCall(const Json &graphModule)
{
    if (const Json *old = findMember(graphModule, "call_spec"))
        return old;
    const Json *calls = findMember(graphModule, "module_call_graph");
    if (!calls || !calls->is_array() || calls->empty())
        return nullptr;
    return findMember(calls->front(), "signature");
}

std::vector<std::string> outputNames(const Json *call)
{
    const Json *spec = call ? findMember(*call, "out_spec") : nullptr;
    return spec && spec->is_string() ? leafNames(text(*spec)) : std::vector<std::string>();
}

/// Those of forward, as far as they are told.
void nameUserInputs(std::vector<ExportedInput> &inputs, const Json *call)
{
    const Json *names = call ? findMember(*call, "forward_arg_names") : nullptr;
    std::size_t place = 0;
    for (ExportedInput &input : inputs) {
        if (input.kind != Kind::User)
            continue;
        const bool isTold =
            names && names->is_array() && place < names->size() && (*names)[place].is_string();
        input.target = isTold ? text((*names)[place]) : input.name;
        ++place;
    }
}

} // namespace

ExportedSignature readSignature(const Json &graphModule)
{
    const Json &signature = member(graphModule, "signature");
    const Json *call = rootCall(graphModule);
    ExportedSignature result;
    const Json *specs = findMember(signature, "input_specs");
    result.inputs = specs ? newInputs(*specs) : oldInputs(member(graphModule, "graph"), signature);
    nameUserInputs(result.inputs, call);
    const std::vector<std::string> values = outputValues(signature);
    std::vector<std::string> names = outputNames(call);
    if (names.size() != values.size())
        names.clear();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].empty())
            result.outputs.push_back({names.empty() ? std::to_string(i) : names[i], values[i]});
    }
    return result;
}

} // namespace convscope
