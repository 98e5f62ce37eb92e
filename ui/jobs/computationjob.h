#pragma once

#include "core/computation.h"
#include "core/error.h"
#include "ui/jobs/job.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace convscope::detail {

/// A job that drives a computation of type C.
template <typename C, typename Result> class ComputationJob final : public Job
{
public:
    using Start = std::function<std::unique_ptr<C>()>;
    using Take = std::function<std::optional<Result>(C &)>;

    ComputationJob(JobSpec spec, Start start, Take take, Take peek, Replies<Result> replies)
        : Job(std::move(spec))
        , m_start(std::move(start))
        , m_take(std::move(take))
        , m_peek(std::move(peek))
        , m_replies(std::move(replies))
    {
    }

    bool step() override
    {
        if (m_computation)
            return m_computation->step();
        m_computation = m_start();
        return true;
    }

    Progress progress() const override { return m_computation ? m_computation->progress() : Progress{}; }

    Reply progressed(Progress progress) override
    {
        if (!m_replies.progress)
            return {};
        return [this, progress] { m_replies.progress(progress); };
    }

    Reply snapshot() override
    {
        if (!m_replies.snapshot || !m_peek || !m_computation)
            return {};
        auto result = std::make_shared<std::optional<Result>>(m_peek(*m_computation));
        if (!*result)
            return {};
        return [this, result] { m_replies.snapshot(std::move(**result)); };
    }

    Reply done() override
    {
        auto result = std::make_shared<std::optional<Result>>(m_take(*m_computation));
        if (!*result)
            return failed(Error(ErrorKind::Internal, {}, {"ended without a result"}));
        m_computation.reset();
        return [this, result] { m_replies.done(std::move(**result)); };
    }

    Reply stopped() override
    {
        auto result = std::make_shared<std::optional<Result>>();
        if (m_computation)
            *result = m_take(*m_computation);
        m_computation.reset();
        return [this, result] {
            if (m_replies.stopped)
                m_replies.stopped(std::move(*result));
        };
    }

    Reply failed(const Error &error) override
    {
        m_computation.reset();
        return givenUp(error);
    }

    Reply givenUp(const Error &error) override
    {
        return [this, error] { m_replies.failed(error); };
    }

    void abandon() override { m_computation.reset(); }

private:
    Start m_start; // holds what the computation refers to, so it is destroyed after it
    Take m_take;
    Take m_peek;
    Replies<Result> m_replies;
    std::unique_ptr<C> m_computation;
};

/// A function as a computation of one step.
template <typename Result> class FunctionCall : public Computation
{
public:
    explicit FunctionCall(const std::function<Result()> &function)
        : m_function(function)
    {
    }
    bool step() override
    {
        m_result = m_function();
        return false;
    }
    Progress progress() const override { return {m_result ? 1 : 0, 1}; }
    std::optional<Result> take() { return std::move(m_result); }

private:
    std::function<Result()> m_function;
    std::optional<Result> m_result;
};

} // namespace convscope::detail
