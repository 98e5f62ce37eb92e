#include "ui/evaluation/confusiondialog.h"

#include "ui/evaluation/confusionmodel.h"
#include "ui/evaluation/confusionview.h"
#include "ui/evaluation/evaluator.h"
#include "ui/present/colours.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

ConfusionDialog::ConfusionDialog(Evaluator &evaluator, const QStringList &classNames, QWidget *parent)
    : QDialog(parent)
    , m_evaluator(evaluator)
    , m_classNames(classNames)
    , m_model(new ConfusionModel(this))
    , m_view(new ConfusionView(*m_model))
    , m_summary(new QLabel)
{
    setObjectName(QStringLiteral("confusionDialog"));
    setWindowTitle(tr("Confusion matrix"));
    m_summary->setObjectName(QStringLiteral("confusionSummary"));
    auto *explanation =
        new QLabel(tr("Rows are the true classes, columns the predicted ones. A click or Enter "
                      "shows the photos of a cell in the gallery."));
    explanation->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(explanation);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeLegend());
    layout->addWidget(makeButtons());
    connect(m_view, &ConfusionView::photosAsked, this, &ConfusionDialog::photosAsked);
    connect(&m_evaluator, &Evaluator::changed, this, &ConfusionDialog::refresh);
    refresh();
    resize(sizeHint()); // else at most two thirds of the screen
}

/// What the colours mean.
QWidget *ConfusionDialog::makeLegend()
{
    constexpr QSize bar(128, 10);
    QPixmap pixmap(bar);
    QPainter painter(&pixmap);
    for (int x = 0; x < bar.width(); ++x)
        painter.fillRect(
            x, 0, 1, bar.height(), QColor(colourAt(ColourMap::Cividis, double(x) / (bar.width() - 1))));
    painter.end();
    auto *colours = new QLabel;
    colours->setPixmap(pixmap);
    auto *legend = new QWidget;
    auto *layout = new QHBoxLayout(legend);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new QLabel(tr("Part of the class: none")));
    layout->addWidget(colours);
    layout->addWidget(new QLabel(tr("all")));
    layout->addStretch(1);
    return legend;
}

QWidget *ConfusionDialog::makeButtons()
{
    auto *copyText = new QPushButton(tr("&Copy"));
    copyText->setObjectName(QStringLiteral("copyMatrix"));
    copyText->setShortcut(QKeySequence::Copy);
    copyText->setToolTip(tr("Copy the table as text, cells apart by tabs (Ctrl+C)"));
    auto *copyCsv = new QPushButton(tr("Copy as C&SV"));
    copyCsv->setObjectName(QStringLiteral("copyMatrixCsv"));
    auto *all = new QPushButton(tr("Show &all photos"));
    all->setObjectName(QStringLiteral("showAllPhotos"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeMatrix"));
    for (QPushButton *button : {copyText, copyCsv, all, close})
        button->setAutoDefault(false); // Enter is the matrix's
    connect(copyText, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_model->text()); });
    connect(copyCsv, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_model->csv()); });
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT photosAsked({}, {}); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(copyText);
    layout->addWidget(copyCsv);
    layout->addWidget(all);
    layout->addStretch(1);
    layout->addWidget(close);
    return buttons;
}

void ConfusionDialog::setClassNames(const QStringList &classNames)
{
    m_classNames = classNames;
    refresh();
}

void ConfusionDialog::refresh()
{
    const Evaluation &evaluation = m_evaluator.evaluation();
    m_model->setEvaluation(evaluation, m_classNames);
    QString text = evaluation.labelled == 0 ? tr("No photo with a true class has been evaluated.")
                                            : tr("<b>%1 % right</b>: %2 of %3 photos")
                                                  .arg(evaluation.accuracy() * 100, 0, 'f', 1)
                                                  .arg(evaluation.correct)
                                                  .arg(evaluation.labelled);
    if (m_evaluator.doneCount() < m_evaluator.photoCount() && evaluation.labelled > 0)
        text += tr(" so far; the folder has %1").arg(m_evaluator.photoCount());
    m_summary->setText(text);
}

} // namespace convscope
