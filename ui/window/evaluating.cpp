#include "ui/window/evaluating.h"

#include "ui/board/boardcontroller.h"
#include "ui/evaluation/evaluationbar.h"
#include "ui/present/figure.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"
#include "ui/window/commands.h"
#include "ui/window/workspace.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace convscope {

Evaluating::Evaluating(Workspace &workspace, BoardController &board, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_board(board)
    , m_window(window)
    , m_evaluator(workspace.networkLane())
{
    connect(&workspace, &Workspace::networkOpened, this, [this] {
        m_evaluator.setNetwork(
            m_workspace.network(), m_workspace.networkIdentity(), m_workspace.networkSource());
    });
    // In a turn of its own: with very many photos the gallery has enough to do in the one that shows them.
    connect(
        &workspace, &Workspace::photosOpened, this, [this] { m_evaluator.setPhotos(m_workspace.photos()); },
        Qt::QueuedConnection);
    connect(
        &m_evaluator, &Evaluator::changed, this, [this] { m_gallery->setVerdicts(m_evaluator.verdicts()); });
    connect(&m_evaluator, &Evaluator::notForgotten, this, &Evaluating::tellNotForgotten);
    connect(&board, &BoardController::columnChanged, this, &Evaluating::hear);
}

void Evaluating::serve(GalleryPanel &gallery, const Commands &commands)
{
    m_gallery = &gallery;
    gallery.setVerdicts(m_evaluator.verdicts());
    auto *bar = new EvaluationBar(m_evaluator);
    gallery.addFooter(bar, bar->minWidth());
    connect(bar, &EvaluationBar::matrixAsked, this, &Evaluating::showMatrix);
    connect(&commands, &Commands::showMatrix, this, &Evaluating::showMatrix);
    connect(&commands, &Commands::forgetKept, this,
        [this] { m_evaluator.countKept([this](KeptTotal kept) { askToForget(kept); }); });
    connect(&commands, &Commands::evaluate, &m_evaluator, &Evaluator::start);
}

/// What the network says to a photo of the board counts too.
void Evaluating::hear(int column)
{
    if (const Prediction *said = m_board.prediction(column))
        m_evaluator.add(m_board.photo(column), *said, m_board.sight(column));
}

void Evaluating::askToForget(KeptTotal kept)
{
    auto *box = new QMessageBox(m_window);
    box->setObjectName(QStringLiteral("forgetKeptBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Forget kept results"));
    box->setIcon(QMessageBox::Question);
    if (kept.evaluations == 0 && kept.comparisons == 0 && m_evaluator.doneCount() == 0) {
        box->setText(tr("No results are kept."));
        box->setStandardButtons(QMessageBox::Close);
        box->open();
        return;
    }
    const QString size = QLocale::c().formattedDataSize(kept.bytes, 1, QLocale::DataSizeTraditionalFormat);
    box->setText(kept.evaluations == 0 && kept.comparisons > 0
            ? tr("What was measured of methods is kept (%1).").arg(size)
            : kept.evaluations == 1
            ? tr("The answers of one network to one folder of photos are kept (%1).").arg(size)
            : tr("The answers of networks to %1 folders of photos are kept (%2).")
                  .arg(kept.evaluations)
                  .arg(size));
    QString more = tr("They lie in %1. Once they are forgotten, photos have to be evaluated again.")
                       .arg(displayText(keptFolder()));
    if (kept.comparisons > 0)
        more += u' ' + tr("What was measured of methods is among them.");
    box->setInformativeText(more);
    QPushButton *forget = box->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    forget->setObjectName(QStringLiteral("forget"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(forget, &QPushButton::clicked, &m_evaluator, &Evaluator::forgetKept);
    box->open();
}

void Evaluating::tellNotForgotten(const Error &error)
{
    auto *box = new QMessageBox(m_window);
    box->setObjectName(QStringLiteral("notForgottenBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Forget kept results"));
    box->setIcon(QMessageBox::Warning);
    box->setText(tr("Not all kept results could be deleted."));
    box->setInformativeText(QStringLiteral("%1: %2").arg(
        displayText(error.file()), QString::fromStdString(error.values().front())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

void Evaluating::showMatrix()
{
    if (!m_matrix) {
        m_matrix = new ConfusionDialog(m_evaluator, m_workspace.classNames(), m_window);
        connect(m_matrix, &ConfusionDialog::photosAsked, this, &Evaluating::showPhotos);
        connect(m_matrix, &ConfusionDialog::pictureAsked, this, &Evaluating::savePicture);
    }
    m_matrix->setClassNames(m_workspace.classNames());
    m_matrix->show();
    m_matrix->activateWindow();
}

void Evaluating::savePicture(const std::filesystem::path &file, const Drawing &drawing)
{
    const auto tell = [this](const QString &text) {
        if (m_matrix)
            m_matrix->tellSaved(text);
    };
    m_savingPicture = m_workspace.readers().call<bool>({Urgency::Open, {}},
        [file, drawing] {
            writeDrawing(file, drawing, std::min(FigureStyle().dpi, maxDpiOf(drawing)));
            return true;
        },
        {.done = [=](bool) { tell(tr("Written to %1").arg(displayText(file))); },
            .failed = [=](const Error &error) { tell(sentence(error)); }});
}

void Evaluating::showPhotos(std::optional<int> trueClass, std::optional<int> predictedClass)
{
    Arrangement asked;
    asked.trueClass = trueClass;
    asked.predictedClass = predictedClass;
    m_board.choices().setArrangement(asked);
}

} // namespace convscope
