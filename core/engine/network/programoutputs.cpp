#include "core/engine/network/programoutputs.h"

#include "core/engine/network/statedict.h"
#include "core/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <charconv>

namespace convscope {

namespace {

std::string typeName(const at::Tensor &tensor) { return at::toString(tensor.scalar_type()); }

/// One number tells two classes apart.
int classesOf(const at::Tensor &tensor, std::int64_t batch)
{
    return int(std::max(tensor.numel() / batch, std::int64_t(2)));
}

[[noreturn]] void refuse(const at::Tensor &tensor)
{
    const std::string shape = shapeText(tensor.sizes().vec());
    throw Error(ErrorKind::NotAClassifier, {}, {},
        tensor.is_floating_point() ? Phrase(Phrase::GivesShape, {shape})
                                   : Phrase(Phrase::GivesNoFloats, {shape, typeName(tensor)}));
}

/// The place among all outputs that a name or a number means; none where there is none.
std::optional<std::size_t> placeOf(const ProgramOutputs &outputs, const std::string &asked)
{
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (outputs[i].first == asked)
            return i;
    }
    std::size_t index = 0;
    const char *end = asked.data() + asked.size();
    const auto parsed = std::from_chars(asked.data(), end, index);
    const bool isPlace = parsed.ec == std::errc() && parsed.ptr == end && index < outputs.size();
    return isPlace ? std::optional(index) : std::nullopt;
}

/// How likely it is that a tensor is the one that is meant.
int likelihood(const std::pair<std::string, at::Tensor> &output, std::int64_t batch, std::size_t classes)
{
    const auto &[name, tensor] = output;
    const bool fits = classes > 0 && classesOf(tensor, batch) == int(classes);
    const bool isNamed = name == "logits" || name.ends_with(".logits");
    return 8 * fits + 4 * isNamed + 2 * (tensor.numel() > batch) + (tensor.dim() == 2);
}

} // namespace

std::string namesOf(const std::vector<NetworkOutput> &outputs)
{
    std::string text;
    for (const NetworkOutput &output : outputs)
        text += (text.empty() ? "" : ", ") + output.name;
    return text;
}

bool holdsRows(const at::Tensor &tensor, std::int64_t batch)
{
    if (!tensor.is_floating_point() || tensor.numel() == 0)
        return false;
    std::vector<std::int64_t> sides = tensor.sizes().vec();
    if (!sides.empty() && sides.front() == batch)
        sides.erase(sides.begin());
    else if (batch > 1)
        return false;
    return std::count_if(sides.begin(), sides.end(), [](std::int64_t side) { return side > 1; }) <= 1;
}

at::Tensor rowsOf(const at::Tensor &tensor, std::int64_t batch)
{
    TORCH_CHECK(holdsRows(tensor, batch), "no row of numbers for each picture");
    return tensor.reshape({batch, -1});
}

ChosenOutput chooseOutput(
    const ProgramOutputs &outputs, std::int64_t batch, const std::string &asked, std::size_t classes)
{
    if (outputs.empty())
        throw Error(ErrorKind::NotAClassifier, {}, {}, Phrase::GivesNoTensor);
    ChosenOutput chosen;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (!holdsRows(outputs[i].second, batch))
            continue;
        rows.push_back(i);
        chosen.all.push_back({outputs[i].first, classesOf(outputs[i].second, batch)});
    }
    if (!asked.empty()) {
        const auto place = placeOf(outputs, asked);
        if (!place)
            throw Error(ErrorKind::NoSuchOutput, {}, {asked, namesOf(chosen.all)});
        if (!holdsRows(outputs[*place].second, batch))
            refuse(outputs[*place].second);
        chosen.index = *place;
    } else {
        if (rows.empty())
            refuse(outputs.front().second);
        chosen.index = *std::max_element(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
            return likelihood(outputs[a], batch, classes) < likelihood(outputs[b], batch, classes);
        });
    }
    chosen.name = outputs[chosen.index].first;
    return chosen;
}

} // namespace convscope
