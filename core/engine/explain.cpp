#include "core/computing.h"
#include "core/engine/filternetwork.h"
#include "core/engine/formedmap.h"
#include "core/explain/methods.h"

namespace convscope {

namespace {

template <typename Options> class Running : public Explanation
{
public:
    Running(const Network &network, const Photo &photo, const Options &options)
        : m_run(network, photo, options)
        , m_options(options)
        , m_photo(photo.input)
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
        if constexpr (requires { m_options.map; })
            takeForm(result, m_options.map, m_photo);
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
    Options m_options;
    Image m_photo;
    bool m_preview;
};

std::unique_ptr<Explanation> start(const Network &network, const Photo &photo, const MethodOptions &options)
{
    return std::visit(
        [&]<typename Options>(const Options &asked) -> std::unique_ptr<Explanation> {
            return std::make_unique<Running<Options>>(network, photo, asked);
        },
        options);
}

/// An explanation of a filter's response in place of the network's answer.
class OfFilter : public Explanation
{
public:
    OfFilter(const Network &network, const Photo &photo, MethodOptions options)
        : m_target(*fieldOf<Target>(options))
        , m_network(network, m_target)
    {
        *fieldOf<Target>(options) = {Target::Kind::Class, 0};
        m_inner = start(m_network, photo, options);
    }
    bool step() override { return m_inner->step(); }
    Progress progress() const override { return m_inner->progress(); }
    Answer answer() const override { return named(m_inner->answer()); }
    bool hasAnswer() const override { return m_inner->hasAnswer(); }
    std::optional<Answer> snapshot() const override
    {
        std::optional<Answer> answer = m_inner->snapshot();
        return answer ? std::optional(named(std::move(*answer))) : std::nullopt;
    }

private:
    Answer named(Answer answer) const
    {
        const Explained filter{m_target.index, Explained::Kind::Filter, m_target.layer, m_target.unit};
        if (auto *map = std::get_if<Attribution>(&answer)) {
            map->target = filter;
        } else if (auto *weights = std::get_if<SuperpixelWeights>(&answer)) {
            weights->target = filter;
            if (!weights->classes.empty())
                weights->other = std::move(weights->classes.front());
            weights->classes.clear();
        }
        return answer;
    }

    Target m_target;
    FilterNetwork m_network;
    std::unique_ptr<Explanation> m_inner;
};

} // namespace

std::unique_ptr<Explanation> explain(const Network &network, const Photo &photo, const MethodOptions &options)
{
    const Target *target = fieldOf<Target>(options);
    if (!target || target->kind != Target::Kind::Filter)
        return start(network, photo, options);
    checkQuestion(network.info(), options);
    return std::make_unique<OfFilter>(network, photo, options);
}

} // namespace convscope
