#include "ui/evaluation/confusiondialog.h"

#include "ui/evaluation/confusionmodel.h"
#include "ui/evaluation/confusionview.h"
#include "ui/evaluation/evaluationtext.h"
#include "ui/evaluation/evaluator.h"
#include "ui/present/colours.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/savedialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

/// A label is spoken by its text. Without one it is hidden, and cannot have the focus either, which would be
/// on something without a name.
void say(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setTextInteractionFlags(text.isEmpty() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
    label.setVisible(!text.isEmpty());
}

} // namespace

ConfusionDialog::ConfusionDialog(Evaluator &evaluator, const QStringList &classNames, QWidget *parent)
    : QDialog(parent)
    , m_evaluator(evaluator)
    , m_classNames(classNames)
    , m_model(new ConfusionModel(this))
    , m_view(new ConfusionView(*m_model))
    , m_summary(new QLabel)
    , m_suspicion(new QLabel)
    , m_subject(new QLabel)
    , m_explanation(new QLabel)
    , m_legend(makeLegend())
    , m_saved(new QLabel)
{
    setObjectName(QStringLiteral("confusionDialog"));
    m_summary->setObjectName(QStringLiteral("confusionSummary"));
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_subject->setObjectName(QStringLiteral("confusionSubject"));
    m_subject->setTextFormat(Qt::PlainText);
    m_explanation->setObjectName(QStringLiteral("confusionExplanation"));
    m_saved->setObjectName(QStringLiteral("confusionSaved"));
    m_saved->setTextFormat(Qt::PlainText);
    m_suspicion->setObjectName(QStringLiteral("confusionSuspicion"));
    for (QLabel *label : {m_summary, m_suspicion, m_subject, m_explanation, m_saved})
        label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_suspicion);
    layout->addWidget(m_subject);
    layout->addWidget(m_explanation);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_legend);
    QSizePolicy policy = m_saved->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the table keeps its size when the line comes
    m_saved->setSizePolicy(policy);
    layout->addWidget(m_saved);
    layout->addWidget(makeButtons());
    say(*m_saved, {});
    connect(m_view, &ConfusionView::photosAsked, this, &ConfusionDialog::photosAsked);
    connect(&m_evaluator, &Evaluator::changed, this, &ConfusionDialog::refresh);
    m_view->hide();
    refresh();
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
    auto *save = new QPushButton(tr("Save &picture…"));
    save->setObjectName(QStringLiteral("saveMatrix"));
    save->setToolTip(tr("Save the table as PNG, SVG or PDF"));
    auto *all = new QPushButton(tr("Show &all photos"));
    all->setObjectName(QStringLiteral("showAllPhotos"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeMatrix"));
    for (QPushButton *button : {copyText, copyCsv, save, all, close})
        button->setAutoDefault(false); // Enter is the matrix's
    m_ofMatrix = {copyText, copyCsv, save};
    connect(copyText, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_model->text()); });
    connect(copyCsv, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_model->csv()); });
    connect(save, &QPushButton::clicked, this, &ConfusionDialog::askForPicture);
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT photosAsked({}, {}); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QPushButton *button : {copyText, copyCsv, save, all})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(close);
    return buttons;
}

/// The name that is offered tells whose matrix it is.
void ConfusionDialog::askForPicture()
{
    const auto place = askWhereToSave(*this,
        {tr("Save the confusion matrix as"), Place::Figures,
            QStringLiteral("confusion-") + m_evaluator.photosName().replace(u'/', u'-'),
            {QStringLiteral("PNG (*.png)"), QStringLiteral("SVG (*.svg)"), QStringLiteral("PDF (*.pdf)")}});
    if (!place)
        return;
    Q_EMIT pictureAsked(place->file, confusionDrawing(m_model->confusion(), m_classNames, about()));
}

void ConfusionDialog::tellSaved(const QString &text)
{
    say(*m_saved, text);
    QAccessibleEvent alert(m_saved, QAccessible::Alert); // the focus is elsewhere
    QAccessible::updateAccessibility(&alert);
}

void ConfusionDialog::setClassNames(const QStringList &classNames)
{
    m_classNames = classNames;
    refresh();
}

/// For the picture, which says all by itself.
QStringList ConfusionDialog::about() const
{
    QStringList lines{m_summary->text()};
    lines += m_subject->text().split(u'\n');
    return lines;
}

void ConfusionDialog::refresh()
{
    const Evaluation &evaluation = m_evaluator.evaluation();
    m_model->setEvaluation(evaluation, m_classNames);
    const QString photos = m_evaluator.photosName();
    const QString network = m_evaluator.networkName();
    setWindowTitle(photos.isEmpty() || network.isEmpty()
            ? tr("Confusion matrix")
            : tr("Confusion matrix – %1 – %2").arg(network, photos));
    const bool isWhole = !photos.isEmpty() && !network.isEmpty();
    say(*m_subject,
        isWhole ? tr("Network: %1").arg(network) + u'\n' + tr("Photos: %1").arg(photos) : QString());
    const bool there = evaluation.labelled > 0;
    say(*m_summary, summary());
    say(*m_suspicion, suspicion(m_evaluator));
    say(*m_explanation, there ? explanation() : QString());
    const bool isFirst = there && m_view->isHidden();
    m_view->setVisible(there);
    m_legend->setVisible(there);
    if (isFirst)
        resizeOnScreen(*this, sizeHint().expandedTo(size())); // else at most two thirds of the screen
    for (QPushButton *button : m_ofMatrix)
        button->setEnabled(there);
}

QString ConfusionDialog::summary() const
{
    const Evaluation &evaluation = m_evaluator.evaluation();
    if (evaluation.labelled == 0 && !m_evaluator.isComparable())
        return tr(
            "The labels of these photos are not the network's classes, so there is nothing to compare. Map "
            "them to its classes: the button above the photos says where they come from, and has the map.");
    if (!m_evaluator.isComparable())
        return tr("The labels are not the network's classes, so nothing is compared.");
    if (evaluation.labelled == 0)
        return tr("No photo with a true class has been evaluated.");
    const QString right = sharedText(evaluation.correct, evaluation.labelled);
    return m_evaluator.doneCount() < m_evaluator.photoCount()
        ? tr("%1 so far; the folder has %2 photos").arg(right).arg(m_evaluator.photoCount())
        : right;
}

QString ConfusionDialog::explanation() const
{
    QString text = tr("Rows are the true classes, columns the predicted ones. A click or Enter "
                      "shows the photos of a cell in the gallery.");
    const Confusion &confusion = m_model->confusion();
    if (confusion.size() < confusion.allClasses)
        text += u' '
            + tr("The %1 of %2 classes that occur are shown.")
                  .arg(confusion.size())
                  .arg(confusion.allClasses);
    return text;
}

} // namespace convscope
