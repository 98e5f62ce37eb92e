#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace convscope {

class Evaluator;

/// How many photos of the folder the network gets right, and how far the evaluation is: for below the
/// gallery. Starts it, stops it, and leads to the confusion matrix. Not shown while there is nothing to
/// evaluate.
class EvaluationBar : public QWidget
{
    Q_OBJECT
public:
    explicit EvaluationBar(Evaluator &evaluator, QWidget *parent = nullptr);

    /// With all of its buttons, which come and go.
    int minWidth() const { return m_minWidth; }

Q_SIGNALS:
    void matrixAsked();

private:
    void refresh();
    QString countText() const;
    QString runText() const;
    QString runToolTip() const;
    bool areOnlyFailuresLeft() const;
    QString toolTip(const QString &line) const;

    Evaluator &m_evaluator;
    QLabel *m_count; ///< how many photos have been evaluated
    QLabel *m_right; ///< how many of them are right
    QProgressBar *m_progress;
    QPushButton *m_run;
    QPushButton *m_matrix;
    int m_minWidth = 0;
    QTimer m_tick; ///< runs with the evaluation: waiting is no news
};

} // namespace convscope
