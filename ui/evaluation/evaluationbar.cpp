#include "ui/evaluation/evaluationbar.h"

#include "ui/evaluation/evaluator.h"
#include "ui/present/duration.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

EvaluationBar::EvaluationBar(Evaluator &evaluator, QWidget *parent)
    : QWidget(parent)
    , m_evaluator(evaluator)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_run(new QPushButton)
    , m_matrix(new QPushButton(tr("Con&fusion matrix…")))
{
    setObjectName(QStringLiteral("evaluationBar"));
    m_text->setObjectName(QStringLiteral("evaluationText"));
    m_text->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("evaluationProgress"));
    m_progress->setAccessibleName(tr("Progress of the evaluation"));
    m_run->setObjectName(QStringLiteral("evaluate"));
    m_matrix->setObjectName(QStringLiteral("confusionMatrix"));
    m_matrix->setToolTip(tr("Which classes the network takes for which"));
    connect(m_run, &QPushButton::clicked, this,
        [this] { m_evaluator.isRunning() ? m_evaluator.stop() : m_evaluator.start(); });
    connect(m_matrix, &QPushButton::clicked, this, &EvaluationBar::matrixAsked);
    connect(&m_evaluator, &Evaluator::changed, this, &EvaluationBar::refresh);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &EvaluationBar::refresh);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_run);
    buttons->addWidget(m_matrix);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    refresh();
}

void EvaluationBar::refresh()
{
    const bool running = m_evaluator.isRunning();
    const int done = m_evaluator.doneCount();
    if (running && !m_tick.isActive())
        m_tick.start();
    else if (!running)
        m_tick.stop();
    setVisible(m_evaluator.canStart() || running || done > 0);
    m_text->setText(text());
    m_text->setVisible(done > 0 || running);
    m_progress->setVisible(running);
    m_progress->setRange(0, m_evaluator.photoCount());
    m_progress->setValue(done);
    m_run->setVisible(running || m_evaluator.canStart());
    m_run->setText(running ? tr("S&top") : done > 0 ? tr("Eval&uate the rest") : tr("Eval&uate"));
    m_run->setToolTip(running
            ? tr("Stop the evaluation; what has been answered is kept")
            : tr("Run the network over all photos of the folder, behind all else that it does"));
    m_matrix->setVisible(m_evaluator.evaluation().labelled > 0 && !running);
}

QString EvaluationBar::text() const
{
    const Evaluation &evaluation = m_evaluator.evaluation();
    QStringList parts;
    if (m_evaluator.doneCount() < m_evaluator.photoCount())
        parts << tr("%1 of %2 evaluated").arg(m_evaluator.doneCount()).arg(m_evaluator.photoCount());
    if (evaluation.labelled > 0)
        parts << tr("%1 % right").arg(evaluation.accuracy() * 100, 0, 'f', 1);
    else if (m_evaluator.doneCount() == m_evaluator.photoCount())
        parts << tr("Evaluated; no true class is known");
    if (const int failed = m_evaluator.doneCount() - evaluation.images; failed > 0)
        parts << (failed == 1 ? tr("1 cannot be read") : tr("%1 cannot be read").arg(failed));
    if (m_evaluator.isWaiting())
        parts << tr("waits for the board");
    else if (const auto left = m_evaluator.timeLeft())
        parts << tr("%1 left").arg(durationText(*left));
    return parts.join(QStringLiteral(" · "));
}

} // namespace convscope
