#include "ui/evaluation/evaluator.h"
#include "ui/present/sentences.h"

#include <QScopeGuard>

// What the evaluator keeps on disk, and finds there. Its own lane does that: writing goes before looking up.

namespace convscope {

namespace {

constexpr std::chrono::seconds waitAtEnd(5);

} // namespace

Evaluator::~Evaluator()
{
    m_lookingUp.drop();
    keepOnDisk();
    const auto deadline = std::chrono::steady_clock::now() + waitAtEnd;
    for (const Keeping &each : m_keeping)
        each.ended.wait_until(deadline);
}

/// Finds what is kept on disk. What is asked meanwhile waits for it.
void Evaluator::lookUp()
{
    m_lookingUp = m_keeper.start<KeptReading, KeptReading::Result>(
        {Urgency::Predict, {}},
        [source = m_source, hash = m_hashes.value(m_identity), set = m_set] {
            return std::make_unique<KeptReading>(source, hash, set);
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
    for (const auto &[place, answer] : kept.answers) {
        if (answer->likeliest.front().label < m_network->info().classCount)
            put(place, answer);
    }
    m_unkept = unkept; // what was there is no news
    const bool start = std::exchange(m_startAsked, false);
    publish();
    if (start)
        this->start();
}

/// Where it is not known of which file the network is, there is nothing to keep.
void Evaluator::keepOnDisk()
{
    m_keep.stop();
    const QString hash = m_hashes.value(m_identity);
    if (!m_unkept || hash.isEmpty())
        return;
    m_unkept = false;
    auto ended = std::make_shared<std::promise<void>>();
    std::erase_if(m_keeping, [](const Keeping &each) { return !each.job.isActive(); });
    Keeping &keeping = m_keeping.emplace_back();
    keeping.ended = ended->get_future();
    keeping.job = m_keeper.call<bool>({},
        [source = m_source, hash, set = m_set, told = m_answers.told, since = m_since, ended] {
            const auto tell = qScopeGuard([&ended] { ended->set_value(); });
            keep({hash, source.asked, keyFolder(*set)}, *set, told, since);
            return true;
        },
        {.done =
                [this](bool) {
                    if (m_notKept.isEmpty())
                        return;
                    m_notKept.clear();
                    Q_EMIT changed();
                },
            .failed =
                [this](const Error &error) {
                    m_notKept = sentence(error);
                    m_unkept = true;
                    Q_EMIT changed();
                }});
}

void Evaluator::countKept(std::function<void(KeptTotal)> told)
{
    m_counting = m_keeper.call<KeptTotal>(
        {}, [] { return keptTotal(); }, {.done = std::move(told), .failed = [](const Error &) {}});
}

void Evaluator::forgetKept()
{
    m_unkept = false;
    m_done = 0; // so that nothing is set aside
    setAside();
    m_kept.clear();
    m_keeping.clear();
    m_forgetting = m_keeper.call<bool>({},
        [] {
            convscope::forgetKept();
            return true;
        },
        {.done = [](bool) {}, .failed = [](const Error &) {}});
    takeUp(); // which looks at the disk after that
}

} // namespace convscope
