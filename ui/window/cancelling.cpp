#include "ui/window/mainwindow.h"

#include <algorithm>
#include <ranges>

// What the window says when the user has cancelled something, and how that is taken back.

namespace convscope {

namespace {

bool canStart(const JobInfo &job) { return !job.canAgain || job.canAgain(); }

} // namespace

/// Beside what was cancelled before, as long as that is offered.
void MainWindow::cancelled(const QList<JobInfo> &jobs)
{
    if (!m_messages->says(MessageBar::About::Cancelled))
        m_cancelled.clear();
    for (JobInfo job : jobs) {
        if (!job.again)
            continue; // it tells itself what has become of it
        if (job.urgency == Urgency::Background && !job.canAgain)
            job.canAgain = canEvaluateAgain(job);
        m_cancelled << job;
    }
    offerCancelled();
}

/// Whether the same network can be asked about the same photos, and is not by another job of its kind.
std::function<bool()> MainWindow::canEvaluateAgain(const JobInfo &cancelled) const
{
    return [this, id = cancelled.id, kind = cancelled.kind, network = m_workspace->networkIdentity(),
               folder = m_workspace->folder(), split = m_workspace->split()] {
        const auto isAnother = [id, kind](const JobInfo &job) {
            return job.urgency == Urgency::Background && job.kind == kind && job.id != id;
        };
        return m_workspace->networkIdentity() == network && m_workspace->folder() == folder
            && m_workspace->split() == split
            && std::ranges::none_of(m_workspace->networkLane().jobs(), isAnother);
    };
}

/// In the language that is spoken now.
void MainWindow::offerCancelled()
{
    if (m_cancelled.isEmpty()) {
        m_messages->withdraw(MessageBar::About::Cancelled);
        return;
    }
    const QString first = m_cancelled.first().name.text();
    const QString text = m_cancelled.size() == 1
        ? tr("Cancelled: %1").arg(first)
        : tr("Cancelled: %1, and %2 more").arg(first).arg(m_cancelled.size() - 1);
    m_messages->offer(MessageBar::Kind::Done, MessageBar::About::Cancelled, text, tr("Start again"), [this] {
        const QList<JobInfo> jobs = std::exchange(m_cancelled, {});
        for (const JobInfo &job : std::views::reverse(jobs)) // the one asked for last is done first
            job.again();
    });
}

/// What is on the board no more, or has been started otherwise, is not offered any longer.
void MainWindow::withdrawSpentOffers()
{
    if (!m_messages->says(MessageBar::About::Cancelled))
        return;
    if (m_cancelled.removeIf([](const JobInfo &job) { return !canStart(job); }) > 0)
        offerCancelled();
}

} // namespace convscope
