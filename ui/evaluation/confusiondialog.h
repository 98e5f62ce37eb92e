#pragma once

#include <QDialog>
#include <QStringList>
#include <optional>

class QLabel;

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

Q_SIGNALS:
    /// The photos of a class, of a prediction or of both; all where neither is given.
    void photosAsked(std::optional<int> trueClass, std::optional<int> predictedClass);

private:
    QWidget *makeLegend();
    QWidget *makeButtons();
    void refresh();

    Evaluator &m_evaluator;
    QStringList m_classNames;
    ConfusionModel *m_model;
    ConfusionView *m_view;
    QLabel *m_summary;
};

} // namespace convscope
