#pragma once

#include "ui/evaluation/confusiondialog.h"
#include "ui/evaluation/evaluator.h"
#include "ui/gallery/gallerypanel.h"

#include <QObject>
#include <QPointer>

namespace convscope {

class BoardController;
class Commands;
class Workspace;

/// Evaluation in the window: what the network says to the photos of the folder is marked in the gallery,
/// counted below it and shown as the confusion matrix, which in turn leads back to the photos.
class Evaluating : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it. To be made after what fills the gallery is connected to the workspace.
    Evaluating(Workspace &workspace, BoardController &board, QWidget *window);

    /// Shows itself in these, which may replace earlier ones that are gone.
    void serve(GalleryPanel &gallery, const Commands &commands);
    Evaluator &evaluator() { return m_evaluator; }

private:
    void showMatrix();
    void askToForget(KeptTotal kept);
    void tellNotForgotten(const Error &error);
    void savePicture(const std::filesystem::path &file, const Drawing &drawing);
    void showPhotos(std::optional<int> trueClass, std::optional<int> predictedClass);
    void hear(int column);

    Workspace &m_workspace;
    BoardController &m_board;
    QPointer<GalleryPanel> m_gallery;
    QWidget *m_window;
    Evaluator m_evaluator;
    QPointer<ConfusionDialog> m_matrix; ///< made when it is first wanted
    JobHandle m_savingPicture;
};

} // namespace convscope
