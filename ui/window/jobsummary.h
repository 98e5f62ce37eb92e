#pragma once

#include "ui/jobs/jobsmodel.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace convscope {

class JobsList;

/// One line on what runs and what waits, for the status bar, with buttons that list and cancel all.
class JobSummary : public QWidget
{
    Q_OBJECT
public:
    explicit JobSummary(QList<Lane *> lanes, QWidget *parent = nullptr);

    void showList();
    /// The height that it needs at most.
    int tallest() const;

private:
    void refresh();

    JobsModel m_model;
    JobsList *m_list = nullptr; ///< made when it is first wanted
    QLabel *m_text;
    QToolButton *m_all;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
};

} // namespace convscope
