#include "core/explain/methods.h"

#include <nlohmann/json.hpp>

namespace convscope {

namespace {

/// Samples or steps that a method's result needs before it means anything.
template <typename Run> constexpr int leastDone = 1;
template <> constexpr int leastDone<LimeRun> = 2;

template <typename Run> class Running : public Explanation
{
public:
    template <typename Options>
    Running(const Network &network, const Photo &photo, const Options &options)
        : m_run(network, photo, options)
    {
    }
    bool step() override { return m_run.step(); }
    Progress progress() const override { return m_run.progress(); }
    Answer answer() const override { return m_run.result(); }
    bool hasAnswer() const override { return m_run.progress().done >= leastDone<Run>; }

private:
    Run m_run;
};

/// What belongs to a method, by its options.
template <typename Options> struct Method;
template <> struct Method<SaliencyOptions>
{
    using Run = SaliencyRun;
    static constexpr const char *name = "saliency";
};
template <> struct Method<ActivationOptions>
{
    using Run = ActivationRun;
    static constexpr const char *name = "activation";
};
template <> struct Method<FilterImageOptions>
{
    using Run = FilterImageRun;
    static constexpr const char *name = "visualize";
};
template <> struct Method<LimeOptions>
{
    using Run = LimeRun;
    static constexpr const char *name = "lime";
};

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

std::unique_ptr<Explanation> explain(const Network &network, const Photo &photo, const MethodOptions &options)
{
    return std::visit(
        [&]<typename Options>(const Options &asked) -> std::unique_ptr<Explanation> {
            return std::make_unique<Running<typename Method<Options>::Run>>(network, photo, asked);
        },
        options);
}

const char *methodName(const MethodOptions &options)
{
    return std::visit([]<typename Options>(const Options &) { return Method<Options>::name; }, options);
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
