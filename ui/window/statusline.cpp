#include "ui/window/statusline.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/window/jobsummary.h"

#include <QEvent>
#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 12;

} // namespace

StatusLine::StatusLine(JobSummary *jobs, QWidget *parent)
    : QWidget(parent)
    , m_readout(new ElidedLabel(this))
    , m_jobs(jobs)
    , m_device(new QLabel(this))
{
    m_jobs->setParent(this);
    m_readout->setObjectName(QStringLiteral("readout"));
    m_readout->setAccessibleName(tr("Values at the pointer"));
    m_device->setObjectName(QStringLiteral("device"));
    m_device->setToolTip(tr("Where the network runs"));
    QSizePolicy fixed(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(fixed);
}

QSize StatusLine::sizeHint() const { return {minimumSizeHint().width() * 2, minimumSizeHint().height()}; }

QSize StatusLine::minimumSizeHint() const
{
    const int height = std::max(m_jobs->tallest(), m_device->sizeHint().height());
    return {m_jobs->minimumSizeHint().width() + gap, height};
}

/// A child's text has changed.
bool StatusLine::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void StatusLine::resizeEvent(QResizeEvent *) { arrange(); }

void StatusLine::arrange()
{
    const int values = m_readout->text().isEmpty() ? 0 : m_readout->sizeHint().width() + gap;
    const int device = std::min(width() / 4, m_device->sizeHint().width());
    const int room = std::max(0, width() - values - device - gap);
    const int jobs =
        std::clamp(m_jobs->sizeHint().width(), 0, std::max(m_jobs->minimumSizeHint().width(), room));
    m_device->setGeometry(width() - device, 0, device, height());
    m_jobs->setGeometry(width() - device - gap - jobs, 0, jobs, height());
    m_readout->setGeometry(0, 0, std::max(0, m_jobs->x() - gap), height());
}

} // namespace convscope
