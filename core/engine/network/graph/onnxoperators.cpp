#include "core/engine/network/graph/onnxoperators.h"

#include "core/engine/network/damaged.h"
#include "core/engine/network/pickle.h"

#include <map>
#include <sstream>

namespace convscope {

namespace {

std::vector<OnnxOperator> allOperators()
{
    std::vector<OnnxOperator> all;
    for (const auto group : {onnxActivations, onnxAttention, onnxComparisons, onnxConvolutions,
             onnxElementwise, onnxIndexing, onnxNorms, onnxPadding, onnxPools, onnxProducts, onnxReductions,
             onnxResizing, onnxShapes, onnxSources}) {
        const std::vector<OnnxOperator> operators = group();
        all.insert(all.end(), operators.begin(), operators.end());
    }
    return all;
}

} // namespace

const std::vector<OnnxOperator> &onnxOperators()
{
    static const std::vector<OnnxOperator> all = allOperators();
    return all;
}

const OnnxOperator *findOnnxOperator(const std::string &domain, const std::string &kind)
{
    static const auto byName = [] {
        std::map<std::pair<std::string, std::string>, const OnnxOperator *> map;
        for (const OnnxOperator &known : onnxOperators())
            map[{known.domain, known.kind}] = &known;
        return map;
    }();
    const auto found = byName.find({domain, kind});
    return found == byName.end() ? nullptr : found->second;
}

void requireInputs(const OnnxOperator &known, const OnnxCall &call)
{
    std::istringstream words(known.inputs);
    std::size_t input = 0;
    for (std::string word; words >> word; ++input) {
        if (!word.ends_with('?') && !call.has(input))
            damaged(printable(call.description()) + " has no input " + word);
        for (; word.ends_with("...") && input < call.inputCount(); ++input) {
            if (!call.has(input))
                damaged(printable(call.description()) + " has an empty input");
        }
    }
}

std::vector<std::string> inputNames(const OnnxOperator &known, std::size_t count)
{
    std::vector<std::string> names;
    std::istringstream words(known.inputs);
    for (std::string word; words >> word;) {
        if (word.ends_with("...")) {
            word.resize(word.size() - 3);
            for (std::size_t i = 0; names.size() < count; ++i)
                names.push_back(word + "_" + std::to_string(i));
            break;
        }
        if (word.ends_with('?'))
            word.pop_back();
        names.push_back(word);
    }
    if (count > names.size())
        damaged(std::string(known.kind) + " with " + std::to_string(count) + " inputs");
    return names;
}

} // namespace convscope
