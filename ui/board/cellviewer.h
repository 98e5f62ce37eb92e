#pragma once

#include "ui/board/boardcontroller.h"
#include "ui/board/largepicture.h"

#include <QDialog>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QToolButton;

namespace convscope {

class ElidedLabel;
class EvidencePanel;
class LegendView;
class Originals;
class PhotoOverlay;
class TopBars;

/// One cell of the board, large: over the photo at its own resolution, or as the network sees it, with a
/// slider that uncovers the photo, the likeliest classes, its notes in full, and, when asked, the evidence.
/// The arrow keys lead to its
/// neighbours. Its zoom is its own; its pointer is kept in step with the board by the board.
class CellViewer : public QDialog
{
    Q_OBJECT
public:
    CellViewer(BoardController &controller, QWidget *parent);

    void open(int column, int row);
    void setPointer(const std::optional<QPointF> &at);
    /// The arrow keys go as the board lies.
    void setPhotosAsRows(bool are) { m_photosAsRows = are; }

    /// From full screen back to a window; else closes.
    void reject() override;

Q_SIGNALS:
    void pointedAt(int column, const std::optional<QPointF> &at);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *addCommand(const QString &text, const QList<QKeySequence> &keys, const char *name);
    QToolButton *addButton(QHBoxLayout &line, const char *action, const QString &text) const;
    void makeWidgets();
    QLayout *makeTools();
    QLayout *makeUncovering();
    QWidget *makeSide();
    QWidget *makeWork();
    void makeCommands();

    void show(int column, int row);
    void follow();
    void refresh();
    void refreshWork();
    void compose();
    Layers layers();
    bool liesInPhoto() const;
    QImage top() const;
    QSize mapSize() const;
    QStringList lines() const;
    void showScale();
    void showReadout();
    void tell(const QString &what);
    void movePointer(int dx, int dy);
    void toggleFullScreen();
    void showEvidence(bool shown);

    const Row &row() const { return m_controller.rows()[m_row]; }
    /// Whether a picture of this kind is the photo, or lies on it; none: the photo.
    static bool isOfPhoto(const std::optional<AnswerKind> &kind);
    /// Whether the photo's own resolution is shown, not the network's input.
    bool isOwn() const;
    bool isReading() const;
    bool isOnBoard() const;

    BoardController &m_controller;
    Originals *m_originals;
    PhotoOverlay *m_overlay;
    EvidencePanel *m_evidencePanel;
    LargePicture *m_picture;
    QAction *m_asNetwork = nullptr;
    QAction *m_evidence = nullptr;
    QAction *m_fullScreen = nullptr;
    QLabel *m_scale = nullptr;
    QLabel *m_photoLabel = nullptr;
    QSlider *m_uncovered = nullptr; ///< how much of the photo is seen, in hundredths from the left
    TopBars *m_top = nullptr;
    QLabel *m_topHeading = nullptr;
    LegendView *m_legend = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_start = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_readout = nullptr;
    ElidedLabel *m_saved = nullptr; ///< where the picture or its numbers were written
    bool m_photosAsRows = false;
    int m_column = 0;
    int m_row = 0;
    // What zoom and slider were set for
    int m_rowKey = 0;
    std::optional<AnswerKind> m_kind; ///< of its answer; none: the photo
    std::filesystem::path m_file;
    std::optional<QPointF> m_pointer;
    // The network's input as it was made last
    std::shared_ptr<const Photo> m_inputPhoto;
    QImage m_inputPicture;
    bool m_composing = false;
    bool m_pending = false; ///< what is shown is of the cell before, or nothing
    int m_shownKey = 0; ///< of the row that is shown
    std::filesystem::path m_shownFile;
    bool m_hasPicture = false; ///< of this cell
};

} // namespace convscope
