#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/present/curveplot.h"

#include <QImage>
#include <QWidget>
#include <optional>

namespace convscope {

/// For one picture, what hiding does: the curves of deletion and of insertion, with the bands of random maps,
/// and the photo with a tenth and with three tenths of it hidden. Asks for the curves while it is seen.
class EvidencePanel : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePanel(BoardController &controller, QWidget *parent = nullptr);

    /// The picture of a cell of the board.
    void show(int column, int row);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// One of the four, with what stands below it.
    struct Part
    {
        QString title;
        QString text;
        CurvePlot plot;
        QImage picture; ///< null: the plot
        QColor colour;
    };

    void refresh();
    void refreshPictures(const BoardEvidence::Subject &subject);
    /// `otherwise`: why there are none.
    void takePictures(const QList<QImage> &pictures, const QString &otherwise);
    void refreshCurves(const BoardEvidence::Subject &subject);
    void paintPart(QPainter &painter, const Part &part, const QRectF &place) const;
    void describe();

    BoardController &m_controller;
    int m_column = 0;
    int m_row = 0;
    std::shared_ptr<const Answer> m_answer; ///< that the pictures are of
    JobHandle m_drawing; ///< of the pictures: to sort the pixels takes a while
    QString m_message; ///< instead of all
    std::array<Part, 4> m_parts;
};

} // namespace convscope
