#pragma once

#include <QWidget>

class QLabel;

namespace convscope {

class JobSummary;

/// What the status bar holds: the values at the pointer, then the jobs and the device. It is always of one
/// height. Where there is too little room, the jobs' text gives way to the values.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    StatusLine(JobSummary *jobs, QWidget *parent = nullptr);

    QLabel *readout() const { return m_readout; }
    QLabel *device() const { return m_device; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QLabel *m_readout;
    JobSummary *m_jobs;
    QLabel *m_device;
};

} // namespace convscope
