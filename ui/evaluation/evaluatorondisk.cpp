#include "ui/evaluation/evaluator.h"
#include "ui/present/guithread.h"
#include "ui/present/sentences.h"

#include <QScopeGuard>

// What the evaluator keeps on disk, and finds there. Its own lane does that: writing goes before looking up.

namespace convscope {

namespace {

constexpr std::chrono::seconds waitAtEnd(5);

} // namespace

Evaluator::~Evaluator()
{
    leaveWork();
    keepOnDisk();
    const auto deadline = std::chrono::steady_clock::now() + waitAtEnd;
    for (const Writing &each : m_writing)
        each.ended.wait_until(deadline);
}

/// Finds what is kept on disk, and what of that which is known does not hold any more. What is asked
/// meanwhile waits for it.
void Evaluator::lookUp()
{
    m_lookingUp = m_keeper.start<KeptReading, KeptReading::Result>(
        {Urgency::Shown, {}},
        [source = m_source, hash = m_hashes.value(m_identity), set = m_set, known = m_answers.told] {
            return std::make_unique<KeptReading>(source, hash, set, known);
        },
        [](KeptReading &reading) { return std::optional(reading.result()); },
        {.done = [this, identity = m_identity](
                     const KeptReading::Result &kept) { heardOfKept(identity, kept); },
            .failed = [this, identity = m_identity](const Error &) { heardOfKept(identity, {}); }});
}

void Evaluator::heardOfKept(const QString &identity, const KeptReading::Result &kept)
{
    if (!kept.networkHash.isEmpty())
        m_hashes[identity] = kept.networkHash;
    const bool unkept = m_unkept || kept.touched;
    for (const auto &[place, answer] : kept.gone) {
        if (m_answers.told[std::size_t(place)] == answer) // else there is a newer one
            clear(place);
    }
    for (const auto &[place, answer] : kept.answers) {
        const bool isNew = !m_answers.told[std::size_t(place)];
        if (isNew && answer->likeliest.front().label < m_network->info().classCount)
            put(place, answer, std::chrono::steady_clock::now());
    }
    m_unkept = unkept; // what was there is no news
    const bool start = std::exchange(m_startAsked, false);
    publish();
    if (start)
        this->start();
}

bool Evaluator::canKeep() const { return !m_hashes.value(m_identity).isEmpty() && !keptFolder().empty(); }

void Evaluator::keepOnDisk()
{
    m_keep.stop();
    if (!m_unkept || !canKeep())
        return;
    m_unkept = false;
    writeInOrder(
        [network = m_hashes.value(m_identity), asked = m_source.asked, set = m_set, told = m_answers.told] {
            keep({network, asked, keyFolder(*set)}, *set, told);
        },
        [this](const std::optional<Error> &error) { tellNotKept(error); });
}

void Evaluator::tellNotKept(const std::optional<Error> &error)
{
    const QString before = std::exchange(m_notKept, error ? sentence(*error) : QString());
    m_unkept = m_unkept || error;
    if (m_notKept != before)
        Q_EMIT changed();
}

/// Each job does what has waited longest, which need not be what it was started for.
void Evaluator::writeInOrder(std::function<void()> work, DiskQueue::Ended ended)
{
    using Tell = std::function<void()>;
    m_disk->add(std::move(work), std::move(ended));
    std::erase_if(m_writing, [](const Writing &each) { return !each.job.isActive(); });
    const auto promise = std::make_shared<std::promise<void>>();
    Writing &writing = m_writing.emplace_back();
    writing.ended = promise->get_future();
    writing.job = m_keeper.call<Tell>({},
        [disk = m_disk, promise] {
            const auto tell = qScopeGuard([&promise] { promise->set_value(); });
            return disk->doNext();
        },
        {.done =
                [](const Tell &tell) {
                    if (tell)
                        tell();
                },
            .failed = [this](const Error &error) { tellNotKept(error); }});
}

void Evaluator::countKept(std::function<void(KeptTotal)> told)
{
    assertGuiThread(Q_FUNC_INFO);
    m_counting = m_keeper.call<KeptTotal>(
        {}, [] { return keptTotal(); }, {.done = std::move(told), .failed = [](const Error &) {}});
}

/// What was to be kept is not; what is answered from now on is kept after that.
void Evaluator::forgetKept()
{
    assertGuiThread(Q_FUNC_INFO);
    leaveWork();
    m_unkept = false;
    m_kept.clear();
    m_disk->clear();
    writeInOrder([] { convscope::forgetKept(); },
        [this](const std::optional<Error> &error) {
            if (error)
                Q_EMIT notForgotten(*error);
        });
    takeUp(); // which looks at the disk after that
}

} // namespace convscope
