#pragma once

#include "ui/jobs/lane.h"
#include "ui/present/guithread.h"

#include <QCache>
#include <QHash>
#include <QSet>
#include <QString>
#include <algorithm>
#include <map>
#include <memory>

namespace convscope {

/// What has become of a question.
template <typename T> struct RequestState
{
    /// The answer; while it is active, the answer so far; what was reached before the user stopped it.
    std::shared_ptr<const T> value;
    std::optional<Error> error;
    bool stopped = false; ///< by the user
    bool active = false; ///< waits or runs
    Progress progress;
};

/// Questions by key, each asked once: its answer is kept within a budget, its failure and its being stopped
/// are remembered until it is forgotten. GUI thread only.
template <typename T> class RequestCache
{
public:
    using Key = QString;
    /// Starts the job that answers.
    using Begin = std::function<JobHandle(Replies<T>)>;
    using Told = std::function<void(const Key &)>;
    using CostKiB = std::function<int(const T &)>;

    /// `ended` and `progressed` are called after the standing of a question has changed. However large they
    /// are, `minKept` answers must fit, or those of a full board would be asked for again and again.
    RequestCache(int budgetKiB, CostKiB cost, Told ended, Told progressed, int minKept = 128)
        : m_kept(budgetKiB)
        , m_budget(budgetKiB)
        , m_minKept(minKept)
        , m_cost(std::move(cost))
        , m_ended(std::move(ended))
        , m_progressed(std::move(progressed))
    {
    }

    RequestState<T> stateOf(const Key &key) const
    {
        assertGuiThread(Q_FUNC_INFO);
        if (const auto *kept = m_kept.object(key))
            return {.value = *kept, .error = {}, .stopped = false, .active = false, .progress = {}};
        if (const auto failed = m_unfinished.constFind(key); failed != m_unfinished.constEnd())
            return *failed;
        if (const auto job = m_jobs.find(key); job != m_jobs.end())
            return {.value = job->second.soFar,
                .error = {},
                .stopped = false,
                .active = true,
                .progress = job->second.progress};
        return {};
    }

    /// Whether its job rests while another one runs.
    bool isBehind(const Key &key) const
    {
        const auto job = m_jobs.find(key);
        return job != m_jobs.end() && job->second.handle.isBehind();
    }

    /// Whether the user has stopped its answer, also where the job has not heard of that yet.
    bool isStopped(const Key &key) const
    {
        const auto job = m_jobs.find(key);
        return job != m_jobs.end() ? job->second.handle.isStopping() : stateOf(key).stopped;
    }

    /// Does nothing where the question was asked before.
    void ask(const Key &key, const Begin &begin)
    {
        assertGuiThread(Q_FUNC_INFO);
        if (m_kept.contains(key) || m_unfinished.contains(key))
            return;
        if (const auto job = m_jobs.find(key); job != m_jobs.end()) {
            resume(job->second);
            return;
        }
        m_jobs[key].handle = begin({
            .done = [this, key](T value) { keep(key, std::move(value)); },
            .failed =
                [this, key](const Error &error) {
                    remember(key,
                        {.value = {}, .error = error, .stopped = false, .active = false, .progress = {}});
                },
            .progress =
                [this, key](Progress progress) {
                    m_jobs[key].progress = progress;
                    m_progressed(key);
                },
            .stopped =
                [this, key](std::optional<T> value) {
                    RequestState<T> standing{
                        .value = {}, .error = {}, .stopped = true, .active = false, .progress = {}};
                    if (value)
                        standing.value = std::make_shared<const T>(std::move(*value));
                    remember(key, std::move(standing));
                },
            .snapshot =
                [this, key](T value) {
                    m_jobs[key].soFar = std::make_shared<const T>(std::move(value));
                    m_progressed(key);
                },
        });
    }

    /// As a user does; also before it was asked.
    void stop(const Key &key)
    {
        assertGuiThread(Q_FUNC_INFO);
        if (const auto job = m_jobs.find(key); job != m_jobs.end())
            job->second.handle.stop();
        else if (!m_kept.contains(key) && !m_unfinished.contains(key))
            remember(key, {.value = {}, .error = {}, .stopped = true, .active = false, .progress = {}});
    }

    /// So that it can be asked again.
    void forget(const Key &key)
    {
        assertGuiThread(Q_FUNC_INFO);
        if (const auto job = m_jobs.find(key); job != m_jobs.end() && job->second.handle.isStopping())
            m_jobs.erase(job);
        m_unfinished.remove(key);
        m_kept.remove(key);
    }

    /// Drops the jobs of all other questions, but for the few that have got somewhere: these wait until they
    /// are asked again, so that going back to a photo loses nothing.
    void keepOnly(const QSet<Key> &wanted)
    {
        assertGuiThread(Q_FUNC_INFO);
        // What is wanted fits at once, or its parts would push each other out and be asked for again and
        // again.
        m_kept.setMaxCost(std::max(m_budget, int(wanted.size()) * maxCost()));
        for (auto &[key, job] : m_jobs) {
            if (!wanted.contains(key) && job.setAside == 0 && job.progress.done > 0) {
                job.handle.pause();
                job.setAside = ++m_setAside;
            }
        }
        std::erase_if(m_jobs, [&](const auto &entry) {
            const quint64 since = entry.second.setAside;
            return !wanted.contains(entry.first) && (since == 0 || since + maxSetAside <= m_setAside);
        });
    }

    void dropAll()
    {
        assertGuiThread(Q_FUNC_INFO);
        m_jobs.clear();
    }

private:
    struct Asked
    {
        JobHandle handle;
        Progress progress;
        quint64 setAside = 0; ///< counts up with each; 0: is asked
        std::shared_ptr<const T> soFar;
    };

    static constexpr quint64 maxSetAside = 8; // each holds what its method needs: some MiB

    static void resume(Asked &job)
    {
        if (job.setAside > 0)
            job.handle.resume();
        job.setAside = 0;
    }

    void keep(const Key &key, T value)
    {
        m_jobs.erase(key);
        const int cost = std::clamp(m_cost(value), 1, maxCost());
        m_kept.insert(key, new std::shared_ptr<const T>(std::make_shared<const T>(std::move(value))), cost);
        m_ended(Key(key));
    }

    void remember(const Key &key, RequestState<T> standing)
    {
        m_jobs.erase(key);
        m_unfinished.insert(key, std::move(standing));
        m_ended(Key(key));
    }

    /// Of one answer: so many of the largest fit.
    int maxCost() const { return std::max(1, m_budget / m_minKept); }

    QCache<Key, std::shared_ptr<const T>> m_kept;
    int m_budget; ///< KiB, where no more is wanted than that holds
    int m_minKept;
    QHash<Key, RequestState<T>> m_unfinished; ///< failed or stopped
    std::map<Key, Asked> m_jobs;
    quint64 m_setAside = 0;
    CostKiB m_cost;
    Told m_ended;
    Told m_progressed;
};

} // namespace convscope
