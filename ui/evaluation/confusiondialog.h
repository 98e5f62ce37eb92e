#pragma once

#include "ui/present/drawing.h"

#include <QDialog>
#include <QList>
#include <QStringList>
#include <optional>

class QLabel;
class QPushButton;

namespace convscope {

class ConfusionModel;
class ConfusionView;
class Evaluator;

/// Which classes the network takes for which, and how many photos of each are right. Follows the evaluation;
/// stays open beside the window.
class ConfusionDialog : public QDialog
{
    Q_OBJECT
public:
    ConfusionDialog(Evaluator &evaluator, const QStringList &classNames, QWidget *parent);

    void setClassNames(const QStringList &classNames);
    /// After a picture was written to the file or was not.
    void tellSaved(const QString &text);

Q_SIGNALS:
    /// The photos of a class, of a prediction or of both; all where neither is given.
    void photosAsked(std::optional<int> trueClass, std::optional<int> predictedClass);
    void pictureAsked(const std::filesystem::path &file, const Drawing &drawing);

private:
    QWidget *makeLegend();
    QWidget *makeButtons();
    void refresh();
    QString summary() const;
    QString explanation() const;
    QStringList about() const;
    void askForPicture();

    Evaluator &m_evaluator;
    QStringList m_classNames;
    ConfusionModel *m_model;
    ConfusionView *m_view;
    QLabel *m_summary;
    QLabel *m_suspicion;
    QLabel *m_subject; ///< whose matrix it is
    QLabel *m_explanation;
    QWidget *m_legend;
    QLabel *m_saved;
    QList<QPushButton *> m_ofMatrix; ///< need one
};

} // namespace convscope
