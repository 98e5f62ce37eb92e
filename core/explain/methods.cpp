#include "core/explain/methods.h"

#include <nlohmann/json.hpp>

namespace convscope {

namespace {

const char *nameOf(const SaliencyOptions &) { return "saliency"; }
const char *nameOf(const ActivationOptions &) { return "activation"; }
const char *nameOf(const FilterImageOptions &) { return "visualize"; }
const char *nameOf(const LimeOptions &) { return "lime"; }

nlohmann::json jsonOf(const Target &target) { return toString(target); }
nlohmann::json jsonOf(Objective objective) { return objective == Objective::Loss ? "loss" : "logit"; }
nlohmann::json jsonOf(Score score) { return score == Score::Logits ? "logits" : "probabilities"; }
nlohmann::json jsonOf(const std::optional<std::uint32_t> &value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}
template <typename Number> nlohmann::json jsonOf(Number value)
{
    static_assert(std::is_arithmetic_v<Number>);
    return value;
}

} // namespace

const char *methodName(const MethodOptions &options)
{
    return std::visit([](const auto &asked) { return nameOf(asked); }, options);
}

std::string toJson(const MethodOptions &options)
{
    nlohmann::json object = nlohmann::json::object();
    std::visit(
        [&]<typename Options>(const Options &asked) {
            Options::fields(asked,
                [&](const char *name, const auto &value, const Bounds &) { object[name] = jsonOf(value); });
        },
        options);
    return object.dump();
}

} // namespace convscope
