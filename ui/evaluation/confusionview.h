#pragma once

#include <QTableView>
#include <optional>

namespace convscope {

class ConfusionModel;

/// The matrix as a picture: each cell in the colour of its part of the row, its count in it. Arrows move,
/// Enter or a click asks for the photos of a cell, of a class or of a prediction.
class ConfusionView : public QTableView
{
    Q_OBJECT
public:
    explicit ConfusionView(ConfusionModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void photosAsked(std::optional<int> trueClass, std::optional<int> predictedClass);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void ask(std::optional<int> trueClass, std::optional<int> predictedClass);
    void askAt(const QModelIndex &cell);

    ConfusionModel &m_model;
    QWidget *m_corner = nullptr; ///< between the headings
};

} // namespace convscope
