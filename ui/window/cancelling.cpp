#include "ui/window/mainwindow.h"

// What the window says when the user has cancelled something, and how that is taken back.

namespace convscope {

void MainWindow::cancelled(const QList<JobInfo> &jobs)
{
    QList<std::function<void()>> again;
    for (const JobInfo &job : jobs) {
        if (job.again)
            again.prepend(job.again); // the one asked for last is done first
    }
    const QString text = jobs.size() == 1
        ? tr("Cancelled: %1").arg(jobs.first().title)
        : tr("Cancelled: %1, and %2 more").arg(jobs.first().title).arg(jobs.size() - 1);
    if (again.isEmpty())
        return; // the rest tells itself what has become of it
    m_messages->offer(MessageBar::Kind::Done, MessageBar::About::Cancelled, text, tr("Start again"), [again] {
        for (const auto &start : again)
            start();
    });
}

} // namespace convscope
