#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTreeView;

namespace convscope {

class JobsModel;

/// All jobs, with what each still takes, to cancel one or all: pops up above the status bar.
class JobsList : public QFrame
{
    Q_OBJECT
public:
    JobsList(JobsModel &model, QWidget *parent);

    /// Its lower right corner goes to `corner`, in global coordinates.
    void popUp(const QPoint &corner);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeButtons();
    void makeView();
    void keepCurrent();
    void stopCurrent();
    void refresh();

    JobsModel &m_model;
    QTreeView *m_view;
    QLabel *m_total;
    QPushButton *m_stop;
    QPushButton *m_stopAll;
    quint64 m_current = 0; ///< the job that is current in the view, wherever it moves
};

} // namespace convscope
