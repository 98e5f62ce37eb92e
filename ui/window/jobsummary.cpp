#include "ui/window/jobsummary.h"

#include "ui/present/duration.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/jobslist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

namespace convscope {

JobSummary::JobSummary(QList<Lane *> lanes, QWidget *parent)
    : QWidget(parent)
    , m_model(std::move(lanes))
    , m_text(new ElidedLabel)
    , m_all(new QToolButton)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton)
{
    setObjectName(QStringLiteral("jobs"));
    m_text->setObjectName(QStringLiteral("jobsText"));
    m_progress->setObjectName(QStringLiteral("jobsProgress"));
    m_progress->setAccessibleName(tr("Progress of what runs"));
    m_progress->setFixedWidth(fontMetrics().horizontalAdvance(u'0') * 16);
    m_progress->setMaximumHeight(fontMetrics().height() + 2);
    m_cancel->setObjectName(QStringLiteral("cancelAll"));
    m_cancel->setIcon(style()->standardIcon(QStyle::SP_DialogCancelButton));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Cancel all (what has been reached is kept)"));
    m_cancel->setAccessibleName(tr("Cancel all"));
    connect(m_cancel, &QToolButton::clicked, &m_model, &JobsModel::stopAll);
    m_all->setObjectName(QStringLiteral("showJobs"));
    m_all->setArrowType(Qt::UpArrow);
    m_all->setAutoRaise(true);
    m_all->setToolTip(tr("Show all jobs (Ctrl+J)"));
    m_all->setAccessibleName(tr("Show all jobs"));
    connect(m_all, &QToolButton::clicked, this, &JobSummary::showList);
    connect(&m_model, &JobsModel::changed, this, &JobSummary::refresh);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_all);
    layout->addWidget(m_cancel);
    refresh();
}

/// With all of its parts, also those that are hidden while nothing runs.
int JobSummary::tallest() const
{
    int height = 0;
    for (const QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (!part->isWindow())
            height = std::max(height, std::min(part->sizeHint().height(), part->maximumHeight()));
    }
    return height;
}

void JobSummary::showList()
{
    if (!m_list)
        m_list = new JobsList(m_model, this);
    const QWidget *corner = isVisible() ? this : parentWidget();
    m_list->popUp(corner->mapToGlobal(QPoint(corner->width(), 0)));
}

void JobSummary::refresh()
{
    const int jobs = m_model.rowCount();
    for (QWidget *widget :
        {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_all), static_cast<QWidget *>(m_cancel)})
        widget->setVisible(jobs > 0);
    if (jobs == 0) {
        m_text->clear();
        return;
    }
    const JobInfo &first = m_model.job(0);
    QString text = jobs == 1 ? first.title : tr("%1, %2 more").arg(first.title).arg(jobs - 1);
    if (const auto left = m_model.timeLeft())
        text += tr(" · %1 left").arg(durationText(*left));
    m_text->setText(text);
    m_progress->setRange(0, first.progress.total);
    m_progress->setValue(first.progress.done);
}

} // namespace convscope
