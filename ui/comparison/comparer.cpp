#include "ui/comparison/comparer.h"

#include "core/explain/comparisonrun.h"
#include "ui/present/guithread.h"
#include "ui/present/keptcomparison.h"

#include <utility>

namespace convscope {

Comparer::Comparer(Lane &networkLane, Lane &workers, QObject *parent)
    : QObject(parent)
    , m_networkLane(networkLane)
    , m_workers(workers)
{
}

void Comparer::setNetwork(std::shared_ptr<const Network> network, const NetworkSource &source)
{
    assertGuiThread(Q_FUNC_INFO);
    m_job = {};
    m_summarising = {};
    m_found.reset();
    m_state.reset();
    m_failure.reset();
    m_progress = {};
    m_network = std::move(network);
    m_source = source;
    Q_EMIT changed();
}

void Comparer::start(ComparisonPlan plan, std::filesystem::path folder)
{
    assertGuiThread(Q_FUNC_INFO);
    m_job = {}; // what it has measured is kept
    m_summarising = {};
    m_found.reset();
    m_failure.reset();
    m_progress = {};
    const auto methods = int(plan.questions.size());
    m_plan = std::make_shared<const ComparisonPlan>(std::move(plan));
    m_folder = std::move(folder);
    const auto take = [](ComparisonRun &run) -> std::optional<Found> {
        run.keep();
        shrinkKept(maxKeptBytes);
        return Found{run.result(), run.knownBefore(), run.notKept()};
    };
    const auto peek = [](ComparisonRun &run) -> std::optional<Found> {
        return Found{run.result(), run.knownBefore(), run.notKept()};
    };
    m_job = m_networkLane.start<ComparisonRun, Found>(
        {.urgency = Urgency::Background,
            .title = [methods] { return tr("Comparing methods (%1)").arg(methods); },
            .network = m_network,
            .again = [this, asked = m_plan, from = m_folder] { start(*asked, from); },
            .kind = QStringLiteral("comparison")},
        [network = m_network, asked = m_plan, open = keptComparison(m_source)] {
            return std::make_unique<ComparisonRun>(*network, *asked, open);
        },
        take,
        {
            .done =
                [this](Found found) {
                    hear(std::move(found));
                    end();
                },
            .failed =
                [this](const Error &error) {
                    m_failure = error;
                    end();
                },
            .progress =
                [this](Progress progress) {
                    m_progress = progress;
                    Q_EMIT progressed();
                },
            .stopped =
                [this](std::optional<Found> found) {
                    if (found)
                        hear(std::move(*found));
                    end();
                },
            .snapshot = [this](Found found) { hear(std::move(found)); },
        },
        peek);
    Q_EMIT changed();
}

void Comparer::stop()
{
    assertGuiThread(Q_FUNC_INFO);
    m_job.stop();
}

/// The newest is summarised once the one before it is.
void Comparer::hear(Found found)
{
    m_found = std::make_shared<const Found>(std::move(found));
    if (!m_summarising.isActive())
        summarise();
}

void Comparer::summarise()
{
    using Made = std::shared_ptr<const State>;
    m_summarising = m_workers.call<Made>({Urgency::Quick, {}},
        [plan = m_plan, found = std::exchange(m_found, nullptr), network = m_network->info().file,
            folder = m_folder]() -> Made {
            return std::make_shared<const State>(State{*plan, found->photos, summaryOf(*plan, found->photos),
                found->knownBefore, found->notKept, network, folder});
        },
        {.done =
                [this](Made made) {
                    m_state = std::move(made);
                    if (m_found)
                        summarise();
                    Q_EMIT changed();
                },
            .failed =
                [this](const Error &error) {
                    m_failure = error;
                    Q_EMIT changed();
                }});
}

void Comparer::end()
{
    m_job = {};
    Q_EMIT changed();
}

} // namespace convscope
