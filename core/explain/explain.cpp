#include "core/computing.h"
#include "core/explain/methods.h"

namespace convscope {

namespace {

/// The computation that answers a question, by its options.
template <typename Options> struct RunOf;
template <> struct RunOf<SaliencyOptions>
{
    using Type = SaliencyRun;
};
template <> struct RunOf<ActivationOptions>
{
    using Type = ActivationRun;
};
template <> struct RunOf<FilterImageOptions>
{
    using Type = FilterImageRun;
};
template <> struct RunOf<LimeOptions>
{
    using Type = LimeRun;
};

/// Samples or steps that a method's result needs before it means anything.
template <typename Run> constexpr int leastDone = 1;
template <> constexpr int leastDone<LimeRun> = 2;

/// And before it is shown while the method runs.
template <typename Run> constexpr int leastShown = 1;
template <> constexpr int leastShown<LimeRun> = 100;

template <typename Run> class Running : public Explanation
{
public:
    template <typename Options>
    Running(const Network &network, const Photo &photo, const Options &options)
        : m_run(network, photo, options)
        , m_preview(network.info().precision == Precision::Preview)
    {
    }
    bool step() override
    {
        computing("Explanation::step");
        return m_run.step();
    }
    Progress progress() const override { return m_run.progress(); }
    Answer answer() const override
    {
        auto result = m_run.result();
        if (m_preview)
            result.notes.push_back(Note::PreviewPrecision);
        return result;
    }
    bool hasAnswer() const override { return m_run.progress().done >= leastDone<Run>; }
    std::optional<Answer> snapshot() const override
    {
        if (m_run.progress().done < leastShown<Run>)
            return {};
        Answer result = answer();
        std::visit([](auto &any) { std::erase(any.notes, Note::StoppedEarly); }, result);
        return result;
    }

private:
    Run m_run;
    bool m_preview;
};

} // namespace

std::unique_ptr<Explanation> explain(const Network &network, const Photo &photo, const MethodOptions &options)
{
    return std::visit(
        [&]<typename Options>(const Options &asked) -> std::unique_ptr<Explanation> {
            return std::make_unique<Running<typename RunOf<Options>::Type>>(network, photo, asked);
        },
        options);
}

} // namespace convscope
