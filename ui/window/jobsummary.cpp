#include "ui/window/jobsummary.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

namespace convscope {

JobSummary::JobSummary(QList<Lane *> lanes, QWidget *parent)
    : QWidget(parent)
    , m_lanes(std::move(lanes))
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton)
{
    setObjectName(QStringLiteral("jobs"));
    m_text->setObjectName(QStringLiteral("jobsText"));
    m_progress->setAccessibleName(tr("Progress of what runs"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 20);
    m_progress->setMaximumHeight(fontMetrics().height() + 2);
    m_cancel->setObjectName(QStringLiteral("cancelAll"));
    m_cancel->setIcon(style()->standardIcon(QStyle::SP_DialogCancelButton));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Cancel all (what has been reached is kept)"));
    m_cancel->setAccessibleName(tr("Cancel all"));
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        for (Lane *lane : std::as_const(m_lanes))
            lane->stopAll();
    });
    for (Lane *lane : std::as_const(m_lanes))
        connect(lane, &Lane::jobsChanged, this, &JobSummary::refresh);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    refresh();
}

void JobSummary::refresh()
{
    QList<JobInfo> jobs;
    for (const Lane *lane : std::as_const(m_lanes))
        jobs += lane->jobs();
    m_progress->setVisible(!jobs.isEmpty());
    m_cancel->setVisible(!jobs.isEmpty());
    if (jobs.isEmpty()) {
        m_text->clear();
        return;
    }
    const JobInfo &first = jobs.first();
    m_text->setText(jobs.size() == 1 ? first.title : tr("%1, %2 more").arg(first.title).arg(jobs.size() - 1));
    m_progress->setRange(0, first.progress.total);
    m_progress->setValue(first.progress.done);
}

} // namespace convscope
