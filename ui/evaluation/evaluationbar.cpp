#include "ui/evaluation/evaluationbar.h"

#include "ui/evaluation/evaluationtext.h"
#include "ui/evaluation/evaluator.h"
#include "ui/present/duration.h"
#include "ui/present/sentences.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int gap = 8;

} // namespace

EvaluationBar::EvaluationBar(Evaluator &evaluator, QWidget *parent)
    : QWidget(parent)
    , m_evaluator(evaluator)
    , m_count(new QLabel)
    , m_right(new QLabel)
    , m_progress(new QProgressBar)
    , m_run(new QPushButton)
    , m_matrix(new QPushButton(tr("Matrix…")))
{
    setObjectName(QStringLiteral("evaluationBar"));
    m_count->setObjectName(QStringLiteral("evaluationText"));
    m_right->setObjectName(QStringLiteral("evaluationRight"));
    for (QLabel *line : {m_count, m_right}) { // longer ones are cut, they do not widen the gallery
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        line->setTextFormat(Qt::PlainText);
    }
    m_progress->setObjectName(QStringLiteral("evaluationProgress"));
    m_progress->setAccessibleName(tr("Progress of the evaluation"));
    m_progress->setTextVisible(false); // the count is said above
    m_progress->setMinimumWidth(1); // the gallery does not grow for it
    m_progress->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_run->setObjectName(QStringLiteral("evaluate"));
    m_matrix->setObjectName(QStringLiteral("confusionMatrix"));
    m_matrix->setToolTip(tr("Which classes the network takes for which"));
    m_matrix->setAccessibleName(tr("Confusion matrix"));
    connect(m_run, &QPushButton::clicked, this,
        [this] { m_evaluator.isRunning() ? m_evaluator.stop() : m_evaluator.start(); });
    connect(m_matrix, &QPushButton::clicked, this, &EvaluationBar::matrixAsked);
    connect(&m_evaluator, &Evaluator::changed, this, &EvaluationBar::refresh);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &EvaluationBar::refresh);

    // As wide whatever it says, so that the gallery is.
    int widest = 0;
    for (const QString &text : {tr("Cancel"), tr("Try again"), tr("Evaluate the rest"), tr("Evaluate")}) {
        m_run->setText(text);
        widest = std::max(widest, m_run->sizeHint().width());
    }
    m_run->setMinimumWidth(widest);
    m_minWidth = widest + gap + m_matrix->sizeHint().width();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_run);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_matrix);
    buttons->addStretch(0);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(m_count);
    lines->addWidget(m_right);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(lines);
    layout->addLayout(buttons);
    refresh();
}

/// Of the same height whatever there is to say, so that no photo above moves.
void EvaluationBar::refresh()
{
    const bool running = m_evaluator.isRunning();
    const int done = m_evaluator.doneCount();
    if (running && !m_tick.isActive())
        m_tick.start();
    else if (!running)
        m_tick.stop();
    setVisible(m_evaluator.canStart() || running || done > 0);
    m_count->setText(countText());
    m_right->setText(rightText(m_evaluator));
    for (QLabel *line : {m_count, m_right})
        line->setToolTip(toolTip(line->text()));
    // What goes goes first: both at once would widen the gallery.
    (running ? static_cast<QWidget *>(m_matrix) : m_progress)->hide();
    (running ? static_cast<QWidget *>(m_progress) : m_matrix)->show();
    m_progress->setRange(0, m_evaluator.photoCount());
    m_progress->setValue(done);
    m_run->setVisible(running || m_evaluator.canStart());
    m_run->setText(runText());
    m_run->setToolTip(runToolTip());
    m_matrix->setEnabled(m_evaluator.evaluation().labelled > 0);
}

bool EvaluationBar::areOnlyFailuresLeft() const
{
    return m_evaluator.failedCount() > 0 && m_evaluator.doneCount() == m_evaluator.photoCount();
}

QString EvaluationBar::runText() const
{
    if (m_evaluator.isRunning())
        return tr("Cancel");
    if (areOnlyFailuresLeft())
        return tr("Try again");
    return m_evaluator.doneCount() > 0 ? tr("Evaluate the rest") : tr("Evaluate");
}

QString EvaluationBar::runToolTip() const
{
    if (m_evaluator.isRunning())
        return tr("Cancel the evaluation; what has been answered is kept");
    if (areOnlyFailuresLeft())
        return tr("Evaluate the photos again that could not be evaluated");
    return tr("Run the network over all photos of the folder, behind all else that it does");
}

QString EvaluationBar::countText() const
{
    const int answered = m_evaluator.evaluation().images;
    const int failed = m_evaluator.failedCount();
    QStringList parts;
    if (m_evaluator.doneCount() == 0 && !m_evaluator.isRunning())
        parts << tr("Not evaluated");
    else if (answered < m_evaluator.photoCount())
        parts << tr("%1 of %2 evaluated").arg(answered).arg(m_evaluator.photoCount());
    else
        parts << tr("All evaluated");
    if (failed > 0)
        parts << (failed == 1 ? tr("1 failed") : tr("%1 failed").arg(failed));
    if (m_evaluator.isWaiting())
        parts << tr("waits");
    else if (const auto left = m_evaluator.timeLeft())
        parts << tr("%1 left").arg(durationText(*left));
    return parts.join(QStringLiteral(" · "));
}

QString EvaluationBar::toolTip(const QString &line) const
{
    QStringList lines{line};
    if (const QString doubt = suspicion(m_evaluator); !doubt.isEmpty())
        lines << doubt;
    if (m_evaluator.failedCount() > 1)
        lines << tr("%1 photos could not be evaluated. The first of them: %2")
                     .arg(m_evaluator.failedCount())
                     .arg(sentence(*m_evaluator.failure()));
    else if (m_evaluator.failure())
        lines << sentence(*m_evaluator.failure());
    if (!m_evaluator.notKept().isEmpty())
        lines << tr("The answers are lost when the program ends. %1").arg(m_evaluator.notKept());
    else if (m_evaluator.evaluation().images > 0 && m_evaluator.canKeep())
        lines << tr("The answers are kept for the next start.");
    return lines.join(u'\n');
}

} // namespace convscope
