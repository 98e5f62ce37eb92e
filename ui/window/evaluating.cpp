#include "ui/window/evaluating.h"

#include "ui/board/boardcontroller.h"
#include "ui/evaluation/evaluationbar.h"
#include "ui/window/commands.h"
#include "ui/window/workspace.h"

namespace convscope {

Evaluating::Evaluating(Workspace &workspace, BoardController &board, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_board(board)
    , m_window(window)
    , m_evaluator(workspace.networkLane())
{
    connect(&workspace, &Workspace::networkOpened, this,
        [this] { m_evaluator.setNetwork(m_workspace.network(), m_workspace.networkIdentity()); });
    // In a turn of its own: with very many photos the gallery has enough to do in the one that shows them.
    connect(
        &workspace, &Workspace::photosOpened, this,
        [this] { m_evaluator.setPhotos(m_workspace.photos(), m_workspace.allListed()); },
        Qt::QueuedConnection);
    connect(
        &m_evaluator, &Evaluator::changed, this, [this] { m_gallery->setVerdicts(m_evaluator.verdicts()); });
    connect(&board, &BoardController::columnChanged, this, &Evaluating::hear);
}

void Evaluating::serve(GalleryPanel &gallery, const Commands &commands)
{
    m_gallery = &gallery;
    gallery.setVerdicts(m_evaluator.verdicts());
    auto *bar = new EvaluationBar(m_evaluator);
    gallery.addFooter(bar);
    connect(bar, &EvaluationBar::matrixAsked, this, &Evaluating::showMatrix);
    connect(&commands, &Commands::showMatrix, this, &Evaluating::showMatrix);
    connect(&commands, &Commands::evaluate, &m_evaluator, &Evaluator::start);
}

/// What the network says to a photo of the board counts too.
void Evaluating::hear(int column)
{
    if (const Prediction *said = m_board.prediction(column))
        m_evaluator.add(
            m_board.photo(column), {said->best(), float(said->probabilities[std::size_t(said->best())])});
}

void Evaluating::showMatrix()
{
    if (!m_matrix) {
        m_matrix = new ConfusionDialog(m_evaluator, m_workspace.classNames(), m_window);
        connect(m_matrix, &ConfusionDialog::photosAsked, this, &Evaluating::showPhotos);
    }
    m_matrix->setClassNames(m_workspace.classNames());
    m_matrix->show();
    m_matrix->activateWindow();
}

void Evaluating::showPhotos(std::optional<int> trueClass, std::optional<int> predictedClass)
{
    Arrangement asked;
    asked.trueClass = trueClass;
    asked.predictedClass = predictedClass;
    m_gallery->setArrangement(asked);
}

} // namespace convscope
