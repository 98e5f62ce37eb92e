#pragma once

#include "ui/jobs/lane.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace convscope {

/// One line on what runs and what waits, for the status bar, with a button that cancels all.
class JobSummary : public QWidget
{
    Q_OBJECT
public:
    explicit JobSummary(QList<Lane *> lanes, QWidget *parent = nullptr);

private:
    void refresh();

    QList<Lane *> m_lanes;
    QLabel *m_text;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
};

} // namespace convscope
