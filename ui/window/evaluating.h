#pragma once

#include "ui/evaluation/evaluator.h"

#include <QObject>

namespace convscope {

class BoardController;
class Commands;
class ConfusionDialog;
class GalleryPanel;
class Workspace;

/// Evaluation in the window: what the network says to the photos of the folder is marked in the gallery,
/// counted below it and shown as the confusion matrix, which in turn leads back to the photos.
class Evaluating : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it. To be made after what fills the gallery is connected to the workspace.
    Evaluating(Workspace &workspace, BoardController &board, GalleryPanel &gallery, Commands &commands,
        QWidget *window);

private:
    void showMatrix();
    void showPhotos(std::optional<int> trueClass, std::optional<int> predictedClass);
    void hear(int column);

    Workspace &m_workspace;
    BoardController &m_board;
    GalleryPanel &m_gallery;
    QWidget *m_window;
    Evaluator m_evaluator;
    ConfusionDialog *m_matrix = nullptr; ///< made when it is first wanted
};

} // namespace convscope
