#pragma once

#include "ui/jobs/lane.h"

#include <QCoreApplication>
#include <QList>
#include <QSemaphore>
#include <QThread>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

// Here is a computation whose steps a test lets pass one by one, and its job in a lane.

/// What a test sees of a computation that it runs.
struct Record
{
    std::atomic<int> steps = 0;
    std::atomic<bool> onGuiThread = false;
    std::atomic<bool> destroyed = false;
    std::atomic<int> peeks = 0;
    QSemaphore mayStep; ///< one for each step that may be done
};

/// Counts up to `total`, a step at a time, whenever the test lets it.
class Counting : public Computation
{
public:
    Counting(std::shared_ptr<Record> record, int total, bool free)
        : m_record(std::move(record))
        , m_total(total)
        , m_free(free)
    {
        note();
    }
    ~Counting() override
    {
        note();
        m_record->destroyed = true;
    }
    bool step() override
    {
        note();
        if (!m_free)
            m_record->mayStep.acquire();
        ++m_done;
        ++m_record->steps;
        return m_done < m_total;
    }
    Progress progress() const override { return {m_done, m_total}; }
    std::optional<int> soFar() const { return m_done >= 2 ? std::optional(m_done) : std::nullopt; }
    std::optional<int> peek(int takesMs)
    {
        note();
        ++m_record->peeks;
        QThread::msleep(unsigned(takesMs));
        return m_done >= 3 ? soFar() : std::nullopt; // two are an answer, but not worth showing
    }

private:
    void note()
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            m_record->onGuiThread = true;
    }

    std::shared_ptr<Record> m_record;
    int m_total;
    bool m_free;
    int m_done = 0;
};

/// What the owner of a job has heard.
struct Heard
{
    std::optional<int> done;
    std::optional<ErrorKind> failed;
    std::vector<std::string> values;
    int progressed = 0;
    bool stopped = false;
    std::optional<int> partial;
    QList<int> snapshots;
    bool onGuiThread = true;

    Replies<int> replies()
    {
        const auto note = [this] {
            onGuiThread &= QThread::currentThread() == QCoreApplication::instance()->thread();
        };
        return {
            .done =
                [this, note](int value) {
                    note();
                    done = value;
                },
            .failed =
                [this, note](const Error &error) {
                    note();
                    failed = error.kind();
                    values = error.values();
                },
            .progress =
                [this, note](Progress) {
                    note();
                    ++progressed;
                },
            .stopped =
                [this, note](std::optional<int> value) {
                    note();
                    stopped = true;
                    partial = value;
                },
            .snapshot =
                [this, note](int value) {
                    note();
                    snapshots << value;
                },
        };
    }
    bool anything() const { return done || failed || stopped; }
};

/// Starts a Counting. If it is `free`, it waits for nobody. Each peek at it takes `peekTakesMs`.
inline JobHandle count(Lane &lane, JobSpec spec, std::shared_ptr<Record> record, int total, bool free,
    Heard &heard, int peekTakesMs = 0)
{
    return lane.start<Counting, int>(
        std::move(spec), [record, total, free] { return std::make_unique<Counting>(record, total, free); },
        [](Counting &counting) { return counting.soFar(); }, heard.replies(),
        [peekTakesMs](Counting &counting) { return counting.peek(peekTakesMs); });
}

} // namespace convscope
