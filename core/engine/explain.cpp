#include "core/computing.h"
#include "core/explain/methods.h"

namespace convscope {

namespace {

template <typename Options> class Running : public Explanation
{
public:
    Running(const Network &network, const Photo &photo, const Options &options)
        : m_run(network, photo, options)
        , m_preview(network.info().precision == Precision::Preview)
    {
    }
    bool step() override
    {
        mayBlock("Explanation::step");
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
    bool hasAnswer() const override
    {
        if constexpr (requires { m_run.hasResult(); })
            return m_run.hasResult();
        else
            return m_run.progress().done >= Options::traits.minDone;
    }
    std::optional<Answer> snapshot() const override
    {
        if (!hasAnswer() || m_run.progress().done < Options::traits.minShown)
            return {};
        Answer result = answer();
        std::visit([](auto &any) { std::erase(any.notes, Note::StoppedEarly); }, result);
        return result;
    }

private:
    typename Options::Run m_run;
    bool m_preview;
};

} // namespace

std::unique_ptr<Explanation> explain(const Network &network, const Photo &photo, const MethodOptions &options)
{
    return std::visit(
        [&]<typename Options>(const Options &asked) -> std::unique_ptr<Explanation> {
            return std::make_unique<Running<Options>>(network, photo, asked);
        },
        options);
}

} // namespace convscope
